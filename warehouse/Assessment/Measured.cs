namespace Reporting.Warehouse.Assessment;

/// <summary>A figure in the unit it is judged in, and what it stands on.</summary>
/// <param name="Bound">What the value says of the truth; a sum from which parts are missing is at least its value.</param>
sealed record Measured(string What, string Period, decimal? Value, Bound Bound, FigureState State, string Source)
{
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public int Owed { get; init; }

    /// <summary>The unit of <see cref="Value"/>; empty where nothing says it.</summary>
    public string Unit { get; init; } = "";
    public int MissingUnits { get; init; }

    /// <summary>Month it stands at; null where nothing is there.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>Words for what is missing, where it is not units: 缺 2 年.</summary>
    public string? Lacks { get; init; }

    /// <summary>The unit was another then, and nothing tells what its ground of today had.</summary>
    public bool IsOtherGround { get; init; }

    public static Measured Nothing(string what, string period, FigureState state = FigureState.not_reported) => new(what, period, null, Bound.exact, state, "无");

    /// <summary>The sign that its numbers carry in a formula; other units are said once, with the figure itself.</summary>
    public string PerCent => Unit is "%" or "‰" ? Unit : "";

    public bool IsIncomplete => State == FigureState.incomplete;
    public string MissingWords => Lacks ?? (MissingUnits > 0 ? $"缺 {MissingUnits} 家" : "缺数");

    public EvaluationInput AsInput() => new(What, Period, Value, Bound, Numerator, Denominator, State.ToString(), Source);
}

/// <summary>What bounds become when figures are combined; the same rules as in Marts/00_bounds.sql.</summary>
static class Bounds
{
    public static Bound Of(params IReadOnlyList<Bound> bounds) =>
        bounds.Contains(Bound.about) || (bounds.Contains(Bound.at_least) && bounds.Contains(Bound.at_most)) ? Bound.about
        : bounds.Contains(Bound.at_least) ? Bound.at_least
        : bounds.Contains(Bound.at_most) ? Bound.at_most
        : Bound.exact;

    /// <summary>Under the other sign, or below the line of a fraction.</summary>
    public static Bound Turned(Bound bound) => bound switch { Bound.at_least => Bound.at_most, Bound.at_most => Bound.at_least, _ => bound };

    public static Bound OfQuotient(Bound above, Bound below) => Of(above, Turned(below));
}
