using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>本年累计 against 本月数 and the cumulative figure of the period before. Lines that have both columns are flows.</summary>
static class CumulativeRules
{
    // A line that may fall below nought may also bring the sum down. Where the exact check speaks of the cell, once is enough.
    public static IEnumerable<Finding> YtdBelowMonth(CheckedTable table) =>
        from pair in Pairs(table)
        where pair.Ytd < pair.Month && pair.Line.Minimum >= 0 && (Before(table, pair) is not { } before || pair.Ytd == before.Sum + pair.Month)
        select RuleTexts.YtdBelowMonth.At(table.PlaceOf(pair.YtdCell), Shown.Cell(pair.YtdCell), $"≥ {Shown.Number(pair.Month)}", pair.Ytd - pair.Month,
            new Word("ytd", pair.YtdCell.Column.Title), new Word("month", pair.MonthCell.Column.Title), new Word("value", Shown.Number(pair.Month)));

    public static IEnumerable<Finding> YtdNotPreviousPlusMonth(CheckedTable table) =>
        from pair in Pairs(table)
        let before = Before(table, pair)
        where before is not null && pair.Ytd != before.Sum + pair.Month
        let due = before.Sum + pair.Month
        let suspect = Suspects.Of(FiguresOf(table, pair, before))
        select RuleTexts.YtdNotPreviousPlusMonth.At(table.PlaceOf(pair.YtdCell), Shown.Cell(pair.YtdCell), Shown.Number(due), pair.Ytd - due,
            new Word("ytd", pair.YtdCell.Column.Title), new Word("due", Shown.Number(due)), before.How, new Word("suspect", suspect.Zh, suspect.En));

    public static IEnumerable<Finding> YtdNotChecked(CheckedTable table)
    {
        List<Pair> left = [.. Pairs(table).Where(pair => Before(table, pair) is null)];
        if (left.Count == 0) yield break;
        var previous = table.Period.Next(-1);
        yield return RuleTexts.YtdNotChecked.At(table.PlaceOf(null, left[0].YtdCell.Column), null, null, null,
            new("previous", previous.InWords(), previous.ToString()), new("count", Shown.Number(left.Count)),
            new("ytd", left[0].YtdCell.Column.Title),
            new("lines", string.Join("、", left.Select(pair => pair.Line.Number)), string.Join(", ", left.Select(pair => pair.Line.Number))));
    }

    /// <summary>An earlier period that is changed leaves the sums held after it as they were: they are named, for nobody else would.</summary>
    public static IEnumerable<Finding> YtdLaterDiffers(CheckedTable table) =>
        from pair in Pairs(table)
        where Before(table, pair) is not { } before || pair.Ytd == before.Sum + pair.Month
        let later = Later(table, pair).ToList()
        where later.Count > 0
        select RuleTexts.YtdLaterDiffers.At(table.PlaceOf(pair.YtdCell), Shown.Cell(pair.YtdCell), null, null, new("ytd", pair.YtdCell.Column.Title), new("later",
            string.Join("；", later.Select(each => $"{each.Period.InWords()} {Shown.Number(each.Held)}（应为 {Shown.Number(each.Due)}）")),
            string.Join("; ", later.Select(each => $"{each.Period} {Shown.Number(each.Held)} (should be {Shown.Number(each.Due)})"))));

    /// <summary>As far as the periods after this one are held without a gap.</summary>
    static IEnumerable<(Period Period, decimal Held, decimal Due)> Later(CheckedTable table, Pair pair)
    {
        var due = pair.Ytd;
        for (var period = table.Period.Next(); period.Start.Year == table.Period.Start.Year; period = period.Next())
        {
            if (table.HeldValue(pair.Line, Basis.in_period, period) is not { } month) yield break;
            due += month;
            if (table.HeldValue(pair.Line, Basis.year_to_date, period) is { } held && held != due) yield return (period, held, due);
        }
    }

    static IEnumerable<Pair> Pairs(CheckedTable table) =>
        from monthColumn in table.Form.Columns
        where monthColumn is { Basis: Basis.in_period, IsQuoted: false, HasOwnPeriod: false }
            && table.Period.Kind is PeriodKind.month or PeriodKind.quarter or PeriodKind.half
        from ytdColumn in table.Form.Columns
        where ytdColumn is { Basis: Basis.year_to_date, IsQuoted: false, HasOwnPeriod: false }
        from line in table.Form.Lines
        let month = table.Number(line, monthColumn)
        let ytd = table.Number(line, ytdColumn)
        where month is not null && ytd is not null
        select new Pair(line, table.Cell(line, monthColumn)!, month.Value, table.Cell(line, ytdColumn)!, ytd.Value);

    /// <summary>The year's sum before this period: the last cumulative figure, else the months where all are held; null if neither.</summary>
    static YearBefore? Before(CheckedTable table, Pair pair)
    {
        var previous = table.Period.Next(-1);
        var month = Shown.Number(pair.Month);
        var (monthTitle, ytdTitle) = (pair.MonthCell.Column.Title, pair.YtdCell.Column.Title);
        if (previous.Start.Year != table.Period.Start.Year)
            return new(0, null, new("how", $"一年的第一期，与{monthTitle} {month} 相同", $"first period of the year: equal to {monthTitle} {month}"));
        var lastMonth = table.HeldValue(pair.Line, Basis.in_period, previous);
        if (table.HeldValue(pair.Line, Basis.year_to_date, previous) is { } ytd)
            return new(ytd, lastMonth, new("how", $"{previous.InWords()}{ytdTitle} {Shown.Number(ytd)} + {monthTitle} {month}",
                $"{ytdTitle} of {previous}: {Shown.Number(ytd)} + {monthTitle} {month}"));
        return HeldMonths.Sum(table, pair.Line, previous) is not { } sum ? null
            : new(sum, lastMonth, new("how", $"{previous.InWords()}止各期{monthTitle}之和 {Shown.Number(sum)} + {monthTitle} {month}",
                $"sum of {monthTitle} through {previous}: {Shown.Number(sum)} + {monthTitle} {month}"));
    }

    static Suspects.Figures FiguresOf(CheckedTable table, Pair pair, YearBefore before) =>
        new(pair.MonthCell.Column.Title, pair.YtdCell.Column.Title, before.Sum, before.LastMonth, pair.Month, pair.Ytd)
        {
            LastYearMonth = table.HeldValue(pair.Line, Basis.in_period, table.Period.YearsBack(1)),
            LastYearYtd = table.HeldValue(pair.Line, Basis.year_to_date, table.Period.YearsBack(1)),
            Neighbours = Neighbours(table, pair),
        };

    /// <summary>What is due in the lines above and below that are wrong as well: a figure that slipped is missing where it belongs.</summary>
    static List<Suspects.Due> Neighbours(CheckedTable table, Pair pair)
    {
        var lines = table.Form.Lines.ToList();
        var at = lines.IndexOf(pair.Line);
        return [.. from other in Pairs(table)
                   where Math.Abs(lines.IndexOf(other.Line) - at) == 1 && (other.MonthCell.Column, other.YtdCell.Column) == (pair.MonthCell.Column, pair.YtdCell.Column)
                   let sum = Before(table, other)?.Sum
                   where sum is not null && other.Ytd != sum + other.Month
                   select new Suspects.Due(other.Line.Number, other.Ytd - sum.Value, sum.Value + other.Month)];
    }

    sealed record Pair(FormLine Line, MatchedCell MonthCell, decimal Month, MatchedCell YtdCell, decimal Ytd);

    sealed record YearBefore(decimal Sum, decimal? LastMonth, Word How);
}
