namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>direction: words without a number. The change on the year before is shown; it is never scored.</summary>
static class Directions
{
    public static Outcome Judge(Question question, int year)
    {
        if (question.Commitment.Indicator is not { } indicator) return Outcome.Of(AssessmentState.direction_only, [], null, "只有文字，没有可以计算的指标");
        var (figure, before) = (question.Year(year), Held.Year(question.Evidence, indicator, year - 1, question.Horizon.ThroughOf(year)));
        if (figure.State == FigureState.not_defined_here) return Outcome.Of(AssessmentState.not_defined_here, [figure]);
        if (figure.Value is not { } value || before.Value is not { } earlier)
            return Outcome.Of(AssessmentState.direction_only, [figure, before], "缺数，看不出方向", "没有目标数，不计分");
        if (Held.Breaks(question.Evidence, indicator, year - 1, year)) return Outcome.Of(AssessmentState.direction_only, [figure, before], "口径变化，看不出方向");
        if (!question.Evidence.IsSameGround(year)) return Outcome.Of(AssessmentState.direction_only, [figure, before], "区划变动，看不出方向");
        var change = value - earlier;
        var agrees = question.Commitment.Path switch { "up" => change > 0, "down" => change < 0, "keep" => change >= 0, _ => (bool?)null };
        var words = change > 0 ? "上升" : change < 0 ? "下降" : "持平";
        return Outcome.Of(AssessmentState.direction_only, [figure, before], agrees is null ? words : $"{words}，与要求方向{(agrees.Value ? "" : "不")}一致",
            $"{Shown.Number(value)} − {Shown.Number(earlier)} = {Shown.Number(change)}（{words}）；没有目标数，不计分");
    }
}
