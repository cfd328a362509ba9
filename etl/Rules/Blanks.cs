using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>Owed cells left blank: asked about in one sentence where they are several and may be noughts, and read as 0 once that is confirmed.</summary>
public static class Blanks
{
    internal static IEnumerable<Finding> BlanksAreZero(CheckedTable table)
    {
        var blanks = Asked(table);
        if (blanks.Count == 0) yield break;
        yield return RuleTexts.BlanksAreZero.At(CheckedTable.PlaceOf(table.Table), null, "0 或实际数", null, Count(blanks), Places(blanks));
    }

    /// <summary>
    /// The blanks that are asked about together. None where they are few, where the whole sheet is blank (then it was not filled in at all),
    /// or while the rule is off or on trial: each is then an error of its own.
    /// </summary>
    internal static List<MatchedCell> Asked(CheckedTable table)
    {
        if (!table.Stands(RuleTexts.BlanksAreZero)) return [];
        var owed = table.Cells.Where(cell => table.IsOwed(cell.Line, cell.Column)).ToList();
        var blanks = owed.FindAll(cell => IsBlank(cell) && MayBeZero(table, cell));
        return blanks.Count < table.Parameter(RuleTexts.BlanksAreZero, "least_cells") || owed.TrueForAll(IsBlank) ? [] : blanks;
    }

    /// <summary>The table with its blank owed cells reported as 0, and a remark that says so; the same table where none is blank.</summary>
    /// <remarks>For a table of which a person has confirmed it. What no 0 can be (a cumulative figure in mid-year) the other rules will say.</remarks>
    public static MatchedTable AsZero(MatchedTable table)
    {
        if (table is not { Form: not null, Unit: not null, Period: not null }) return table;
        var view = new CheckedTable(table, Held.Nothing, new(default));
        var blanks = table.Cells.Where(cell => view.IsOwed(cell.Line, cell.Column) && IsBlank(cell)).ToHashSet();
        if (blanks.Count == 0) return table;
        var remark = RuleTexts.BlankReadAsZero.At(CheckedTable.PlaceOf(table), null, null, null, Count(blanks), Places(blanks));
        return table with
        {
            Cells = [.. table.Cells.Select(cell => blanks.Contains(cell) ? cell with { Value = 0, State = ValueState.reported, Bound = Bound.exact } : cell)],
            Findings = [.. table.Findings, remark],
        };
    }

    static bool IsBlank(MatchedCell cell) => cell is { State: ValueState.blank, Source: { Unreadable: false, Hollow: not Sheets.HollowCell.formula } };

    /// <summary>A sum through the year is not 0 where the period has a figure, or the year had one before; nor is the period 0 where the sum has grown.</summary>
    static bool MayBeZero(CheckedTable table, MatchedCell cell)
    {
        if (cell.Column.HasOwnPeriod) return true;
        var previous = table.Period.Next(-1);
        var before = previous.Start.Year == table.Period.Start.Year ? table.HeldValue(cell.Line, Basis.year_to_date, previous) ?? 0 : 0;
        decimal? Other(Basis basis) => table.OwnCells(basis).Where(other => other.Line == cell.Line).Select(CheckedTable.Number).FirstOrDefault();
        return cell.Column.Basis == Basis.year_to_date ? before == 0 && Other(Basis.in_period) is null or 0
            : cell.Column.Basis != Basis.in_period || Other(Basis.year_to_date) is not { } sum || sum == before;
    }

    static Word Count(IReadOnlyCollection<MatchedCell> blanks) => new("count", Shown.Number(blanks.Count));

    static Word Places(IEnumerable<MatchedCell> blanks)
    {
        var lines = blanks.GroupBy(cell => CheckedTable.NameOf(cell.Line)).Select(line => $"{line.Key} × {string.Join("、", line.Select(cell => cell.Column.Title))}").ToList();
        return new("places", string.Join("；", lines), string.Join("; ", lines));
    }
}
