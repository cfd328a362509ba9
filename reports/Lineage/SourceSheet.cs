using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Lineage;

/// <summary>来源: what each figure of the workbook is made of, value by value, down to the cell of the sender's file. Read back by <see cref="WorkbookLineage"/>.</summary>
static class SourceSheet
{
    public const string Name = "来源", TableName = "来源表";

    public static readonly IReadOnlyList<FlatColumn> Columns =
    [
        new("机构代码", 14), new("指标代码", 26), new("年", 8), new("截至月", 8), new("填报指标", 26), new("分组", 12), new("填报单位", 16), new("报告期", 16), new("口径", 10), new("数值", 12),
        new("原文", 12), new("文件", 34), new("工作表", 16), new("单元格", 8), new("回执号", 24), new("报送人", 14), new("收到时间", 18), new("审核", 26), new("批次", 8), new("文件校验值", 20),
    ];

    public static SheetLayout Of(Cover cover, Catalog catalog, IReadOnlyList<Addend> addends) => Of(cover, catalog, [new SourcedYear(cover.Period.Start.Year, cover.Period.End.Month, addends) { From = cover.Period.Start }]);

    public static SheetLayout Of(Cover cover, Catalog catalog, IReadOnlyList<SourcedYear> years) => new(Name, true, [.. Columns.Select(column => column.Width)],
    [
        Heading.Of(cover, Name), Heading.Below(cover),
        new Line(LineKind.note, "说明：每行为一个指标数所用的一个上报数，以及它在报送文件中的位置。前四列与“数据”表的同名列相同，据此由印出的数查到原表的单元格；此表隐藏，不打印。"),
        new Line(LineKind.note, "　　文件校验值为报送文件的 SHA-256；文件原样存档，可凭回执号调取。"),
    ], MostPages: 1)
    { Flat = new(TableName, Columns, [.. years.SelectMany(year => Rows(catalog, year))]), IsHidden = true };

    static IEnumerable<IReadOnlyList<object?>> Rows(Catalog catalog, SourcedYear sourced)
    {
        var (year, through, first, last) = (sourced.Year, sourced.Through, sourced.From, Period.Month(sourced.Year, sourced.Through).End);
        var used = catalog.Indicators.Where(indicator => indicator.AppliesFrom <= last && (indicator.AppliesUntil ?? DateOnly.MaxValue) >= first)
            .SelectMany(indicator => indicator.Numerator.Concat(indicator.Denominator).Select(term => (term.Element, term.Breakdown, indicator.Id))).Distinct()
            .ToLookup(term => (term.Element, term.Breakdown), term => term.Id);
        return from addend in sourced.Addends
               from indicator in Named(used, addend)
               select (IReadOnlyList<object?>)
               [
                   addend.FigureUnit, indicator, year, through, catalog.Element(addend.Element, first)?.Name ?? addend.Element, Part(catalog, addend),
                   catalog.OrgUnit(addend.Reporter)?.Name ?? addend.Reporter, PeriodOf(addend), ChineseWords.Of(addend.Basis), addend.Value, addend.Text, addend.FileName, addend.Sheet,
                   addend.CellAddress, addend.Receipt, addend.SentBy, addend.ReceivedAt is { } at ? ShanghaiTime.Print(at) : null, Reviewed(addend), addend.LoadId, addend.Sha256,
               ];
    }

    /// <summary>That a sheet was sent and reviewed stays, by whom does not: of a workbook whose readers need no names.</summary>
    public static Addend WithoutPersons(Addend addend) => addend with { SentBy = null, ReviewedBy = addend.ReviewedAt is null ? null : "区级审核" };

    static string? Reviewed(Addend addend) =>
        addend.Receipt is null ? null : addend.ReviewedAt is { } at ? $"{addend.ReviewedBy} {ShanghaiTime.Print(at)}" : "校验通过，无需人工审核";

    /// <summary>The indicators it is part of; a part that was summed for want of a total stands for the total.</summary>
    static IEnumerable<string> Named(ILookup<(string Element, string Breakdown), string> used, Addend addend) =>
        used[(addend.Element, addend.Breakdown)] is var own && own.Any() ? own : used[(addend.Element, Breakdown.Total)];

    static string? Part(Catalog catalog, Addend addend) =>
        addend.Breakdown == Breakdown.Total ? null : catalog.Breakdowns.FirstOrDefault(each => each.Id == addend.Breakdown)?.Name ?? addend.Breakdown;

    static string PeriodOf(Addend addend) => addend.PeriodKind == PeriodKind.plan
        ? Period.Plan(addend.PeriodStart.Year, addend.PeriodEnd.Year).ToString() : Period.Of(addend.PeriodKind, addend.PeriodStart).ToString();
}

/// <summary>The figures of one year, up to a month, and what they are made of.</summary>
public sealed record SourcedYear(int Year, int Through, IReadOnlyList<Addend> Addends)
{
    /// <summary>Indicators and elements are named as they then were.</summary>
    public DateOnly From { get; init; } = new(Year, 1, 1);
}
