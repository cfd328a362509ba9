using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>
/// Where commitments will land at the end of the running year and of the plan. Pure, and it looks at nothing after the horizon: asked of a past month it says
/// what could have been foreseen in it by what is known now.
/// </summary>
public static class Landings
{
    // Nothing is foreseen of words, tasks, facts and single cases, nor of events that must not be.
    static readonly string[] NotForeseen = ["direction", "milestone", "fact", "case_deadline", "zero_events"];

    /// <summary>Those commitments of a plan of which something can be foreseen for the evidence's unit, in the plan's order.</summary>
    public static IReadOnlyList<Landed> Of(Plan plan, Evidence evidence, Horizon horizon)
    {
        var tracks = Tracks(plan, evidence, horizon);
        return [.. plan.Commitments.Select(commitment => Of(plan, commitment, evidence, horizon, tracks)).OfType<Landed>()];
    }

    /// <returns>Null where the question makes no sense: of this kind, for this unit, or because the plan is over.</returns>
    public static Landed? Of(Plan plan, Commitment commitment, Evidence evidence, Horizon horizon) => Of(plan, commitment, evidence, horizon, Tracks(plan, evidence, horizon));

    internal static IReadOnlyDictionary<string, Track> Tracks(Plan plan, Evidence evidence, Horizon horizon) => plan.Commitments
        .Where(commitment => !NotForeseen.Contains(commitment.Kind)).Select(commitment => commitment.Indicator).OfType<string>().Distinct()
        .Select(id => evidence.Indicator(id, horizon.Year)).OfType<Indicator>().ToDictionary(indicator => indicator.Id, indicator => Track.Of(evidence, indicator, horizon));

    static Landed? Of(Plan plan, Commitment commitment, Evidence evidence, Horizon horizon, IReadOnlyDictionary<string, Track> tracks)
    {
        if (NotForeseen.Contains(commitment.Kind) || commitment.Indicator is not { } id || !tracks.TryGetValue(id, out var track)) return null;
        if (horizon.Year < plan.FirstYear || horizon.Year > plan.LastYear || new DateOnly(horizon.Year, 1, 1) > horizon.Today) return null;
        var month = track.Value.LastMonth(horizon.Year, horizon.Through);
        var question = new Question(plan, commitment, evidence, TargetSeries.Of(plan, commitment, evidence)[0], horizon with { Through = month ?? horizon.Through });
        if (question.Year(horizon.Year).State == FigureState.not_defined_here) return null;
        if (horizon.Through == 12 && (Judging.IsYearly(question) || horizon.Year == plan.LastYear)) return null;
        var sighting = new Sighting(question, track, [.. tracks.Where(other => other.Key != id).Select(other => other.Value)], month);
        var landed = new Landed(commitment.Id, Assessor.NameOf(commitment, evidence, horizon.Year), commitment.Kind, evidence.OrgUnit, horizon.Year,
            $"{horizon.Year:0000}-{question.Horizon.Through:00}", sighting.SoFar is { } soFar ? Figures.Round(soFar, track.Indicator.Decimals) : null, track.Indicator.Unit, sighting.Unit, null, null, null);
        if (Course.IsChangedWithin(evidence, horizon.Year)) return landed with { Why = "年内区划有变动，前后的数不是同一范围，不预计" };
        var (year, end) = (YearEnds.Of(sighting), PlanEnds.Of(sighting));
        return landed with { YearEnd = year, PlanEnd = end, Why = year is null && end is null ? Why(sighting) : null };
    }

    static string Why(Sighting sighting) => sighting.Judged() is null ? "缺基数，不预计"
        : sighting.Month is null ? Judging.IsYearly(sighting.Question) ? "没有报齐的分月数，不预计" : "往年的数不足，不预计"
        : "没有可以推算的往期数，不预计";
}
