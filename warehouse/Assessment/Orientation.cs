namespace Reporting.Warehouse.Assessment;

/// <summary>What a figure of the plan so far says of a promise for each year: its mean, and its share of the promises together. Only to go by: a
/// mean above the number does not show that every year was.</summary>
static class Orientation
{
    /// <summary>A yearly promise of which only the plan's figure is held: 待定（无分年数）.</summary>
    public static Outcome Of(Question question, Measured whole) =>
        Added(question, Outcome.Of(AssessmentState.undetermined, [whole], "无分年数", "只有规划期合计，没有分年数，不能证明每年都达到") with { IsOrientation = true }, YearlyTargets(question), whole);

    public static Outcome Added(Question question, Outcome outcome, decimal? target, Measured? whole = null)
    {
        if (!Held.IsFlow(question.Indicator)) return outcome;
        var total = whole ?? PlanSoFar.Of(question);
        var years = Years(question, total);
        if (total.Value is not { } value || total.State != FigureState.reported || years <= 0) return outcome;
        var horizonIsOpen = question.Horizon.Through < 12 && question.Horizon.Year <= question.Plan.LastYear;
        var perYear = value / years;
        var share = target is { } all and not 0 ? value / all : (decimal?)null;
        return outcome with
        {
            PerYear = perYear,
            PlanShare = share,
            Steps =
            [
                .. outcome.Steps,
                $"参考：{total.Period} {Shown.Bounded(value, total.Bound)} ÷ {Shown.Number(years)} 年 = 年均 {Shown.Number(Figures.Round(perYear, 4))}",
                .. share is null ? Array.Empty<string>() : [$"参考：{Shown.Number(value)} ÷ 各年目标之和 {Shown.Number(target)}{(horizonIsOpen ? $"（含 {question.Horizon.Year} 年全年）" : "")} = {Shown.Percent(share)}"],
            ],
        };
    }

    /// <summary>The targets of all years together; null where a year has none.</summary>
    public static decimal? YearlyTargets(Question question)
    {
        var last = question.IsPlanOver || PlanSoFar.Stated(question) is not null ? question.Plan.LastYear : question.Horizon.Year;
        var targets = Enumerable.Range(question.Plan.FirstYear, Math.Max(0, last - question.Plan.FirstYear + 1)).Select(year => question.Targets.In(year)?.Value).ToList();
        return targets.Any(target => target is null) ? null : targets.Sum();
    }

    static decimal Years(Question question, Measured total)
    {
        var (plan, horizon) = (question.Plan, Span.Reach(question, total));
        return total.Latest is { } end && end.Year >= plan.LastYear ? plan.LastYear - plan.FirstYear + 1 : horizon.ElapsedOf(plan).Of(plan.LastYear - plan.FirstYear + 1);
    }
}
