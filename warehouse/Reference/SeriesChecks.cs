namespace Reporting.Warehouse.Reference;

/// <summary>What must hold for elements, breakdowns and indicators.</summary>
static class SeriesChecks
{
    public static IEnumerable<DefinitionProblem> Of(DefinitionIndex index) =>
        index.All<Element>().SelectMany(element => Element(index, element.Written, element.Record))
            .Concat(FedByTwoForms(index))
            .Concat(index.All<Breakdown>().SelectMany(breakdown => Breakdown(index, breakdown.Written, breakdown.Record)))
            .Concat(index.All<Indicator>().SelectMany(indicator => Indicator(index, indicator.Written, indicator.Record)));

    static IEnumerable<DefinitionProblem> Element(DefinitionIndex index, WrittenDefinition written, Element element)
    {
        var roles = index.Units.Select(unit => unit.Role).ToHashSet();
        foreach (var (level, role) in element.Authority.Where(entry => !roles.Contains(entry.Value)))
            yield return DefinitionIndex.Unknown(written, $"authority.{level}", role, roles, "角色（填报单位的 role）", "role of an org unit");
        if (element.Rollup == Rollup.reported && !element.Authority.ContainsKey(OrgUnitKind.district))
            yield return written.Problem("authority", "rollup: reported 表示全区数由某部门报送，请写明 district: 角色",
                "with rollup: reported somebody states the figure of the district; say district: and the role");
        foreach (var problem in element.Authority.SelectMany(entry => Rivals(index, written, entry.Key, entry.Value))) yield return problem;
        foreach (var problem in element.Forms.SelectMany(form => index.Unknown(written, "forms", DefinitionKind.form, form, "报表")))
            yield return problem;
    }

    // Grain case 4: one authority for one figure. Two units of the role that speak of the same one would be added up.
    static IEnumerable<DefinitionProblem> Rivals(DefinitionIndex index, WrittenDefinition written, OrgUnitKind level, string role) =>
        from speakers in index.Units.Where(unit => unit.Role == role && unit.Measures != unit.Code).GroupBy(unit => unit.Measures)
        where index.Units.Any(measured => measured.Code == speakers.Key && measured.Kind == level)
        from second in speakers
        from first in speakers.TakeWhile(unit => unit != second)
        where first.Code != second.Code && DistrictChecks.Overlap(first, second)
        select written.Problem($"authority.{level}", $"“{first.Name}”和“{second.Name}”的 role 都是“{role}”，都填报“{speakers.Key}”的数，无法确定以谁为准；请给它们不同的 role",
            $"'{first.Code}' and '{second.Code}' are both '{role}' and speak of '{speakers.Key}'; give them different roles, so that one is the authority");

    // Grain case 14: of two forms that ask for one number in one district, somebody must have said that both may.
    static IEnumerable<DefinitionProblem> FedByTwoForms(DefinitionIndex index)
    {
        var feeds = index.All<Form>().SelectMany(form => form.Record.Lines.Select((line, number) =>
            (form.Written, form.Record.Id, form.Record.District, line.Element, Place: $"lines[{number}].element")));
        foreach (var element in feeds.GroupBy(feed => (feed.District, feed.Element)))
        {
            List<string> forms = [.. element.Select(feed => feed.Id).Distinct()];
            List<string> declared = [.. index.All<Element>().Where(item => item.Record.Id == element.Key.Element).SelectMany(item => item.Record.Forms)];
            // Where nothing is declared the first form may be the only one; those after it are one too many.
            var undeclared = (declared.Count > 0 ? forms.Except(declared) : forms.Skip(1)).ToHashSet();
            foreach (var feed in element.Where(feed => undeclared.Contains(feed.Id)).DistinctBy(feed => feed.Id))
                yield return feed.Written.Problem(feed.Place,
                    $"填报指标“{feed.Element}”由报表 {string.Join('、', forms)} 填报，但其定义的 forms 中没有“{feed.Id}”；请在那里写明由哪些报表填报，或去掉这一行",
                    $"element '{feed.Element}' is fed by {string.Join(", ", forms)}, but its definition does not name '{feed.Id}' in forms; name the forms there, or drop this line");
        }
    }

    static IEnumerable<DefinitionProblem> Breakdown(DefinitionIndex index, WrittenDefinition written, Breakdown breakdown)
    {
        if (breakdown.Id == Reference.Breakdown.Total)
            yield return written.Problem("id", "total 是合计本身，不必定义", "total is the whole itself and needs no definition");
        if (index.All<Breakdown>().Any(other => other.Record.Group == breakdown.Group && other.Record.Exhaustive != breakdown.Exhaustive))
            yield return written.Problem("exhaustive", $"同一 group“{breakdown.Group}”的各项应写得一致", $"all of group '{breakdown.Group}' must say the same");
    }

    static IEnumerable<DefinitionProblem> Indicator(DefinitionIndex index, WrittenDefinition written, Indicator indicator)
    {
        var terms = indicator.Numerator.Select((term, number) => (term, $"numerator[{number}]"))
            .Concat(indicator.Denominator.Select((term, number) => (term, $"denominator[{number}]")));
        if (indicator.Numerator.Count == 0)
            yield return written.Problem("numerator", "至少要有一项", "needs at least one term");
        foreach (var (term, place) in terms)
        {
            foreach (var problem in index.Unknown(written, $"{place}.element", DefinitionKind.element, term.Element, "填报指标")
                .Concat(index.Unknown(written, $"{place}.breakdown", DefinitionKind.breakdown, term.Breakdown, "分组")))
                yield return problem;
            if (term.Time == TimeRule.sum && index.All<Element>().Any(item => item.Record.Id == term.Element && item.Record.Kind == ElementKind.stock))
                yield return written.Problem($"{place}.time", $"“{term.Element}”是时点数，各月不能相加，请用 last、first、min 或 max",
                    $"'{term.Element}' is a stock; its months do not add up: use last, first, min or max");
        }
    }
}
