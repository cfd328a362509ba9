namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>of_which (其中): the part against its own number, and never more than the whole it is a part of.</summary>
static class Parts
{
    public static Outcome Judge(Question question, decimal target, Measured part, Measured? whole, Span span)
    {
        if (whole?.Value is { } all && part.Value > all && part.Bound is Bound.exact or Bound.at_least && whole.Bound is Bound.exact or Bound.at_most)
            return Outcome.Of(AssessmentState.undetermined, [part, whole], "其中数大于总数",
                $"{Shown.Number(part.Value)} > {Shown.Number(all)}：其中数不能大于总数，请先核对");
        var outcome = Amounts.Judge(question, target, part, span);
        return whole is null ? outcome : outcome with
        {
            Figures = [.. outcome.Figures, whole],
            Steps = [.. outcome.Steps, $"其中数 {Shown.Number(part.Value)} ≤ 总数 {Shown.Number(whole.Value)}"],
        };
    }
}
