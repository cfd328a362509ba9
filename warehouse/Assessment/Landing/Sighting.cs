using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>One commitment of one unit, asked where it will land.</summary>
/// <param name="Question">Its horizon ends with the last month that can be gone by.</param>
/// <param name="Others">The unit's other figures of the plan: their errors stand in where its own are few.</param>
/// <param name="Month">That month; null where the year has none (a figure told once a year).</param>
sealed record Sighting(Question Question, Track Track, IReadOnlyList<Track> Others, int? Month)
{
    public Commitment Commitment => Question.Commitment;
    public Plan Plan => Question.Plan;
    public Horizon Horizon => Question.Horizon;
    public int Year => Question.Horizon.Year;
    public decimal? SoFar => Month is { } month ? Track.Value.At(Year, month) : null;

    /// <summary>Months from now to the year's end, and to the plan's.</summary>
    public int LeftOfYear => 12 - Horizon.Through;
    public int LeftOfPlan => (Plan.LastYear - Year) * 12 + LeftOfYear;

    public bool IsCeiling => Commitment.Kind == "ceiling" || Commitment.Kind != "yearly_reduction" && Commitment.Comparator is "<=" or "<";

    /// <summary>What the followed figure must not rise above: a ceiling, or the level that a reduction leaves.</summary>
    public bool IsLimit => IsCeiling || Commitment.Kind == "yearly_reduction";

    /// <summary>Whether more is always as good, so that what is reached is reached for good.</summary>
    public bool IsFloor => Comparator is ">=" or ">" && Most is null;

    public bool IsAspirational => Commitment.Strength == "aspirational";
    public string Unit => StatedResults.OwnUnit(Question);
    public int Decimals => Unit == Track.Indicator.Unit ? Track.Indicator.Decimals : 2;

    public string Printed(decimal value) => Shown.Number(Figures.Round(value, Decimals));

    // As the rules hold the judged figure against its number: a reduction and all of something from below.
    string Comparator => Commitment.Kind switch
    {
        "yearly_reduction" or "full_coverage" or "range" => ">=",
        "ceiling" => Commitment.Comparator is "<" ? "<" : "<=",
        _ => Commitment.Comparator,
    };

    decimal? Most => Commitment is { Kind: "range", Comparator: "between" } ? Commitment.Upper : null;

    /// <summary>The judged figure against its number by the rule's own comparison, with what a softened number allows.</summary>
    public Verdict Against(decimal value, decimal number) => Comparison.Both(
        Comparison.Of(value, Bound.exact, Comparator, number, Question.Slack), Most is { } most ? Comparison.Of(value, Bound.exact, "<=", most, Question.Slack) : Verdict.holds);

    /// <summary>The number in force for a year; the stricter one where another series must be reached too. Null where there is none.</summary>
    public decimal? TargetOf(int year)
    {
        var number = TargetSeries.InForce(Plan, Commitment, Question.Evidence, year)?.Value ?? (Commitment.Kind == "full_coverage" ? 100 : null);
        if (Commitment.Benchmark is not { } other || Commitment.Kind != "benchmark") return number;
        // The year's own figure of the other series comes after the year: a forecast goes by what it was by then.
        var theirs = Held.Year(Question.Evidence, other, Year, Horizon.Through, Question.Evidence.District).Value;
        return theirs is { } level && number is { } own ? IsCeiling ? Math.Min(level, own) : Math.Max(level, own) : theirs ?? number;
    }

    /// <summary>The judged figure out of the one that is followed: a reduction or growth is that of a level on its base. Null where the base is not held.</summary>
    public Func<decimal, decimal>? Judged() => Commitment.Kind switch
    {
        "yearly_reduction" => Base(Commitment.Path == "linear" ? BaseYear : Year - 1) is { } from ? level => (1 - level / from) * 100 : null,
        "growth_on_base" => Base(BaseYear) is { } from ? level => (level / from - 1) * 100 : null,
        "full_coverage" => share => Math.Min(100, share),
        _ => value => value,
    };

    /// <summary>How often the yearly part of a reduction counts by this year.</summary>
    public int Times => Commitment.Kind == "yearly_reduction" && Commitment.Path == "linear" ? Year - BaseYear : 1;

    int BaseYear => Commitment.BaseYear ?? Plan.FirstYear - 1;

    decimal? Base(int year) => Held.Breaks(Question.Evidence, Commitment.Indicator!, year, Year) ? null
        : Held.Year(Question.Evidence, Commitment.Indicator!, year, 12) is { Value: { } from and not 0, IsIncomplete: false } ? from : null;
}
