namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>kept_level (动态保持): every check point of the year at least the number; not their mean and not their last. One point below it
/// is enough to miss, one point unsaid is enough not to know.</summary>
static class KeptLevels
{
    public static Outcome Judge(Question question, decimal target, Span span)
    {
        var months = CheckPoints(question, span.Year);
        if (months.Count == 0) return Outcome.Of(AssessmentState.not_due, []);
        var points = months.Select(month => Held.Year(question.Evidence, question.Commitment.Indicator!, span.Year, month) with { Period = $"{span.Year}年{month}月末" })
            .Zip(months, (point, month) => (Point: point, Month: month)).ToList();
        if (points.Select(given => given.Point).FirstOrDefault(point => point.State is FigureState.definition_changed or FigureState.split_without_shares) is { } broken)
            return Outcome.Unready(broken, span)!;
        if (points.All(given => given.Point.State == FigureState.not_defined_here)) return Outcome.Unready(points[^1].Point, span)!;
        // A level of an earlier month stands on in the figures; it is no statement about this one.
        var said = points.Where(given => given.Point.Value is not null && given.Point.Latest?.Month == given.Month).Select(given => given.Point).ToList();
        var missing = points.Count - said.Count;
        if (said.Count == 0) return Outcome.Unready(Measured.Nothing(points[^1].Point.What, span.Words) with { Owed = points[^1].Point.Owed }, span)!;

        var comparator = question.Commitment.Comparator;
        var judged = said.Select(point => (Point: point, Verdict: Comparison.Of(point.Value!.Value, point.Bound, comparator, target, question.Slack))).ToList();
        var worst = Attained.IsLess(comparator) ? said.MaxBy(point => point.Value)! : said.MinBy(point => point.Value)!;
        Measured[] figures = [worst, .. said.Where(point => point != worst)];
        var verdict = Comparison.Both([.. judged.Select(point => point.Verdict)]);
        var outcome = (verdict, missing) switch
        {
            (Verdict.fails, _) => Outcome.Of(AssessmentState.missed, figures),
            (_, > 0) => Outcome.Of(AssessmentState.undetermined, figures, $"缺 {missing} 个检查点"),
            (Verdict.holds, _) => Outcome.Of(span.IsOver ? AssessmentState.met : AssessmentState.on_pace, figures),
            _ => Outcome.Undecided(question, figures),
        };
        return outcome with
        {
            Attainment = Attained.Of(comparator, worst.Value!.Value, target),
            Gap = target - worst.Value,
            Steps =
            [
                $"检查点 {points.Count} 个，已报 {said.Count} 个；{(Attained.IsLess(comparator) ? "最高" : "最低")}的一个是 {worst.Period} {Shown.Bounded(worst.Value, worst.Bound)}",
                $"每个检查点 {Shown.Sign(comparator)} {Shown.Number(target)}：{Shown.Verdict(verdict)}" + (missing > 0 ? $"；缺 {missing} 个，不能算保持" : ""),
            ],
        };
    }

    /// <summary>The months of a year at whose end the level is held against its number, up to the horizon.</summary>
    public static IReadOnlyList<int> CheckPoints(Question question, int year)
    {
        var step = question.Commitment.CheckPoints switch { "year" => 12, "quarter" => 3, _ => 1 };
        return [.. Enumerable.Range(1, question.Horizon.ThroughOf(year)).Where(month => month % step == 0)];
    }
}
