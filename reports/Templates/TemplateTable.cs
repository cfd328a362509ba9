using System.Globalization;
using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>The table of an empty form: what is asked is open, what is known or not asked is given.</summary>
static class TemplateTable
{
    const string NotAsked = "—", Stems = "甲乙丙丁";

    public static Table Of(TemplateGrid grid) => new(
        [
            new("指标名称"),
            .. grid.HasUnits ? (IEnumerable<Column>)[new("计量单位", Alignment.center)] : [],
            new("行次", Alignment.center),
            .. grid.Columns.Select(column => new Column(column.Title, Alignment.right)),
            new("备注"),
            .. grid.Asides.Select(column => new Column($"参考：{grid.Content.Period.Next(-1).InWords()}{column.Title}", Alignment.right)),
        ],
        [.. grid.Lines.Select(line => new Row(
        [
            Label(line),
            .. grid.HasUnits ? (IEnumerable<Cell>)[line.Unit] : [],
            new Number(line.Number, "0"),
            .. grid.Columns.Select(column => Figure(grid, line, column)),
            new Entry(Entry.Text) { Written = grid.Content.Filled?.Remarks.GetValueOrDefault(line.Number) },
            .. grid.Asides.Select(column => grid.Aside(line, column) is { } before ? Shown(line, before) : new Given(new Words(""))),
        ]))])
    { ColumnNumbers = Numbers(grid) };

    /// <summary>As printed: a part stands two characters in.</summary>
    public static string Label(FormLine line) => new string('\u3000', 2 * line.Level) + line.Label.Trim();

    static Row Numbers(TemplateGrid grid) => new(
        [
            .. Stems[..grid.Stem].Select(stem => (Cell)stem.ToString()),
            .. grid.Columns.Select((_, index) => (Cell)(index + 1).ToString(CultureInfo.InvariantCulture)),
            Stems[grid.Stem].ToString(),
            .. grid.Asides.Select(_ => (Cell)""),
        ], RowKind.head);

    internal static Cell Figure(TemplateGrid grid, FormLine line, FormColumn column)
    {
        if (!grid.IsAsked(line, column)) return new Given(new Words(NotAsked));
        if (column.IsQuoted && grid.Figures.Quoted(line, column, grid.Content.Period) is { } quoted) return Shown(line, quoted);
        return Cumulated(grid, line, column) ?? (Cell)new Entry(Format(line), Hints.Check(line, column, Known(grid, line, column))) { Written = grid.Content.Filled?.Figures.GetValueOrDefault((line.Number, column.Id)) };
    }

    /// <summary>
    /// 本年累计 where what precedes it is held: the sheet adds it up. Until the single figure is there the result is an empty text, so that
    /// a program which reads kept values without working them out finds a blank, never a wrong sum.
    /// </summary>
    static Computed? Cumulated(TemplateGrid grid, FormLine line, FormColumn total)
    {
        var period = grid.Content.Period;
        if (total is not { Basis: Basis.year_to_date, IsQuoted: false, HasOwnPeriod: false } || period.Kind is not (PeriodKind.month or PeriodKind.quarter or PeriodKind.half)) return null;
        if (SingleOf(grid, line) is not { } single) return null;
        var (before, first) = (grid.Aside(line, total), HeldFigures.IsFirst(period));
        if (before is null && !first) return null;
        var here = grid.Columns.ToList().IndexOf(single) - grid.Columns.ToList().IndexOf(total);
        var sum = first ? $"{{{here}}}" : $"{{{here}}}+{{{grid.StepsToAside(total)}}}";
        return new($"IF(ISNUMBER({{{here}}}),ROUND({sum},{Math.Max(0, line.Decimals)}),\"\")", Format(line), Hints.Cumulated(line, total, single, period, before));
    }

    /// <summary>The column of the period itself, which 本年累计 adds to what went before.</summary>
    internal static FormColumn? SingleOf(TemplateGrid grid, FormLine line) =>
        grid.Columns.FirstOrDefault(column => column is { Basis: Basis.in_period, IsQuoted: false, HasOwnPeriod: false } && line.Fills(column.Id));

    /// <summary>What the sender would look up: the figure before, and last year's.</summary>
    static string Known(TemplateGrid grid, FormLine line, FormColumn column)
    {
        if (column.IsQuoted || column.HasOwnPeriod) return "";
        var (period, lastYear) = (grid.Content.Period.Next(-1), grid.Content.Period.YearsBack(1));
        var before = grid.Figures.Before(line, column.Basis, grid.Content.Period) is { } one ? $"{period.InWords()}为 {Figures.Printed(one)}。" : "";
        return lastYear != period && grid.Figures.Value(line, column.Basis, lastYear) is { } other ? $"{before}{lastYear.InWords()}为 {Figures.Printed(other)}。" : before;
    }

    static Given Shown(FormLine line, decimal value) => new(new Number(value, Format(line)));

    static string Format(FormLine line) => FigureCells.Decimals(Number.Whole, line.Decimals);
}
