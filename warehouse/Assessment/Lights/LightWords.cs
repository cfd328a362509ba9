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

    /// <summary>Where a step begins: 落后超过 30 个百分点; or, leaving it, where it is behind one: 落后不超过 27 个百分点.</summary>
    internal static string Threshold(LightMeasure measure, LightStep step, decimal margin = 0, bool isLeaving = false)
    {
        var (edge, reaches) = (step.Edge + margin, step.From is not null);
        var word = isLeaving ? reaches ? "不到" : "不超过" : reaches ? "达到" : "超过";
        return measure switch
        {
            LightMeasure.points_behind => $"落后{word} {Number(edge)} 个百分点",
            LightMeasure.share_of_ceiling => edge == 100 ? $"{word}控制数" : $"{word}控制数的 {Number(edge)}% ",
            LightMeasure.points_below or LightMeasure.percent_below when edge == 0 && !reaches => isLeaving ? "达到目标" : "没有达到目标",
            LightMeasure.points_below => $"差{word} {Number(edge)} 个百分点",
            // What is to spare runs the other way: short of the step is more of it.
            LightMeasure.percent_below => edge < 0 ? $"余量{(isLeaving ? reaches ? "超过" : "达到" : reaches ? "不超过" : "不到")} {Number(-edge)}% " : $"差{word} {Number(edge)}% ",
            LightMeasure.events => isLeaving ? $"少于 {Number(edge)} 起" : $"发生 {Number(edge)} 起",
            _ => edge < 0 ? $"到期前 {Number(-edge)} 天{(isLeaving ? "以外" : "内")}" : $"逾期{word} {Number(edge)} 天",
        };
    }

    static string Number(decimal number) => Shown.Number(Figures.Round(number, 2));
}
