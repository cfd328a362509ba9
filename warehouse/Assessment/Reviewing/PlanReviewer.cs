using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Reviewing;

/// <summary>Reviews a plan as a whole by the rules by which its commitments are judged.</summary>
public static class PlanReviewer
{
    public const string NoCategory = "其他";

    public static PlanReview Of(Plan plan, Evidence evidence, Horizon horizon, bool isMid)
    {
        // Half-way, what was stated or found of a task later is not yet so.
        var known = !isMid ? evidence : evidence with
        {
            Milestones = [.. evidence.Milestones.Where(state => state.OnDate <= horizon.End)],
            Verdicts = [.. evidence.Verdicts.Where(verdict => verdict.JudgedOn <= horizon.End)],
        };
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
        var all = TargetSeries.Of(plan, commitment, evidence);
        foreach (var (series, judged) in all.Zip(Assessor.Evaluate(plan, commitment, evidence, horizon, null)))
        {
            var question = new Question(plan, commitment, evidence, series, horizon);
            var line = new ReviewLine(commitment.Category ?? NoCategory, all.Count == 1 ? judged.Name : $"{judged.Name}（{(judged.Version == 1 ? "原目标" : $"第 {judged.Version} 版目标")}）", judged.Unit,
                CommitmentKinds.StrengthInWords(commitment.Strength), TargetPhrase.Of(question, judged), "", Years(question, judged),
                judged.Years.Count > 0 ? judged.Unit : question.Indicator?.Unit ?? commitment.Unit, Whole(question), Note(question, judged), judged);
            yield return line with { Result = ResultPhrase.Of(question, line) };
        }
    }

    static IReadOnlyList<ReviewYear> Years(Question question, Evaluation judged)
    {
        if (question.Commitment.Indicator is null) return [];
        var (plan, horizon) = (question.Plan, question.Horizon);
        return
        [
            .. from year in Enumerable.Range(plan.FirstYear, Math.Max(0, Math.Min(horizon.Year, plan.LastYear) - plan.FirstYear + 1))
               let held = question.Year(year)
               let own = judged.Years.FirstOrDefault(one => one.Year == year)
               let value = own is null ? Rounded(question, held.Value) : own.Value
               select new ReviewYear(year, horizon.ThroughOf(year), value, own?.Bound ?? held.Bound, value is null ? own?.Words ?? Explained.WhyNone(held.State) : "",
                   held.IsIncomplete ? held.MissingWords : null),
        ];
    }

    // Levels do not add up, nor do the terms of a rate of levels; a rate told without its terms cannot be pooled.
    static ReviewWhole? Whole(Question question)
    {
        if (question.Indicator is not { } indicator || !indicator.Numerator.Concat(indicator.Denominator).All(term => term.Time == TimeRule.sum)) return null;
        var (whole, horizon) = (PlanSoFar.Of(question), question.Horizon);
        if (Rounded(question, whole.Value) is not { } value) return null;
        // A sum that reaches into a year which is not over says up to which month.
        var isOpen = horizon.Through < 12 && question.Year(horizon.Year).Value is not null;
        return new(isOpen ? $"{question.Plan.FirstYear}年1月—{horizon.Year}年{horizon.Through}月" : whole.Period, value, whole.Bound, whole.Numerator, whole.Denominator, whole.IsIncomplete ? whole.MissingWords : null);
    }

    static decimal? Rounded(Question question, decimal? value) => value is { } some ? Figures.Round(some, question.Indicator?.Decimals ?? 2) : null;

    static string? Note(Question question, Evaluation judged) => judged.Stated is not { } stated ? null
        : $"原文：{stated.Words}（{judged.Reproduced switch
        {
            true => "与算得一致",
            false => $"与算得不一致：{Shown.Number(stated.Computed)}",
            _ => stated.Value is null ? "没有数，不核对" : question.Commitment.Indicator is null ? "不是报表里的数，不核对" : "没有分年数或数不足，不能核对",
        }}）";
}
