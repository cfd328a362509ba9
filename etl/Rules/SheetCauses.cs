using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>
/// What is wrong with most figures of a sheet at once. Told only where what is held fits exactly, and before the rules about single figures,
/// each of which would advise to change a figure that is right.
/// </summary>
static class SheetCauses
{
    const decimal TenThousand = 10_000;

    public static IEnumerable<Finding> UnitScale(CheckedTable table)
    {
        List<AgainstHeld> compared = [.. Compared(table)];
        foreach (var times in new[] { 1 / TenThousand, TenThousand })
        {
            var fitting = compared.FindAll(one => one.FitsAt(times));
            if (!AreMost(table, RuleTexts.UnitScale, "least_cells", fitting.Count, compared.Count)) continue;
            var cell = fitting[0].Cell;
            var (now, right) = (ScaleOf(cell) == TenThousand ? $"万{cell.Line.Unit}" : cell.Line.Unit, times < 1 ? cell.Line.Unit : $"万{cell.Line.Unit}");
            var isUnit = now != right;
            yield return RuleTexts.UnitScale.At(CheckedTable.PlaceOf(table.Table) with { Cell = isUnit ? table.Table.Table.UnitCell : null }, isUnit ? now : null, isUnit ? right : null, null,
                new("count", Shown.Number(fitting.Count)), times < 1 ? new("direction", "大", "large") : new("direction", "小", "small"), Example(table, cell, times),
                isUnit ? new("advice", $"数字是以“{right}”为单位填的，而计量单位写作“{now}”：请把计量单位改为“{right}”，或把数字改成以“{now}”为单位",
                        $"The figures are in {right}, while the unit says {now}: correct the unit, or write the figures in {now}")
                    : new("advice", $"请把各数{(times < 1 ? "除以" : "乘以")} 10000 后重填", $"{(times < 1 ? "Divide" : "Multiply")} each figure by 10000"));
        }
    }

    public static IEnumerable<Finding> ColumnsExchanged(CheckedTable table)
    {
        var pairs = Cumulated.In(table).Where(pair => pair.Month != pair.Ytd && pair.Line.Minimum >= 0).ToList();
        var fitting = pairs.FindAll(pair => YearBefore.Of(table, pair.Line) is { } before ? pair.Month == before.Sum + pair.Ytd : pair.Ytd < pair.Month);
        if (!AreMost(table, RuleTexts.ColumnsExchanged, "least_lines", fitting.Count, pairs.Count)) yield break;
        var (month, ytd) = (fitting[0].MonthCell, fitting[0].YtdCell);
        var isHeld = fitting.Exists(pair => YearBefore.Of(table, pair.Line) is not null);
        yield return RuleTexts.ColumnsExchanged.At(CheckedTable.PlaceOf(table.Table) with { Cell = HeadsOf(table, month, ytd) }, null, null, null,
            new("month", month.Column.Title), new("ytd", ytd.Column.Title), new("count", Shown.Number(fitting.Count)),
            isHeld ? new("fits", "都与上期累计相符", "agree with the year before this period") : new("fits", "的累计都不再小于本期数", "have a year to date not below the period"));
    }

    /// <summary>A sheet copied from the period before with nothing changed but its heading: a figure of the period that adds nothing to the year.</summary>
    public static IEnumerable<Finding> SheetOfPeriodBefore(CheckedTable table)
    {
        var previous = table.Period.Next(-1);
        var pairs = Cumulated.In(table).Where(pair => pair.Month != 0).ToList();
        var same = pairs.FindAll(pair => pair.Month == table.HeldValue(pair.Line, Basis.in_period, previous) && pair.Ytd == table.HeldValue(pair.Line, Basis.year_to_date, previous)
            && YearBefore.Of(table, pair.Line) is { } before && pair.Ytd != before.Sum + pair.Month);
        if (!AreMost(table, RuleTexts.SheetOfPeriodBefore, "least_lines", same.Count, pairs.Count)) yield break;
        yield return RuleTexts.SheetOfPeriodBefore.At(CheckedTable.PlaceOf(table.Table), null, null, null,
            new("month", same[0].MonthCell.Column.Title), new("ytd", same[0].YtdCell.Column.Title), new("count", Shown.Number(same.Count)),
            new("previous", previous.InWords(), previous.ToString()), new("period", table.Period.InWords(), table.Period.ToString()));
    }

    static bool AreMost(CheckedTable table, RuleText rule, string least, int fitting, int all) =>
        fitting > 0 && fitting >= table.Parameter(rule, least) && 2 * fitting > all;

    /// <summary>The figures that can be held against what is known, and that fit at one scale only.</summary>
    static IEnumerable<AgainstHeld> Compared(CheckedTable table) =>
    [
        .. from pair in Cumulated.In(table)
           let before = YearBefore.Of(table, pair.Line)
           where before is { Sum: not 0 }
           select new AgainstHeld(pair.YtdCell, times => pair.Ytd * times == before.Sum + pair.Month * times),
        .. from cell in table.Cells
           let held = QuotedRules.HeldOf(table, cell)
           let quoted = CheckedTable.Number(cell)
           where held is not (null or 0) && quoted is not null
           select new AgainstHeld(cell, times => quoted * times == held),
    ];

    static Word Example(CheckedTable table, MatchedCell cell, decimal times)
    {
        var (value, place) = (cell.Value!.Value, (table.PlaceOf(cell) with { Sheet = null }).ToString());
        return new("example", $"“{place}”是 {Shown.Number(value)}，应为 {Shown.Number(value * times)}", $"{place.Replace("，", ", ", StringComparison.Ordinal)} is {Shown.Number(value)} for {Shown.Number(value * times)}");
    }

    static decimal ScaleOf(MatchedCell cell) => cell.Source.Value is { } written and not 0 ? cell.Value!.Value / written : 1;

    // Where the two stand in columns of their own, it is their heads that name them wrongly.
    static string? HeadsOf(CheckedTable table, MatchedCell month, MatchedCell ytd) => month.ColumnNumber == ytd.ColumnNumber ? null
        : string.Join(' ', table.Table.Table.Columns.Where(column => column.HeaderRow is not null && (column.Column == month.ColumnNumber || column.Column == ytd.ColumnNumber))
            .Select(column => Address.Of(column.HeaderRow!.Value, column.Column))) is { Length: > 0 } heads ? heads : null;

    sealed record AgainstHeld(MatchedCell Cell, Func<decimal, bool> FitsAt);
}
