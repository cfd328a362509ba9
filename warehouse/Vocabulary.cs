namespace Reporting.Warehouse;

// The words of the warehouse. Members are spelled exactly as they are stored, exchanged and printed
// (CSV, JSON, SQL), so there is one spelling of each and no table that maps one onto another.

/// <summary>How long a period is. <c>plan</c> is a five-year plan's whole span.</summary>
public enum PeriodKind { day, week, month, quarter, half, year, plan }

/// <summary>口径: what span a value covers: its own period (本期), the year so far (本年累计), the plan so far (规划期累计).</summary>
public enum Basis { in_period, year_to_date, plan_to_date }

/// <summary>
/// What stands behind a value. Zero is <c>reported</c>. <c>blank</c>: the cell was left empty; <c>not_applicable</c>: —;
/// <c>below_unit</c>: …, more than nothing but less than half a unit; <c>withdrawn</c>: the only statement was taken back.
/// </summary>
public enum ValueState { reported, blank, not_applicable, below_unit, withdrawn }

/// <summary>How a value bounds the truth: exact, 以上/不低于/余, 以下/不超过, 左右/约.</summary>
public enum Bound { exact, at_least, at_most, about }

/// <summary>Whether a value counts (its reporter is the authority at that level) or is only compared.</summary>
public enum SourceRole { authoritative, check }

public enum OrgUnitKind { city, district, township, park, department, village }

/// <summary>flow adds up over time (新增人数); stock is a level at a moment (期末人数).</summary>
public enum ElementKind { flow, stock }

/// <summary>How a district total comes about: the sum of its units, a figure reported as such, or not at all.</summary>
public enum Rollup { sum, reported, none }

/// <summary>How the months of a year become the year's value of one term.</summary>
public enum TimeRule { sum, first, last, min, max }

public enum Severity { error, warning, info }

/// <summary>The state of one table of a submission (DESIGN: the way of one submission).</summary>
public enum TableState
{
    received, unclear, returned, awaiting_explanation, awaiting_review, loaded, set_aside, superseded, withdrawn, voided,
}

/// <summary>
/// What a figure of an indicator stands on. <c>reported</c>: all that was owed is there; <c>incomplete</c>: something owed is
/// missing, the value covers what is there; <c>not_reported</c>: nothing is there, which is not zero; <c>not_defined_here</c>:
/// a term has no value at this level; <c>definition_changed</c>: a total across a change of unit or meaning, 待定(口径变化);
/// <c>no_cases</c>: a ratio whose denominator is zero; <c>split_without_shares</c>: today's view of a unit that came out of a split
/// for which no shares are agreed.
/// </summary>
public enum FigureState { reported, incomplete, not_reported, not_defined_here, definition_changed, no_cases, split_without_shares }

/// <summary>issued: a number stands; awaiting_issue: 待下达; no_target_here: this unit was never given one.</summary>
public enum TargetState { issued, awaiting_issue, no_target_here }
