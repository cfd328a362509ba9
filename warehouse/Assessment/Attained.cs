using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>How much of a number is reached, the same for every kind: by whether more or less is better.</summary>
static class Attained
{
    /// <summary>
    /// Where more is better the part that is there. Where less is better all of it up to the number, and beyond it the part that the number is
    /// of what was used: being far below earns nothing. Null where more is wanted of a number that is not above 0: there is no part of it.
    /// </summary>
    public static decimal? Of(string comparator, decimal value, decimal target) =>
        IsLess(comparator) ? value <= target ? 1 : target > 0 ? target / value : 0
        : target > 0 ? value / target : null;

    /// <summary>Less is better. A reduction is promised by its size, whichever way the plan file writes the comparison of levels.</summary>
    public static bool IsLess(Commitment commitment) => commitment.Kind is "ceiling" or "zero_events" || (commitment.Kind != "yearly_reduction" && IsLess(commitment.Comparator));

    /// <inheritdoc cref="IsLess(Commitment)"/>
    public static bool IsLess(string comparator) => comparator is "<=" or "<";
}
