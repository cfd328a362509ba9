namespace Reporting.Warehouse.Reference;

/// <summary>A cross-line condition such as <c>1 &gt;= 2</c> or <c>1 = 2 + 3</c>; line numbers stand for their cells in one column.</summary>
/// <param name="Columns">Column ids it is checked in; empty means every column that all its lines fill.</param>
public sealed record FormRule(string Code, string Expression, Severity Severity, IReadOnlyList<string> Columns, string? Reason)
{
    public DateOnly? AppliesFrom { get; init; }
    public DateOnly? AppliesUntil { get; init; }

    /// <summary>Until this day's checks, inclusive, its findings are only shown (试行).</summary>
    public DateOnly? TrialUntil { get; init; }

    public RuleSpan Span => new(AppliesFrom, AppliesUntil);
}

/// <summary>One version of what a form sets of a rule that all forms share. What is null stays as the rule has it.</summary>
/// <param name="Code">One of <see cref="Rules.RuleTexts.CheckCodes"/>.</param>
/// <param name="Parameters">By name, in the order of the alphabet.</param>
/// <param name="TrialUntil">Until this day's checks, inclusive, its findings are only shown (试行).</param>
public sealed record FormCheck(
    string Code, Severity? Severity, DateOnly? AppliesFrom, DateOnly? AppliesUntil, DateOnly? TrialUntil,
    IReadOnlyDictionary<string, decimal>? Parameters, bool? Enabled)
{
    public RuleSpan Span => new(AppliesFrom, AppliesUntil);
}

/// <summary>The periods that a version of a rule judges, by their first days; both ends belong to it, and an end that is null is open.</summary>
public readonly record struct RuleSpan(DateOnly? From, DateOnly? Until)
{
    public bool Holds(DateOnly periodStart) => !(periodStart < From) && !(periodStart > Until);

    public bool Overlaps(RuleSpan other) => !(Until < other.From) && !(other.Until < From);
}
