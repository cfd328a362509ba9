using Reporting.Etl.Matching;
using Reporting.Warehouse;

namespace Reporting.Etl.Rules;

/// <summary>Every rule that a table is held against, in one list. A rule is a static method that yields findings and never throws.</summary>
public static class TableRules
{
    static readonly IReadOnlyList<Func<MatchedTable, DateOnly, IEnumerable<Finding>>> Structure =
    [
        StructureRules.PeriodInFuture,
        StructureRules.PeriodNotOwed,
    ];

    static readonly IReadOnlyList<Func<CheckedTable, IEnumerable<Finding>>> Deeper =
    [
        CellRules.ColumnMissing,
        CellRules.LineMissing,
        CellRules.ValueRequired,
        CellRules.ValueUnreadable,
        CellRules.ValueTooLarge,
        CellRules.ValueNegative,
        CellRules.ValueNotWhole,
        CellRules.ValueNotApplicable,
        CrossLineRules.Check,
        CumulativeRules.YtdBelowMonth,
        CumulativeRules.YtdNotPreviousPlusMonth,
        CumulativeRules.YtdNotChecked,
        QuotedRules.QuotedDiffers,
        JumpRules.MonthJump,
    ];

    /// <summary>
    /// What the rules have to say, errors first and by line; what reading and matching found is not repeated. While the structure is in
    /// doubt the deeper rules would judge the wrong form, unit or month, so one line says that they wait.
    /// </summary>
    /// <param name="today">The day at the sender's: a period must have ended by then.</param>
    public static IReadOnlyList<Finding> Check(MatchedTable table, Held held, DateOnly today)
    {
        List<Finding> structural = [.. Structure.SelectMany(rule => rule(table, today))];
        if (!table.IsClear || structural.Count > 0)
            return [.. structural, RuleTexts.RulesWaiting.At(CheckedTable.PlaceOf(table), null, null, null)];
        var subject = new CheckedTable(table, held);
        return [.. subject.InOrder(Deeper.SelectMany(rule => rule(subject)))];
    }
}
