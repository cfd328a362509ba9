using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Lights;

/// <summary>Lights, distances and thresholds as people say them.</summary>
public static class LightWords
{
    public static string InWords(this LightColour light) => light switch
    {
        LightColour.green => "绿",
        LightColour.yellow => "黄",
        LightColour.orange => "橙",
        LightColour.red => "红",
        _ => "灰",
    };

    /// <summary>How far off it is: 落后序时 12.3 个百分点.</summary>
    internal static string Distance(LightMeasure measure, decimal distance, bool isProjected) => measure switch
    {
        LightMeasure.points_behind => distance > 0 ? $"落后序时 {Number(distance)} 个百分点" : distance < 0 ? $"领先序时 {Number(-distance)} 个百分点" : "与序时持平",
        LightMeasure.share_of_ceiling => isProjected ? $"照此进度期末将用到控制数的 {Number(distance)}%" : $"为控制数的 {Number(distance)}%",
        LightMeasure.points_below => distance > 0 ? $"差目标 {Number(distance)} 个百分点" : distance < 0 ? $"比目标好 {Number(-distance)} 个百分点" : "正好达到目标",
        LightMeasure.percent_below => distance > 0 ? $"差目标 {Number(distance)}%" : distance < 0 ? $"比目标好 {Number(-distance)}%" : "正好达到目标",
        LightMeasure.events => distance > 0 ? $"发生 {Number(distance)} 起" : "没有发生",
        _ => distance > 0 ? $"逾期 {Number(distance)} 天" : $"距期限 {Number(-distance)} 天",
    };

    /// <summary>Where a step begins: 落后超过 30 个百分点.</summary>
    internal static string Threshold(LightMeasure measure, LightStep step, decimal margin = 0)
    {
        var (edge, over) = (step.Edge + margin, step.From is null ? "超过" : "达到");
        return measure switch
        {
            LightMeasure.points_behind => $"落后{over} {Number(edge)} 个百分点",
            LightMeasure.share_of_ceiling => edge == 100 ? $"{over}控制数" : $"{over}控制数的 {Number(edge)}% ",
            LightMeasure.points_below or LightMeasure.percent_below when edge == 0 && step.From is null => "没有达到目标",
            LightMeasure.points_below => $"差{over} {Number(edge)} 个百分点",
            LightMeasure.percent_below => edge < 0 ? $"余量{(step.From is null ? "不到" : "不超过")} {Number(-edge)}% " : $"差{over} {Number(edge)}% ",
            LightMeasure.events => $"发生 {Number(edge)} 起",
            _ => edge < 0 ? $"到期前 {Number(-edge)} 天内" : $"逾期{over} {Number(edge)} 天",
        };
    }

    static string Number(decimal number) => Shown.Number(Figures.Round(number, 2));
}
