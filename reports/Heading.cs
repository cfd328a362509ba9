using Reporting.Reports.Layout;
using Reporting.Reports.Revised;
using Reporting.Warehouse;

namespace Reporting.Reports;

/// <summary>What stands above the sheets: title, 期次, 签发, as of when; and the mark of what is not for real or not signed.</summary>
static class Heading
{
    /// <summary>More would push the story off the first page.</summary>
    const int NamedSheets = 6;

    /// <summary>A report's workbook: its title, creator and time are those of the cover.</summary>
    public static WorkbookLayout Book(Cover cover, IReadOnlyList<SheetLayout> sheets) =>
        new($"{Report(cover)}（{cover.Period.InWords()}）", cover.PreparedBy, Mark(cover), Time(cover),
            cover.Revised is { } revised ? [.. sheets, RevisionsSheet.Of(cover, revised)] : sheets)
        { Print = cover.Print };

    public static string Report(Cover cover) => $"{cover.District.Name}{cover.Unit?.Name}{cover.Title}";

    public static string Mark(Cover cover) =>
        string.Join("　", new[] { cover.Demo ? "演示数据" : "", cover.Edition is null ? "未签发" : "" }.Where(word => word.Length > 0));

    /// <summary>The load's time; the month's first day while nothing was ever loaded.</summary>
    public static DateTime Time(Cover cover) =>
        cover.AsOfLoad > 0 ? cover.LoadCommittedAt : cover.Period.Start.ToDateTime(default, DateTimeKind.Utc);

    /// <summary>The title of a sheet, in its first cell.</summary>
    public static Line Of(Cover cover, string words) => new(LineKind.title, words + (cover.Demo ? "（演示数据）" : ""));

    /// <summary>Of the first page: title, 期次, 编制单位, 签发, what it tells of and what was known.</summary>
    public static IReadOnlyList<Block> First(Cover cover) =>
    [
        Of(cover, Report(cover)),
        new Line(LineKind.subtitle, cover.Edition is { } edition
            ? $"{cover.Period.Start.Year}年第{edition.Number}期（{cover.Period.InWords()}）"
            : $"{cover.Period.InWords()}（未签发，仅供审核）"),
        new Pair($"编制单位：{cover.PreparedBy}", cover.Edition is { } issued ? $"签发日期：{ChineseWords.Day(issued.IssuedAt)}" : "签发日期：未签发"),
        new Pair($"统计期间：{cover.Span ?? Months(cover.Period.Start.Year, cover.Period.End.Month)}", AsOf(cover)),
        .. NotIn(cover),
    ];

    static IEnumerable<Block> NotIn(Cover cover)
    {
        if (cover.NotIn.Count == 0) yield break;
        var named = string.Join("、", cover.NotIn.Take(NamedSheets));
        var words = cover.NotIn.Count <= NamedSheets ? Sentence.Of($"　　本期尚有{Told.Count(Fact.reports_not_in, cover.NotIn.Count)}份报表没有收齐：{named}。")
            : Sentence.Of($"　　本期尚有{Told.Count(Fact.reports_not_in, cover.NotIn.Count)}份报表没有收齐：{named}等，全部见报送情况。");
        yield return new Line(LineKind.note, words.Text) { Numbers = words.Numbers };
    }

    /// <summary>2022年1—8月.</summary>
    public static string Months(int year, int through) => $"{year}年1—{through}月".Replace("1—1月", "1月", StringComparison.Ordinal);

    public static Pair Below(Cover cover) => new($"{cover.District.Name}{cover.Unit?.Name}　{cover.Period.InWords()}", AsOf(cover));

    public static string AsOf(Cover cover) => cover.AsOfLoad > 0
        ? $"数据截至：{ShanghaiTime.Print(cover.LoadCommittedAt)}（批次 {cover.AsOfLoad}）"
        : "数据截至：尚无入库数据";
}
