using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Reviewing;

/// <summary>Reviews a plan as a whole by the rules by which its commitments are judged.</summary>
public static class PlanReviewer
{
    public const string NoCategory = "其他";

    public static PlanReview Of(Plan plan, Evidence evidence, Horizon horizon, bool isMid)
    {
        // Half-way, what was stated of a task later is not yet so.
        var known = isMid ? evidence with { Milestones = [.. evidence.Milestones.Where(state => state.OnDate <= horizon.End)] } : evidence;
        var lines = plan.Commitments.SelectMany(commitment => Lines(plan, commitment, known, horizon)).ToList();
        var order = lines.Select(line => line.Category).Distinct().OrderBy(category => category == NoCategory).ToList();
        return new(plan, isMid, $"{horizon.Year:0000}-{horizon.Through:00}", horizon.IsOver(plan.LastYear), [.. lines.OrderBy(line => order.IndexOf(line.Category))]);
    }

    /// <summary>Half of a plan's months, as its mid-term review sees it; where figures have not come that far, up to where they have.</summary>
    public static Horizon MidOf(Plan plan, Horizon latest)
    {
        var last = (plan.LastYear - plan.FirstYear + 1) * 6 - 1;
        var (year, month) = (plan.FirstYear + last / 12, last % 12 + 1);
        return (latest.Year, latest.Through).CompareTo((year, month)) < 0 ? latest : latest with { Year = year, Through = month };
    }

    static IEnumerable<ReviewLine> Lines(Plan plan, Commitment commitment, Evidence evidence, Horizon horizon)
    {
        foreach (var (series, judged) in TargetSeries.Of(plan, commitment, evidence).Zip(Assessor.Evaluate(plan, commitment, evidence, horizon, null)))
        {
            var question = new Question(plan, commitment, evidence, series, horizon);
            var (years, unit) = judged.Years.Count > 0 ? (JudgedYears(judged, horizon), judged.Unit) : (HeldYears(question), question.Indicator?.Unit ?? commitment.Unit);
            var line = new ReviewLine(commitment.Category ?? NoCategory, Named(judged), judged.Unit, CommitmentKinds.StrengthInWords(commitment.Strength), TargetPhrase.Of(question, judged), "", years, unit,
                Whole(question), Note(judged), judged);
            yield return line with { Result = ResultPhrase.Of(question, line) };
        }
    }

    static string Named(Evaluation judged) => judged.Version > 1 ? $"{judged.Name}（第 {judged.Version} 版目标）" : judged.Name;

    static IReadOnlyList<ReviewYear> JudgedYears(Evaluation judged, Horizon horizon) =>
        [.. judged.Years.Select(year => new ReviewYear(year.Year, horizon.ThroughOf(year.Year), year.Value, year.Bound, year.Value is null ? year.Words : ""))];

    static IReadOnlyList<ReviewYear> HeldYears(Question question)
    {
        if (question.Commitment.Indicator is null) return [];
        var (plan, horizon) = (question.Plan, question.Horizon);
        return [.. Enumerable.Range(plan.FirstYear, Math.Max(0, Math.Min(horizon.Year, plan.LastYear) - plan.FirstYear + 1)).Select(year => (Year: year, Held: question.Year(year)))
            .Select(one => new ReviewYear(one.Year, horizon.ThroughOf(one.Year), Rounded(question, one.Held.Value), one.Held.Bound, one.Held.Value is null ? Explained.WhyNone(one.Held.State) : ""))];
    }

    // Levels do not add up; a rate told without its terms cannot be pooled.
    static ReviewWhole? Whole(Question question)
    {
        if (question.Commitment.Indicator is null || !(Held.IsFlow(question.Indicator) || question.Indicator?.IsRatio == true)) return null;
        var whole = PlanSoFar.Of(question);
        return Rounded(question, whole.Value) is { } value ? new(whole.Period, value, whole.Bound, whole.Numerator, whole.Denominator, whole.IsIncomplete ? whole.MissingWords : null) : null;
    }

    static decimal? Rounded(Question question, decimal? value) => value is { } some ? Figures.Round(some, question.Indicator?.Decimals ?? 2) : null;

    static string? Note(Evaluation judged) => judged.Stated is not { } stated ? null
        : $"原文：{stated.Words}（{judged.Reproduced switch { true => "与算得一致", false => $"与算得不一致：{Shown.Number(stated.Computed)}", _ => stated.Value is null ? "没有数，不核对" : "数不足，不能核对" }}）";
}
