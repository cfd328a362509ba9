using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Warehouse;

namespace Reporting.Etl.Rules;

/// <summary>
/// What reading and matching leave open. Form, unit, period and header hold back every rule; a cell or a line that cannot be used holds back
/// only the rules that would calculate with it.
/// </summary>
static class Doubts
{
    static readonly HashSet<string> OfCells = ["value_unreadable", "value_too_large"];
    static readonly HashSet<string> OfLines = ["unit_conflict", "line_missing", "line_twice"];

    /// <summary>Whether the deeper rules would judge the wrong form, unit, month or column.</summary>
    public static bool AreOfTable(MatchedTable table) => table is not { Form: not null, Unit: not null, Period: not null }
        || table.Findings.Any(finding => finding.Severity == Severity.error && !OfCells.Contains(finding.Code) && !IsOfLine(finding));

    public static bool IsOfLine(Finding finding) => OfLines.Contains(finding.Code) && finding.Place.Line is not null;

    /// <summary>The cells, those in doubt as ones that cannot be read: the finding that says so has been made.</summary>
    public static IEnumerable<MatchedCell> Settled(MatchedTable table)
    {
        var errors = table.Findings.Where(finding => finding.Severity == Severity.error).ToList();
        var places = errors.Where(finding => OfCells.Contains(finding.Code)).Select(finding => finding.Place.Cell).OfType<string>().ToHashSet();
        var lines = errors.Where(IsOfLine).Select(finding => finding.Place.Line).OfType<string>().ToHashSet();
        return places.Count + lines.Count == 0 ? table.Cells
            : table.Cells.Select(cell => lines.Contains(CheckedTable.NameOf(cell.Line)) || places.Contains(Address.Of(cell.Row, cell.ColumnNumber)) ? Unusable(cell) : cell);
    }

    static MatchedCell Unusable(MatchedCell cell) => cell with { Value = null, State = ValueState.blank, Bound = Bound.exact, Source = cell.Source with { Unreadable = true } };
}
