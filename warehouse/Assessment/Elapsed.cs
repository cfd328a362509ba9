namespace Reporting.Warehouse.Assessment;

/// <summary>
/// The part of a span that has passed, or of its target that is expected by now: seven of twelve months. Kept as two numbers, because
/// seven twelfths have no last decimal and who is exactly on pace must not be found beside it.
/// </summary>
public readonly record struct Elapsed(decimal Passed, decimal Whole)
{
    public decimal Share => Passed / Whole;

    /// <summary>What of an amount is expected by now: 7/12 of 1,200 are 700, neither more nor less.</summary>
    public decimal Of(decimal amount) => amount * Passed / Whole;
}
