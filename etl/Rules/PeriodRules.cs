using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>A sheet as a whole beside what is held of its period and of the one before it.</summary>
static class PeriodRules
{
    /// <summary>
    /// The heading still names a month that is held, and the figures are those of the next: asked before it replaces anything. A correction
    /// seldom changes most of a sheet, and one that says so is not asked; nor is what gives way to a first real sheet after a 零报告.
    /// </summary>
    public static IEnumerable<Finding> PeriodUnchanged(CheckedTable table)
    {
        var next = table.Period.Next();
        if (table.Now.IsCorrection || !IsDue(table, next) || IsHeld(table, next)) yield break;
        var compared = Compared(table, table.Period);
        var changed = compared.Count(pair => pair.Now != pair.Held);
        if (changed < table.Parameter(RuleTexts.PeriodUnchanged, "least_cells") || 2 * changed <= compared.Count || compared.TrueForAll(pair => pair.Held == 0)) yield break;
        yield return RuleTexts.PeriodUnchanged.At(CheckedTable.PlaceOf(table.Table), table.Period.InWords(), next.InWords(), null,
            Words(table.Period, "period"), Words(next, "next"), new("code", table.Period.ToString()), new("column", compared[0].Cell.Column.Title),
            new("count", Shown.Number(compared.Count)), new("changed", Shown.Number(changed)));
    }

    /// <summary>
    /// Not a figure has moved since the period before. Stocks stand still and small flows repeat by chance, so several larger flows must be
    /// among them; which lines are flows is known where the form adds up through the year.
    /// </summary>
    public static IEnumerable<Finding> SheetRepeatsPeriod(CheckedTable table)
    {
        var previous = table.Period.Next(-1);
        var compared = Compared(table, previous);
        var all = table.OwnCells(Basis.in_period).Count(cell => CheckedTable.Number(cell) is not null);
        if (compared.Count < all || compared.Exists(pair => pair.Now != pair.Held)) yield break;
        var least = table.Parameter(RuleTexts.SheetRepeatsPeriod, "least_value");
        if (compared.Count(pair => pair.Now >= least && IsFlow(table, pair.Cell.Line)) < Math.Max(1, table.Parameter(RuleTexts.SheetRepeatsPeriod, "least_cells"))) yield break;
        yield return RuleTexts.SheetRepeatsPeriod.At(CheckedTable.PlaceOf(table.Table), table.Period.InWords(), null, null,
            Words(previous, "previous"), new("column", compared[0].Cell.Column.Title), new("count", Shown.Number(compared.Count)));
    }

    /// <summary>What the sheet would change of a locked period: before and after, or that its form takes none any more. Nothing is said of one that changes nothing.</summary>
    public static IEnumerable<Finding> PeriodLocked(CheckedTable table)
    {
        if (!table.Now.IsLocked) yield break;
        var own = Enum.GetValues<Basis>().SelectMany(table.OwnCells).Select(cell => (Cell: cell, Now: CheckedTable.Number(cell),
            Held: table.HeldValue(cell.Line, cell.Column.Basis, table.Period))).ToList();
        List<(string Zh, string En)> changes = [.. own.Where(pair => pair.Now != pair.Held && pair.Cell.State != ValueState.blank)
            .OrderBy(pair => pair.Cell.Line.Number).Select(pair => Change(pair.Cell, pair.Held, pair.Now))];
        if (changes.Count == 0) yield break;
        if (table.Now.RefusesAfterLock)
        {
            yield return RuleTexts.PeriodRefused.At(CheckedTable.PlaceOf(table.Table), table.Period.InWords(), null, null, Words(table.Period, "period"), new("form", table.Form.Name));
            yield break;
        }
        yield return RuleTexts.PeriodLocked.At(CheckedTable.PlaceOf(table.Table), table.Period.InWords(), null, null, Words(table.Period, "period"),
            own.TrueForAll(pair => pair.Held is null) ? new("changes", "这一期原来没有报过", "Nothing was held of it") : new("changes",
                "改前 → 改后：" + string.Join("；", changes.Select(change => change.Zh)), "Before → after: " + string.Join("; ", changes.Select(change => change.En))));
    }

    // A — over a figure takes it back, as another figure would; what is left blank is asked about by itself.
    static (string, string) Change(MatchedCell cell, decimal? before, decimal? figure)
    {
        var now = figure is { } number ? Shown.Number(number) : cell.State switch { ValueState.not_applicable => "—", ValueState.below_unit => "…", _ => cell.Source.Text };
        var place = $"{CheckedTable.NameOf(cell.Line)} {cell.Column.Title}";
        return ($"{place} {(before is { } held ? Shown.Number(held) : "无")} → {now}", $"{place} {(before is { } was ? Shown.Number(was) : "none")} → {now}");
    }

    static List<(MatchedCell Cell, decimal Now, decimal Held)> Compared(CheckedTable table, Period with) =>
    [
        .. from cell in table.OwnCells(Basis.in_period)
           let now = CheckedTable.Number(cell)
           let held = table.HeldValue(cell.Line, Basis.in_period, with)
           where now is not null && held is not null
           select (cell, now.Value, held.Value),
    ];

    /// <summary>It is owed and has ended, or will have before its own sheets are due in as many days.</summary>
    static bool IsDue(CheckedTable table, Period period) =>
        StructureRules.ObligationOf(table.Form, table.Unit, period) is { } owed && period.End <= table.Now.Today.AddDays(owed.DueWorkingDay);

    static bool IsHeld(CheckedTable table, Period period) => table.Form.Columns.Where(column => column is { IsQuoted: false, HasOwnPeriod: false })
        .Any(column => table.Form.Lines.Any(line => line.Fills(column.Id) && table.HeldValue(line, column.Basis, period) is not null));

    static bool IsFlow(CheckedTable table, FormLine line) =>
        table.Form.Columns.Any(column => column is { Basis: Basis.year_to_date, IsQuoted: false, HasOwnPeriod: false } && line.Fills(column.Id));

    static Word Words(Period period, string name) => new(name, period.InWords(), period.ToString());
}
