using System.Globalization;

namespace Reporting.Warehouse.Reference;

/// <summary>
/// What a template says of itself on a very hidden sheet: which sheet of the workbook was drawn from which form, for whom, of which period.
/// It is a help to whoever reads the workbook, never a proof: anyone can copy a file.
/// </summary>
/// <param name="Sheet">Name of the sheet that was drawn.</param>
/// <param name="Period">As written in the file; may be anything by the time it comes back.</param>
public sealed record TemplateStamp(string Sheet, string Form, int Version, string Unit, string Period)
{
    public const string SheetName = "_报表";

    static readonly IReadOnlyList<string> Heads = ["工作表", "报表", "版本", "填报单位", "报告期"];

    /// <summary>The rows of the hidden sheet: who wrote them, their heads, one row for each sheet.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(IEnumerable<TemplateStamp> stamps) =>
    [
        ["模板标记，由系统写入，请勿修改。"],
        Heads,
        .. stamps.Select(stamp => (IReadOnlyList<string>)[stamp.Sheet, stamp.Form, stamp.Version.ToString(CultureInfo.InvariantCulture), stamp.Unit, stamp.Period]),
    ];

    /// <summary>The stamps that the rows of such a sheet hold, the first of a sheet only; rows that are none are passed over.</summary>
    public static IReadOnlyList<TemplateStamp> Read(IEnumerable<IReadOnlyList<string>> rows) =>
        [.. rows.SkipWhile(row => !row.SequenceEqual(Heads)).Skip(1).Select(Read).OfType<TemplateStamp>().DistinctBy(stamp => stamp.Sheet)];

    static TemplateStamp? Read(IReadOnlyList<string> row) =>
        row is [{ Length: > 0 } sheet, { Length: > 0 } form, var version, { Length: > 0 } unit, { Length: > 0 } period]
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(sheet, form, number, unit, period) : null;
}
