using Reporting.Reports.Layout;
using Reporting.Warehouse;

namespace Reporting.Reports.Monthly;

/// <summary>
/// The year of a promise as a chart: what was reached by each month, what its pace asked for by then, and the number to reach. The cells
/// that it is drawn from stand beside the page; a month that is not told, or yet to come, breaks the line.
/// </summary>
sealed record CourseChart(Promise Promise, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Cells, IReadOnlyList<SeriesKind> Kinds, string Format)
{
    /// <summary>Widths of the cells beside the page: the months, and at most three series.</summary>
    public static readonly int[] Widths = [14, 12, 12, 12];

    const int Months = 12;

    public static CourseChart Of(MonthlyFacts facts, Promise promise)
    {
        var at = Enumerable.Range(1, Months).Select(month => month <= facts.Month ? facts.At(promise, month) : null).ToList();
        var unit = promise.Standing.Unit;
        var builds = at.Exists(one => one?.Pace is not null); // columns stand on 0; a level or a rate far from it is a line
        (string Head, SeriesKind Kind, IReadOnlyList<Cell> Points)[] series =
        [
            ($"实际（{unit}）", builds ? SeriesKind.column : SeriesKind.line, [.. at.Select((one, index) => Point(one?.Value, unit, new(promise.Standing.OrgUnit, promise.Indicator!.Id, facts.Year, index + 1)))]),
            ("按序时应达", SeriesKind.line, [.. at.Select(one => Point(one is { Target: { } target, Pace: { } pace } ? target * pace : null, unit, null))]),
            ("目标数", SeriesKind.dashed, [.. at.Select(_ => Point(promise.Standing.Target, unit, null))]),
        ];
        var drawn = series.Where((one, index) => index == 0 || one.Points.Any(point => point is Number)).ToList();
        return new(promise, [new($"月份（{promise.Name}）", Alignment.center), .. drawn.Select(one => new Column(one.Head, Alignment.right))],
            [.. Enumerable.Range(0, Months).Select(month => (IReadOnlyList<Cell>)[$"{month + 1}月", .. drawn.Select(one => one.Points[month])])],
            [.. drawn.Select(one => one.Kind)], Pattern(unit));
    }

    /// <summary>One or two charts in a band, with their cells beside it.</summary>
    public static IEnumerable<Block> Band(IReadOnlyList<CourseChart> charts, int rows)
    {
        var table = new Table([.. charts.SelectMany(chart => chart.Columns)], [.. Enumerable.Range(0, Months).Select(month => new Row([.. charts.SelectMany(chart => chart.Cells[month])]))], Dense: true);
        yield return new Beside(table);
        yield return new ChartBand([.. charts.Select((chart, index) => chart.Drawn(table, charts.Take(index).Sum(before => before.Columns.Count)))], rows);
    }

    Chart Drawn(Table table, int first) => new($"{Promise.NameAndSpan}（{Promise.Standing.Unit}）", $"{Promise.NameAndSpan}各月实际数，与序时、目标相比。", CellBlock.Down(table, first),
        [.. Kinds.Select((kind, index) => new Series(CellBlock.Of(table, CellBlock.Head, first + 1 + index), CellBlock.Down(table, first + 1 + index), kind))], Format);

    static Cell Point(decimal? value, string unit, FigureRef? of) => value is { } some
        ? new Number(unit == "%" ? Figures.Round(some / 100, 4) : Figures.Round(some, 2), Pattern(unit)) { Of = of } : new NoPoint();

    static string Pattern(string unit) => unit switch { "%" => "0.0%", "‰" => "0.0", _ => Number.Whole };
}
