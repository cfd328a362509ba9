using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>本年累计 against 本月数 and the cumulative figure of the period before. Lines that have both columns are flows.</summary>
static class CumulativeRules
{
    // A line that may fall below nought may also bring the sum down. Where the exact check speaks of the cell, once is enough.
    public static IEnumerable<Finding> YtdBelowMonth(CheckedTable table) =>
        from pair in Cumulated.In(table)
        where pair.Ytd < pair.Month && pair.Line.Minimum >= 0 && (YearBefore.Of(table, pair.Line) is not { } before || pair.Ytd == before.Sum + pair.Month)
        select RuleTexts.YtdBelowMonth.At(table.PlaceOf(pair.YtdCell), Shown.Cell(pair.YtdCell), $"≥ {Shown.Number(pair.Month)}", pair.Ytd - pair.Month,
            new Word("ytd", pair.YtdCell.Column.Title), new Word("month", pair.MonthCell.Column.Title), new Word("value", Shown.Number(pair.Month)));

    // Of a figure that cannot be (half a person) the rule about it says what is due; a sum with it would be no better.
    public static IEnumerable<Finding> YtdNotPreviousPlusMonth(CheckedTable table) =>
        from pair in Cumulated.In(table)
        let before = YearBefore.Of(table, pair.Line)
        where before is not null && pair.Ytd != before.Sum + pair.Month
        let due = before.Sum + pair.Month
        where CellRules.IsWhole(pair.Line, due) || !table.Stands(RuleTexts.ValueNotWhole)
        let suspect = Suspects.Of(FiguresOf(table, pair, before))
        select RuleTexts.YtdNotPreviousPlusMonth.At(table.PlaceOf(pair.YtdCell), Shown.Cell(pair.YtdCell), Shown.Number(due), pair.Ytd - due,
            new Word("ytd", pair.YtdCell.Column.Title), new Word("due", Shown.Number(due)), before.How(table, pair), new Word("suspect", suspect.Zh, suspect.En));

    public static IEnumerable<Finding> YtdNotChecked(CheckedTable table)
    {
        List<Cumulated> left = [.. Cumulated.In(table).Where(pair => YearBefore.Of(table, pair.Line) is null)];
        if (left.Count == 0) yield break;
        var previous = table.Period.Next(-1);
        yield return RuleTexts.YtdNotChecked.At(table.PlaceOf(null, left[0].YtdCell.Column), null, null, null,
            new("previous", previous.InWords(), previous.ToString()), new("count", Shown.Number(left.Count)),
            new("ytd", left[0].YtdCell.Column.Title),
            new("lines", string.Join("、", left.Select(pair => pair.Line.Number)), string.Join(", ", left.Select(pair => pair.Line.Number))));
    }

    /// <summary>An earlier period that is changed leaves the sums held after it as they were: they are named, for nobody else would.</summary>
    public static IEnumerable<Finding> YtdLaterDiffers(CheckedTable table) =>
        from pair in Cumulated.In(table)
        where YearBefore.Of(table, pair.Line) is not { } before || pair.Ytd == before.Sum + pair.Month
        let later = Later(table, pair).ToList()
        where later.Count > 0
        select RuleTexts.YtdLaterDiffers.At(table.PlaceOf(pair.YtdCell), Shown.Cell(pair.YtdCell), null, null, new("ytd", pair.YtdCell.Column.Title), new("later",
            string.Join("；", later.Select(each => $"{each.Period.InWords()} {Shown.Number(each.Held)}（应为 {Shown.Number(each.Due)}）")),
            string.Join("; ", later.Select(each => $"{each.Period} {Shown.Number(each.Held)} (should be {Shown.Number(each.Due)})"))));

    /// <summary>As far as the periods after this one are held without a gap.</summary>
    static IEnumerable<(Period Period, decimal Held, decimal Due)> Later(CheckedTable table, Cumulated pair)
    {
        var due = pair.Ytd;
        for (var period = table.Period.Next(); period.Start.Year == table.Period.Start.Year; period = period.Next())
        {
            if (table.HeldValue(pair.Line, Basis.in_period, period) is not { } month) yield break;
            due += month;
            if (table.HeldValue(pair.Line, Basis.year_to_date, period) is { } held && held != due) yield return (period, held, due);
        }
    }

    static Suspects.Figures FiguresOf(CheckedTable table, Cumulated pair, YearBefore before) =>
        new(pair.MonthCell.Column.Title, pair.YtdCell.Column.Title, before.Sum, before.LastMonth, pair.Month, pair.Ytd)
        {
            LastYearMonth = table.HeldValue(pair.Line, Basis.in_period, table.Period.YearsBack(1)),
            LastYearYtd = table.HeldValue(pair.Line, Basis.year_to_date, table.Period.YearsBack(1)),
            Neighbours = Neighbours(table, pair),
        };

    /// <summary>What is due in the lines above and below that are wrong as well: a figure that slipped is missing where it belongs.</summary>
    static List<Suspects.Due> Neighbours(CheckedTable table, Cumulated pair)
    {
        var lines = table.Form.Lines.ToList();
        var at = lines.IndexOf(pair.Line);
        return [.. from other in Cumulated.In(table)
                   where Math.Abs(lines.IndexOf(other.Line) - at) == 1 && (other.MonthCell.Column, other.YtdCell.Column) == (pair.MonthCell.Column, pair.YtdCell.Column)
                   let sum = YearBefore.Of(table, other.Line)?.Sum
                   where sum is not null && other.Ytd != sum + other.Month
                   select new Suspects.Due(other.Line.Number, other.Ytd - sum.Value, sum.Value + other.Month)];
    }
}
