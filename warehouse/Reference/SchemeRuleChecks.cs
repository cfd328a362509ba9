namespace Reporting.Warehouse.Reference;

/// <summary>What one rule of a scheme cannot be worked out without, and what would make it give more for less.</summary>
static class SchemeRuleChecks
{
    static readonly (Func<SchemeRule, bool> Asks, string Key, Func<SchemeRule, bool> Has, string Words, string WordsEn)[] Needs =
    [
        (_ => true, "commitment", rule => Measures(rule) == 1, "要写明看什么：commitment、duties、conduct 三者写一个", "needs one of commitment, duties and conduct"),
        (rule => rule.IsWeighted, "weight", rule => rule.Weight > 0, "要写明权重", "needs a weight"),
        (rule => !rule.IsWeighted, "weight", rule => rule.Weight == 0, "不占权重，请删去 weight", "carries no weight; remove it"),
        (rule => rule.Method is ScoringMethod.banded or ScoringMethod.interpolated, "bands", rule => rule.Bands is { Count: > 0 }, "要写明各档：from、points", "needs bands of from and points"),
        (rule => rule.Method == ScoringMethod.interpolated, "bands", rule => rule.Bands is { Count: >= 2 }, "至少要有两个点", "needs two points at least"),
        (rule => rule.Method is ScoringMethod.stepped or ScoringMethod.bonus, "step", rule => rule.Step > 0, "要写明几个百分点算一档", "needs the percentage points of a step"),
        (rule => rule.Method is ScoringMethod.stepped or ScoringMethod.bonus or ScoringMethod.count_down or ScoringMethod.deduction, "each", rule => rule.Each > 0,
            "要写明每档、每次多少分", "needs the points of a step or case"),
        (rule => rule.Method is ScoringMethod.bonus or ScoringMethod.deduction, "most", rule => rule.Most > 0, "要写明最多多少分", "needs the most points"),
        (rule => rule.Method == ScoringMethod.veto, "commitment", rule => rule.Commitment is not null, "要写明哪一项承诺一票否决", "needs the commitment that vetoes"),
        (rule => rule.Method == ScoringMethod.bonus, "commitment", rule => rule.Commitment is not null, "要写明哪一项承诺超额加分", "needs the commitment that earns it"),
        (rule => rule.Method is ScoringMethod.count_down or ScoringMethod.deduction, "conduct", rule => rule.Duties is null && rule.Conduct != ConductMeasure.timely, "按次数扣，不能看比率", "counts cases and cannot go by a share"),
        (rule => rule.Method is not (ScoringMethod.count_down or ScoringMethod.deduction), "conduct", rule => rule.Conduct is null or ConductMeasure.timely,
            "按完成率计分，次数用 count_down 或 deduction", "goes by completion; counts are for count_down and deduction"),
    ];

    /// <summary>Kinds of which one number holds for a unit of any size, at any time of the year.</summary>
    static readonly string[] WithGivenTarget = ["ratio", "full_coverage", "kept_level", "benchmark", "yearly_reduction"];

    static int Measures(SchemeRule rule) => (rule.Commitment is null ? 0 : 1) + (rule.Duties is null ? 0 : 1) + (rule.Conduct is null ? 0 : 1);

    public static IEnumerable<DefinitionProblem> Of(DefinitionIndex index, WrittenDefinition written, Scheme scheme, SchemeRule rule, string place)
    {
        foreach (var need in Needs.Where(need => need.Asks(rule) && !need.Has(rule)))
            yield return written.Problem(place + need.Key, $"{rule.Method} {need.Words}", $"{rule.Method} {need.WordsEn}");
        var commitments = index.All<Plan>().Where(plan => plan.Record.District == scheme.District).SelectMany(plan => plan.Record.Commitments).Select(one => one.Id).ToList();
        if (rule.Commitment is { } named && commitments.Count > 0 && !commitments.Contains(named))
            yield return DefinitionIndex.Unknown(written, place + "commitment", named, commitments, "本区规划的承诺", "commitment of this district");
        var kinds = index.All<Plan>().SelectMany(plan => plan.Record.Commitments).Where(one => one.Id == rule.Commitment).Select(one => one.Kind).ToList();
        if (rule.Target is not null && kinds.Any(kind => !WithGivenTarget.Contains(kind)))
            yield return written.Problem(place + "target", "只有比率、保有数和逐年减少可以由办法定数；数量要分解下达", "only rates, kept levels and reductions take a number here; amounts are split and issued");
        if (rule.Cap < 1) yield return written.Problem(place + "cap", "不能小于 1，否则完成也得不满分", "must not be below 1, or full completion would not earn full marks");
        if (rule.Least < 0 || rule.Least > rule.Weight) yield return written.Problem(place + "least", "应在 0 和权重之间", "must lie between 0 and the weight");
        if (rule.Target <= 0) yield return written.Problem(place + "target", "应大于 0", "must be above 0");
        foreach (var problem in Bands(written, rule, place)) yield return problem;
    }

    static IEnumerable<DefinitionProblem> Bands(WrittenDefinition written, SchemeRule rule, string place)
    {
        foreach (var (number, band) in (rule.Bands ?? []).Index())
        {
            if (number > 0 && (band.From >= rule.Bands![number - 1].From || band.Points > rule.Bands[number - 1].Points))
                yield return written.Problem($"{place}bands[{number}].from", "从高到低写，完成少的不能得分多", "bands go from the highest down; less completion must not earn more");
            if (band.Points < 0) yield return written.Problem($"{place}bands[{number}].points", "不能小于 0", "must not be below 0");
        }
        if (rule.Method == ScoringMethod.banded && rule.Bands is [var top, ..] && top.Points > rule.Weight)
            yield return written.Problem($"{place}bands[0].points", "不能大于权重", "must not be above the weight");
    }
}
