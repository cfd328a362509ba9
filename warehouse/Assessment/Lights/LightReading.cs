using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Lights;

/// <summary>What one month's evaluation says to a light: a distance, a light at once, or why there is none.</summary>
/// <param name="Distance">By the rule's measure; null where there is none.</param>
/// <param name="AtOnce">A final answer, which waits for no margin and no month.</param>
/// <param name="Words">How far off it is; where neither of the two is there, why it is grey.</param>
sealed record LightReading(decimal? Distance, LightColour? AtOnce, string Words)
{
    public bool IsGrey => Distance is null && AtOnce is null;

    /// <param name="day">The day as of which the month is asked.</param>
    public static LightReading Of(LightTable table, LightRule rule, Commitment commitment, Evaluation one, DateOnly day)
    {
        if (rule.Measure == LightMeasure.days_overdue) return OfTask(table, commitment, one, day);
        return one.State switch
        {
            AssessmentState.met => new(DistanceOf(rule, commitment, one), LightColour.green, one.Words),
            AssessmentState.missed => new(DistanceOf(rule, commitment, one), table.Missed, $"{one.Words}{Short(rule, commitment, one)}，已成定局"),
            AssessmentState.on_pace or AssessmentState.behind => DistanceOf(rule, commitment, one) is { } distance
                ? new(distance, null, LightWords.Distance(rule.Measure, distance, IsProjected(rule, one))) : OfNothing(rule, one) ?? Grey($"{one.Words}，没有可以比较的数"),
            _ => Grey(one.Words),
        };
    }

    static LightReading Grey(string words) => new(null, null, words);

    static string Short(LightRule rule, Commitment commitment, Evaluation one) =>
        rule.Measure != LightMeasure.events && DistanceOf(rule, commitment, one) is > 0 and var distance ? $"，{LightWords.Distance(rule.Measure, distance, IsProjected(rule, one))}" : "";

    // There is no per cent of nothing: what is above a ceiling of 0 is beyond every step, what keeps to it short of all.
    static LightReading? OfNothing(LightRule rule, Evaluation one) =>
        rule.Measure is not (LightMeasure.share_of_ceiling or LightMeasure.percent_below) || one.Target is not <= 0 || one.Value is not { } value ? null
        : one.State == AssessmentState.behind ? new(null, rule.Steps[^1].Light, $"{one.Words}：{Shown.Bounded(value, Bound.exact, one.Unit)}，目标 {Shown.Number(one.Target)}")
        : new(null, LightColour.green, one.Words);

    // Nothing said by the due day is what the light is there to tell; done without proof is neither done nor not.
    static LightReading OfTask(LightTable table, Commitment commitment, Evaluation one, DateOnly day)
    {
        if (one.State == AssessmentState.met) return new(null, LightColour.green, one.Words);
        // Somebody has said that it will not be done: no day is waited for.
        if (one.Verdict is { } verdict ? verdict == TaskFinding.missed : one.Progress == MilestoneProgress.missed) return new(null, table.Missed, one.Words);
        if (one.State == AssessmentState.undetermined && one.Progress is not null || commitment.Due is not { } due) return Grey(one.Words);
        // A past year is judged on its last day: what was due on it is overdue by then.
        var isPast = one.State is AssessmentState.missed or AssessmentState.behind or AssessmentState.undetermined;
        var days = (decimal)(day.DayNumber - due.DayNumber);
        if (isPast && days == 0) days = 1;
        return new(days, null, $"{LightWords.Distance(LightMeasure.days_overdue, days, false)}，{one.Verdict?.InWords() ?? one.Progress?.InWords() ?? "未报进展"}");
    }

    static decimal? DistanceOf(LightRule rule, Commitment commitment, Evaluation one) => rule.Measure switch
    {
        LightMeasure.points_behind => -one.PointsAhead,
        LightMeasure.share_of_ceiling => one.Target is > 0 and var ceiling ? one.Value / (IsProjected(rule, one) ? one.Expected : ceiling) * 100 : null,
        LightMeasure.points_below => Attained.IsLess(commitment) ? -one.Gap : one.Gap,
        LightMeasure.percent_below => Percent(commitment, one),
        LightMeasure.events => one.Value,
        _ => null,
    };

    static decimal? Percent(Commitment commitment, Evaluation one) =>
        one.Kind == "range" ? (1 - one.Attainment) * 100
        : one.Target is > 0 and var target ? (Attained.IsLess(commitment) ? one.Value / target - 1 : 1 - one.Value / target) * 100 : null;

    // Of a flow the part of the year that has passed is known, and with it what the pace will come to.
    static bool IsProjected(LightRule rule, Evaluation one) => rule.Measure == LightMeasure.share_of_ceiling && one is { Pace: < 1, Expected: > 0 };
}
