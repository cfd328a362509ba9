using Reporting.Reports.Layout;
using Reporting.Warehouse;

namespace Reporting.Reports.Monthly;

/// <summary>What stands above the sheets: title, 期次, 签发, as of when; and the mark of what is not for real or not signed.</summary>
static class Heading
{
    public static string Report(MonthlyContent content) => $"{content.District.Name}就业和社会保障规划指标监测月报";

    public static string Mark(MonthlyContent content) =>
        string.Join("　", new[] { content.Demo ? "演示数据" : "", content.Edition is null ? "未签发" : "" }.Where(word => word.Length > 0));

    /// <summary>The load's time; the month's first day while nothing was ever loaded.</summary>
    public static DateTime Time(MonthlyContent content) =>
        content.AsOfLoad > 0 ? content.LoadCommittedAt : content.Period.Start.ToDateTime(default, DateTimeKind.Utc);

    /// <summary>The title of a sheet, in its first cell.</summary>
    public static Line Of(MonthlyContent content, string words) => new(LineKind.title, words + (content.Demo ? "（演示数据）" : ""));

    public static IReadOnlyList<Block> Overview(MonthlyContent content) =>
    [
        Of(content, Report(content)),
        new Line(LineKind.subtitle, content.Edition is { } edition
            ? $"{content.Period.Start.Year}年第{edition.Number}期（{content.Period.InWords()}）"
            : $"{content.Period.InWords()}（未签发，仅供审核）"),
        new Pair($"编制单位：{content.PreparedBy}", content.Edition is { } issued ? $"签发日期：{ChineseWords.Day(issued.IssuedAt)}" : "签发日期：未签发"),
        new Pair($"统计期间：{content.Period.Start.Year}年1—{content.Period.Start.Month}月".Replace("1—1月", "1月", StringComparison.Ordinal), AsOf(content)),
    ];

    public static Pair Below(MonthlyContent content) => new($"{content.District.Name}　{content.Period.InWords()}", AsOf(content));

    public static string AsOf(MonthlyContent content) => content.AsOfLoad > 0
        ? $"数据截至：{ShanghaiTime.Print(content.LoadCommittedAt)}（批次 {content.AsOfLoad}）"
        : "数据截至：尚无入库数据";
}
