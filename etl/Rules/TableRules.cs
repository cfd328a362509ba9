using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>Every rule that a table is held against, in one list. A rule is a static method that yields findings and never throws.</summary>
public static class TableRules
{
    static readonly IReadOnlyList<Func<MatchedTable, DateOnly, IEnumerable<Finding>>> Structure =
    [
        StructureRules.PeriodInFuture,
        StructureRules.PeriodNotOwed,
    ];

    static readonly IReadOnlyList<Func<CheckedTable, IEnumerable<Finding>>> Completeness =
    [
        CellRules.ColumnMissing,
        CellRules.LineMissing,
        CellRules.ValueRequired,
    ];

    static readonly IReadOnlyList<Func<CheckedTable, IEnumerable<Finding>>> Figures =
    [
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
        List<Finding> structural = [.. CheckStructure(table, today)];
        if (!table.IsClear || structural.Count > 0)
            return [.. structural, RuleTexts.RulesWaiting.At(CheckedTable.PlaceOf(table), null, null, null)];
        var subject = new CheckedTable(table, held);
        return [.. subject.InOrder(Completeness.Concat(Figures).SelectMany(rule => rule(subject)))];
    }

    /// <summary>Is this a table that this unit owes now?</summary>
    public static IEnumerable<Finding> CheckStructure(MatchedTable table, DateOnly today) => Structure.SelectMany(rule => rule(table, today));

    /// <summary>What the rules have to say of figures that did not come on the form's own sheet: nothing is asked for that is not there.</summary>
    /// <param name="table">Must be clear.</param>
    public static IEnumerable<Finding> CheckFigures(MatchedTable table, Held held)
    {
        var subject = new CheckedTable(table, held);
        return subject.InOrder(Figures.SelectMany(rule => rule(subject)));
    }
}
