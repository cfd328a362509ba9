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

    /// <summary>The blanks that are asked about together; none where they are few, or while the rule is off or on trial: each is then an error of its own.</summary>
    internal static List<MatchedCell> Asked(CheckedTable table)
    {
        if (!table.Stands(RuleTexts.BlanksAreZero)) return [];
        var blanks = MayBeNoughts(table);
        return blanks.Count < table.Parameter(RuleTexts.BlanksAreZero, "least_cells") ? [] : blanks;
    }

    /// <summary>The lines, by name, of which a table asks whether their blanks are 0.</summary>
    /// <param name="table">Must know its form, unit and period.</param>
    public static IReadOnlyList<string> AskedLines(MatchedTable table, Held held, Circumstances now) =>
        [.. Asked(new CheckedTable(table, held, now)).Select(cell => CheckedTable.NameOf(cell.Line)).Distinct()];

    /// <summary>The table with the blanks of some lines reported as 0, and a remark that says so; the same table where none of them can be.</summary>
    /// <param name="table">Must know its form, unit and period.</param>
    /// <param name="confirmed">Names of the lines of which a person has said that a blank is 0.</param>
    public static MatchedTable AsZero(MatchedTable table, Held held, Circumstances now, IReadOnlySet<string> confirmed)
    {
        var blanks = MayBeNoughts(new CheckedTable(table, held, now)).Where(cell => confirmed.Contains(CheckedTable.NameOf(cell.Line))).ToHashSet();
        if (blanks.Count == 0) return table;
        var remark = RuleTexts.BlankReadAsZero.At(CheckedTable.PlaceOf(table), null, null, null, Count(blanks), Places(blanks));
        return table with
        {
            Cells = [.. table.Cells.Select(cell => blanks.Contains(cell) ? cell with { Value = 0, State = ValueState.reported, Bound = Bound.exact } : cell)],
            Findings = [.. table.Findings, remark],
        };
    }

    /// <summary>
    /// Owed blanks of flows that may be 0, whatever was said of them: a stock is not 0 because nobody wrote it, and a sheet that is blank from
    /// end to end was not filled in at all.
    /// </summary>
    static List<MatchedCell> MayBeNoughts(CheckedTable table)
    {
        var owed = table.Cells.Where(cell => table.IsOwed(cell.Line, cell.Column)).ToList();
        return owed.TrueForAll(IsBlank) ? [] : owed.FindAll(cell => IsBlank(cell) && !table.Now.Stocks.Contains(cell.Line.Element) && MayBeZero(table, cell));
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
