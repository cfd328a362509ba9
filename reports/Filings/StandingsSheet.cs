using Reporting.Reports.Layout;

namespace Reporting.Reports.Filings;

/// <summary>总览: the draft of the 通报, the units from the most punctual to the least, and the year's months in a chart.</summary>
static class StandingsSheet
{
    const int ChartRows = 13, Months = 12;

    /// <summary>More units than this are printed small, to keep the page.</summary>
    const int RoomyUnits = 28;

    static readonly int[] Page = [6, 30, 8, 8, 8, 10, 8, 8, 8, 8, 8, 8, 8, 10], Aside = [10, 12, 12];

    public static SheetLayout Of(FilingsFacts facts) => new("总览", Landscape: false, [.. Page, .. Aside],
    [
        .. Heading.First(facts.Content.Cover),
        new Line(LineKind.heading, "一、主要情况"),
        .. FilingsSentences.Of(facts).Select((sentence, index) => new Line(LineKind.paragraph, $"{index + 1}. {sentence.Text}") { Numbers = sentence.Numbers }),
        new Line(LineKind.heading, "二、各单位报送（按本年按时率排名）"),
        Ranked(facts),
        .. Chart(facts),
        new Line(LineKind.note, "注：到期为过了截止日的和提前入库的；入库含零报告；按时为入库且首次收到不晚于截止日；迟报为入库但首次收到在截止日之后；未完成为到期而未入库；退回为被退回的份次，改好重报的也计。按时率＝按时÷到期，按时率相同的名次相同；—：没有到期的。"),
    ], MostPages: 1)
    { AsideColumns = Aside.Length };

    static Table Ranked(FilingsFacts facts) => new(
        [
            new("名次", Alignment.center), new("单位"), .. new[] { "本月\n到期", "本月\n入库", "本月\n按时", "本月\n按时率", "本年\n到期", "本年\n入库", "本年\n按时", "本年\n迟报", "本年\n零报告", "本年\n未完成", "本年\n退回", "本年\n按时率" }
                .Select(head => new Column(head, Alignment.right)),
        ],
        facts.Units.Count == 0 ? [] :
        [
            .. facts.Units.Select(unit => new Row([unit.Place is { } place ? new Number(place, "0") : FigureCells.NotApplicable, unit.Name, .. Cells(unit.Month, unit.Year)])),
            new Row(["", "合计", .. Cells(Tally.Of(facts.OfMonth), Tally.Of(facts.OfYear))], RowKind.total),
        ], WhenEmpty: "本年至本月没有报送义务", Dense: facts.Units.Count > RoomyUnits);

    static Cell[] Cells(Tally month, Tally year) =>
    [
        new Number(month.Due), new Number(month.Loaded), new Number(month.OnTime), Share(month),
        new Number(year.Due), new Number(year.Loaded), new Number(year.OnTime), new Number(year.Late), new Number(year.Nil), new Number(year.Open), new Number(year.Returned), Share(year),
    ];

    public static Cell Share(Tally tally) => tally.Share is { } share ? new Number(share, "0.0%") : FigureCells.NotApplicable;

    /// <summary>按时率 of the months, beside those of the year before where there are any; drawn from the cells beside the page.</summary>
    static IEnumerable<Block> Chart(FilingsFacts facts)
    {
        var (now, before) = (Course(facts, facts.Year, facts.Month), Course(facts, facts.Year - 1, Months));
        if (!now.Exists(cell => cell is Number)) yield break;
        var compares = before.Exists(cell => cell is Number);
        var table = new Table(
            [new("月份", Alignment.center), new($"{facts.Year}年", Alignment.right), .. compares ? [new Column($"{facts.Year - 1}年", Alignment.right)] : Array.Empty<Column>()],
            [.. Enumerable.Range(0, Months).Select(month => new Row([$"{month + 1}月", now[month], .. compares ? [before[month]] : Array.Empty<Cell>()]))], Dense: true);
        yield return new Beside(table);
        yield return new ChartBand([new("各月报表按时率", $"{facts.Content.District.Name}{facts.Year}年各月到期报表的按时率{(compares ? "，与上年各月相比" : "")}。", CellBlock.Down(table, 0),
            [
                new(CellBlock.Of(table, CellBlock.Head, 1), CellBlock.Down(table, 1), now.Count(cell => cell is Number) > 1 ? SeriesKind.line : SeriesKind.column), // far from 0: a line, but one month alone draws none
                .. compares ? [new(CellBlock.Of(table, CellBlock.Head, 2), CellBlock.Down(table, 2), SeriesKind.dashed)] : Array.Empty<Series>(),
            ], "0%") { Most = 1 }], ChartRows);
    }

    static List<Cell> Course(FilingsFacts facts, int year, int last) =>
        [.. Enumerable.Range(1, Months).Select(month => month <= last && facts.At(year, month).Share is { } share ? (Cell)new Number(share, "0.0%") : new NoPoint())];
}
