namespace Reporting.Warehouse.Reference;

/// <summary>What must hold for a plan and its commitments.</summary>
static class PlanChecks
{
    /// <summary>Kinds that can do without a number of their own.</summary>
    static readonly string[] WithoutNumber = ["benchmark", "milestone", "direction", "fact", "case_deadline"];

    /// <summary>Kinds that can do without anything counted.</summary>
    static readonly string[] WithoutIndicator = ["milestone", "direction", "fact", "case_deadline"];

    /// <summary>What a kind (or the key that asks for it) cannot be judged without.</summary>
    static readonly (Func<Commitment, bool> Asks, string Key, Func<Commitment, bool> Has, string Words, string WordsEn)[] Needs =
    [
        (one => one.Kind is "yearly_reduction" or "growth_on_base", "base_year", one => one.BaseYear is not null,
            "要写明以哪一年为基数", "needs the year of its base"),
        (one => one.Kind == "yearly_reduction", "path", one => one.Path is "chain" or "linear",
            "要写明逐年环比（chain）还是按固定基数（linear）", "needs the path: chain on the year before, or linear on the base"),
        (one => one.Kind == "direction", "path", one => one.Path is "up" or "down" or "keep",
            "要写明方向：up 提高、down 减少、keep 保持", "needs the path: up, down or keep"),
        (one => one.Kind == "benchmark", "benchmark", one => one.Benchmark is not null, "要写明和哪个指标比", "needs the indicator it is held against"),
        (one => one.Kind == "range" || one.Comparator == "between", "upper", one => one.Upper is not null, "要写明区间的另一端", "needs the other end of the range"),
        (one => one.Kind == "of_which", "whole", one => one.Whole is not null, "要写明是哪一项承诺的其中数", "needs the commitment that it is a part of"),
        (one => one.Kind == "milestone", "due", one => one.Due is not null, "要写明到哪一天为止", "needs the day by which it is to be reached"),
        (one => one.IssuedFromAbove, "issued_by", one => one.IssuedBy is not null,
            "由上级下达的，要写明下达数填在哪个填报指标", "is issued from above and needs the element that carries the number"),
    ];

    public static IEnumerable<DefinitionProblem> Of(DefinitionIndex index) => index.All<Plan>().SelectMany(plan =>
            index.Unknown(plan.Written, "district", DefinitionKind.district, plan.Record.District, "区")
                .Concat(Years(plan.Written, plan.Record))
                .Concat(plan.Record.Commitments.SelectMany((commitment, number) =>
                    Commitment(index, plan.Written, plan.Record, commitment, $"commitments[{number}]."))))
        .Concat(Twice(index));

    static IEnumerable<DefinitionProblem> Years(WrittenDefinition written, Plan plan)
    {
        if (plan.FirstYear is < 1900 or > 2199) yield return written.Problem("first_year", "应为四位年份", "must be a year of four digits");
        if (plan.LastYear is < 1900 or > 2199) yield return written.Problem("last_year", "应为四位年份", "must be a year of four digits");
        if (plan.LastYear < plan.FirstYear) yield return written.Problem("last_year", "早于 first_year，请改正", "lies before first_year; correct it");
    }

    static IEnumerable<DefinitionProblem> Commitment(DefinitionIndex index, WrittenDefinition written, Plan plan, Commitment commitment, string place)
    {
        foreach (var (key, id) in new[] { ("indicator", commitment.Indicator), ("benchmark", commitment.Benchmark) })
            foreach (var problem in index.Unknown(written, place + key, DefinitionKind.indicator, id ?? "", "指标")) yield return problem;
        foreach (var problem in index.Unknown(written, place + "issued_by", DefinitionKind.element, commitment.IssuedBy ?? "", "填报指标")) yield return problem;
        if (commitment.Indicator is null && !WithoutIndicator.Contains(commitment.Kind))
            yield return written.Problem(place + "indicator", $"{commitment.Kind} 要写明用哪个指标计算", $"a {commitment.Kind} needs the indicator it is measured by");
        if (commitment.Whole is { } whole && plan.Commitments.All(other => other.Id != whole))
            yield return DefinitionIndex.Unknown(written, place + "whole", whole, plan.Commitments.Select(other => other.Id), "本规划的承诺", "commitment of this plan");
        var units = index.All<Indicator>().Where(item => item.Record.Id == commitment.Indicator).Select(item => item.Record.Unit).Distinct().ToList();
        if (commitment.Kind is not ("yearly_reduction" or "growth_on_base" or "direction" or "fact") && units.Count > 0 && commitment.Unit.Length > 0 && !units.Contains(commitment.Unit))
            yield return written.Problem(place + "unit", $"指标的单位是“{string.Join('、', units)}”，这里写的是“{commitment.Unit}”",
                $"the unit of the indicator is '{string.Join(", ", units)}', here it is '{commitment.Unit}'");
        if (commitment is { Value: null, IssuedFromAbove: false } && !WithoutNumber.Contains(commitment.Kind))
            yield return written.Problem(place + "value", "缺少目标值；由上级下达的写 issued_from_above: true", "has no value; where it comes from above, say issued_from_above: true");
        foreach (var need in Needs.Where(need => need.Asks(commitment) && !need.Has(commitment)))
            yield return written.Problem(place + need.Key, $"{commitment.Kind} {need.Words}", $"{commitment.Kind} {need.WordsEn}");
        if (commitment is { Value: { } low, Upper: { } high } && high < low)
            yield return written.Problem(place + "upper", "小于 value，请改正", "is less than value; correct it");
        var codes = index.Units.Where(unit => unit.District == plan.District).Select(unit => unit.Code).ToHashSet();
        foreach (var code in commitment.Departments.Concat(commitment.Supporting ?? []).Where(code => codes.Count > 0 && !codes.Contains(code)))
            yield return DefinitionIndex.Unknown(written, place + "departments", code, codes, "本区填报单位代码", "org unit code of this district");
        if (commitment.Shares is not { } shares) yield break;
        var duties = commitment.Departments.Concat(commitment.Supporting ?? []).ToList();
        foreach (var share in shares.Where(share => !duties.Contains(share.Department)))
            yield return DefinitionIndex.Unknown(written, place + "shares", share.Department, duties, "这一项的牵头、配合部门", "department that leads or supports it");
        if (shares.Any(share => share.Share <= 0) || shares.Sum(share => share.Share) != 1 || shares.DistinctBy(share => share.Department).Count() < shares.Count)
            yield return written.Problem(place + "shares", "每个部门写一次，份额大于 0，合计为 1", "names each department once, with a share above 0, together 1");
    }

    // Targets, scores and explanations name a commitment by its id alone.
    static IEnumerable<DefinitionProblem> Twice(DefinitionIndex index) => index.All<Plan>()
        .SelectMany(plan => plan.Record.Commitments.Select((commitment, number) => (plan.Written, commitment.Id, number)))
        .Where(commitment => commitment.Id.Length > 0).GroupBy(commitment => commitment.Id)
        .SelectMany(same => same.Skip(1).Select(again => again.Written.Problem($"commitments[{again.number}].id",
            $"承诺“{again.Id}”已在 {same.First().Written.Definition.File} 中，请换一个 id",
            $"commitment '{again.Id}' already stands in {same.First().Written.Definition.File}; give it another id")));
}
