using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>
/// The order in which findings are shown: errors, warnings, remarks; within them what is wrong with the table as a whole, a cause before
/// its consequences, then rule by rule, the rule first that touches the headline (lines of level 0) and moves it most. The lines of a rule stay together, as printed.
/// </summary>
sealed class FindingOrder(CheckedTable table)
{
    /// <summary>A finding without a difference may mean anything; it goes before what is known to be small.</summary>
    const decimal UnknownEffect = 1;

    static readonly HashSet<string> Structure =
    [
        .. new[] { RuleTexts.PeriodInFuture, RuleTexts.PeriodNotOwed, RuleTexts.PeriodUnchanged, RuleTexts.PeriodLocked, RuleTexts.PeriodRefused, RuleTexts.ColumnMissing,
            RuleTexts.LineMissing, RuleTexts.SignatureMissing }.Select(text => text.Code),
    ];

    readonly Dictionary<string, FormLine> lines = table.Form.Lines.GroupBy(CheckedTable.NameOf).ToDictionary(group => group.Key, group => group.First());
    readonly List<string> columns = [.. table.Form.Columns.Select(column => column.Title)];

    public IEnumerable<Finding> Of(IEnumerable<Finding> findings) => findings
        .GroupBy(finding => (finding.Severity, finding.Code))
        .OrderBy(group => group.Key.Severity).ThenBy(group => Structure.Contains(group.Key.Code) ? 0 : group.Key.Code == RuleTexts.OneCellWrong.Code ? 1 : 2)
        .ThenBy(group => group.Min(Level)).ThenByDescending(group => group.Where(finding => Level(finding) == group.Min(Level)).Max(Effect))
        .SelectMany(group => group.OrderBy(finding => LineOf(finding)?.Number ?? 0).ThenBy(finding => columns.IndexOf(finding.Place.Column ?? "")));

    FormLine? LineOf(Finding finding) => finding.Place.Line is { } line ? lines.GetValueOrDefault(line) : null;

    // What speaks of no line speaks of all of them.
    int Level(Finding finding) => LineOf(finding)?.Level ?? 0;

    /// <summary>How far off, against what is usual there: 1 is once the usual figure.</summary>
    decimal Effect(Finding finding)
    {
        if (finding.Difference is not { } difference || LineOf(finding) is not { } line) return UnknownEffect;
        var column = table.Form.Columns.FirstOrDefault(column => column.Title == finding.Place.Column);
        var usual = column is null ? null
            : table.HeldValue(line, column.Basis, table.Period.Next(-1)) ?? table.HeldValue(line, column.Basis, table.Period.YearsBack(1))
                ?? table.Number(line, column) - difference;
        return Math.Abs(difference) / Math.Max(1, Math.Abs(usual ?? 1));
    }
}
