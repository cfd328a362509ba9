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

    static readonly IReadOnlyList<Func<CheckedTable, IEnumerable<Finding>>> WholeSheet =
    [
        SheetCauses.UnitScale,
        SheetCauses.ColumnsExchanged,
        SheetCauses.SheetOfPeriodBefore,
        PeriodRules.PeriodUnchanged,
    ];

    static readonly IReadOnlyList<Func<CheckedTable, IEnumerable<Finding>>> Completeness =
    [
        PeriodRules.PeriodLocked,
        CellRules.ColumnMissing,
        CellRules.LineMissing,
        AbsenceRules.PartWaiting,
        AbsenceRules.HeldNowAbsent,
        StructureRules.SignatureMissing,
        CellRules.ValueRequired,
        Blanks.BlanksAreZero,
        PeriodRules.SheetRepeatsPeriod,
    ];

    static readonly IReadOnlyList<Func<CheckedTable, IEnumerable<Finding>>> Figures =
    [
        CellRules.ValueUnreadable,
        CellRules.ValueInexact,
        CellRules.ValueTooLarge,
        CellRules.ValueNegative,
        CellRules.ValueNotWhole,
        CellRules.ValueNotApplicable,
        CrossLineRules.Check,
        CumulativeRules.YtdBelowMonth,
        CumulativeRules.YtdNotPreviousPlusMonth,
        CumulativeRules.YtdNotChecked,
        CumulativeRules.YtdLaterDiffers,
        QuotedRules.QuotedDiffers,
        JumpRules.MonthJump,
        JumpRules.YearJump,
        SumRules.SumDiffers,
    ];

    /// <summary>
    /// What the rules have to say, in the order of <see cref="FindingOrder"/>; what reading and matching found is not repeated. While the
    /// structure is in doubt, or one cause spoils every figure, the deeper rules would give wrong advice, so one line says that they wait.
    /// </summary>
    public static IReadOnlyList<Finding> Check(MatchedTable table, Held held, Circumstances now)
    {
        var structural = Applied(table, now, CheckStructure(table, now.Today)).ToList();
        if (Doubts.AreOfTable(table) || structural.Exists(IsError)) return [.. structural, Waiting(table)];
        var subject = new CheckedTable(table, held, now);
        foreach (var rule in WholeSheet)
        {
            structural.AddRange(Applied(table, now, rule(subject)));
            if (structural.Exists(IsError)) return [.. structural, Waiting(table)];
        }
        var found = Applied(table, now, Completeness.Concat(Figures).SelectMany(rule => rule(subject)));
        return [.. structural, .. new FindingOrder(subject).Of(OneCellWrong.Blamed(subject, [.. found]))];
    }

    /// <summary>Is this a table that this unit owes now?</summary>
    public static IEnumerable<Finding> CheckStructure(MatchedTable table, DateOnly today) => Structure.SelectMany(rule => rule(table, today));

    /// <summary>What the rules have to say of figures that did not come on the form's own sheet: nothing is asked for that is not there.</summary>
    /// <param name="table">Must be clear.</param>
    public static IEnumerable<Finding> CheckFigures(MatchedTable table, Held held, Circumstances now)
    {
        var subject = new CheckedTable(table, held, now);
        return new FindingOrder(subject).Of(Applied(table, now, Figures.SelectMany(rule => rule(subject))));
    }

    /// <summary>What figures that did not come on the form's own sheet would change of a locked period.</summary>
    /// <param name="table">Must be clear, and its period locked.</param>
    public static IEnumerable<Finding> CheckLock(MatchedTable table, Held held, Circumstances now) =>
        Applied(table, now, PeriodRules.PeriodLocked(new CheckedTable(table, held, now with { IsLocked = true })));

    static IEnumerable<Finding> Applied(MatchedTable table, Circumstances now, IEnumerable<Finding> findings) =>
        RuleVersions.Applied(table.Form, table.Period, now.Today, findings);

    static bool IsError(Finding finding) => finding.Severity == Severity.error;

    static Finding Waiting(MatchedTable table) => RuleTexts.RulesWaiting.At(CheckedTable.PlaceOf(table), null, null, null);
}
