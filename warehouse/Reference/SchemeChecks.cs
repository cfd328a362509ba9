namespace Reporting.Warehouse.Reference;

/// <summary>What must hold for a scheme: weights add up to a hundred, every unit has one group, every rule can be worked out.</summary>
static class SchemeChecks
{
    const decimal FullMarks = 100;

    public static IEnumerable<DefinitionProblem> Of(DefinitionIndex index) => index.All<Scheme>().SelectMany(scheme =>
        index.Unknown(scheme.Written, "district", DefinitionKind.district, scheme.Record.District, "区")
            .Concat(Whole(scheme.Written, scheme.Record)).Concat(Groups(index, scheme.Written, scheme.Record)).Concat(Grades(scheme.Written, scheme.Record))
            .Concat(scheme.Record.Rules.SelectMany((rule, number) => SchemeRuleChecks.Of(index, scheme.Written, scheme.Record, rule, $"rules[{number}]."))))
        .Concat(Versions(index));

    static IEnumerable<DefinitionProblem> Whole(WrittenDefinition written, Scheme scheme)
    {
        if (scheme.LastYear < scheme.FirstYear) yield return written.Problem("last_year", "早于 first_year，请改正", "lies before first_year; correct it");
        if (scheme.Decimals is < 0 or > 4) yield return written.Problem("decimals", "应为 0 到 4", "must be 0 to 4");
        if (scheme.Rules.Sum(rule => rule.Weight) is var sum and not FullMarks)
            yield return written.Problem("rules", $"各项权重之和是 {sum}，应为 {FullMarks}", $"the weights add up to {sum}, not to {FullMarks}");
        foreach (var (number, rule) in scheme.Rules.Index())
            if (rule.Id.Length > 0 && scheme.Rules.Take(number).Any(earlier => earlier.Id == rule.Id))
                yield return written.Problem($"rules[{number}].id", $"“{rule.Id}”在本办法里已有，请换一个 id", $"'{rule.Id}' stands in this scheme already; give it another id");
        if (scheme.Rules.Any(rule => rule.Duties == true) && scheme.Responsibility is null)
            yield return written.Problem("responsibility", "按责任主体计分的，要写明牵头和配合各占多少", "scores duties and needs what leading and supporting weigh");
        if (scheme.Responsibility is { } shares && (shares.Lead <= 0 || shares.Support < 0 || shares.Support > shares.Lead))
            yield return written.Problem("responsibility", "牵头应大于 0，配合不能小于 0，也不能大于牵头", "lead must be above 0, support between 0 and lead");
    }

    static IEnumerable<DefinitionProblem> Groups(DefinitionIndex index, WrittenDefinition written, Scheme scheme)
    {
        var codes = index.Units.Where(unit => unit.District == scheme.District).Select(unit => unit.Code).ToHashSet();
        var seen = new HashSet<string>();
        if (scheme.Groups.Count == 0) yield return written.Problem("groups", "没有写考核谁", "says nobody to be scored");
        foreach (var (number, group) in scheme.Groups.Index())
        {
            var place = $"groups[{number}].units";
            if (group.Units.Count == 0 && group.Kinds is null or []) yield return written.Problem(place, "组里没有单位", "the group has no unit");
            foreach (var code in group.Units)
                if (codes.Count > 0 && !codes.Contains(code)) yield return DefinitionIndex.Unknown(written, place, code, codes, "本区填报单位代码", "org unit code of this district");
                else if (!seen.Add(code)) yield return written.Problem(place, $"“{code}”写了两次，一个单位只在一个组里比", $"'{code}' stands twice; a unit is compared in one group");
        }
    }

    static IEnumerable<DefinitionProblem> Grades(WrittenDefinition written, Scheme scheme)
    {
        foreach (var (number, grade) in scheme.Grades.Index())
        {
            if (number > 0 && grade.From >= scheme.Grades[number - 1].From)
                yield return written.Problem($"grades[{number}].from", "等次从高到低写，分数线要低于前一等", "grades go from the highest down; it must be below the one before");
            if (grade.Quota is <= 0 or > 1) yield return written.Problem($"grades[{number}].quota", "应为 0 到 1 之间的小数，如 0.3", "must be a fraction such as 0.3");
        }
        if (scheme.Grades is not [.., { From: 0, Quota: null }])
            yield return written.Problem("grades", "最后一等要从 0 分起、不限名额，使每个分数都有等次", "the last grade must begin at 0 without a quota, so that every score has one");
    }

    // Two versions that speak of one year would make "the scheme of that year" a matter of luck.
    static IEnumerable<DefinitionProblem> Versions(DefinitionIndex index) =>
        from versions in index.All<Scheme>().GroupBy(scheme => scheme.Record.Id)
        let ordered = versions.OrderBy(version => version.Record.FirstYear).ToList()
        from pair in ordered.Zip(ordered.Skip(1))
        where pair.Second.Record.FirstYear <= pair.First.Record.LastYear
        select pair.Second.Written.Problem("first_year", "与前一版的年份重叠，请给前一版改 last_year", "overlaps the years of the version before; change its last_year");
}
