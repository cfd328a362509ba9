namespace Reporting.Warehouse.Reference;

/// <summary>What must hold for a district and its units.</summary>
static class DistrictChecks
{
    public static IEnumerable<DefinitionProblem> Of(DefinitionIndex index) => index.All<District>()
        .SelectMany(district => Units(district.Record).SelectMany(unit => Unit(index, district.Written, district.Record, unit.Unit, unit.Place)))
        .Concat(index.All<District>().SelectMany(district => Twice(district.Written, district.Record)))
        .Concat(index.All<District>().SelectMany(district => Ambiguous(district.Written, district.Record)));

    // The district itself is the first unit and stands at the top of the file.
    static IEnumerable<(OrgUnit Unit, string Place)> Units(District district) =>
        district.Units.Select((unit, index) => (unit, index == 0 ? "" : $"units[{index - 1}]."));

    static IEnumerable<DefinitionProblem> Unit(DefinitionIndex index, WrittenDefinition written, District district, OrgUnit unit, string place)
    {
        var codes = index.Units.Select(other => other.Code).ToHashSet();
        var named = unit.ReportsFor.Select(code => ("reports_for", code))
            .Concat(unit.Successors.Select((successor, number) => ($"successors[{number}].code", successor.Code)))
            .Append(("measures", unit.Measures)).Append(("parent", unit.Parent ?? ""));
        foreach (var (key, code) in named.Where(name => name.Item2.Length > 0 && !codes.Contains(name.Item2)))
            yield return DefinitionIndex.Unknown(written, place + key, code, codes, "填报单位代码", "org unit code");
        if (unit.ValidTo < unit.ValidFrom)
            yield return written.Problem(place + "valid_to", "早于 valid_from，请改正", "lies before valid_from; correct it");
        if (unit.Successors.Count > 0 && unit.ValidTo is null)
            yield return written.Problem(place + "successors", "有承继单位就应写 valid_to（存续的最后一天）", "a unit with successors needs valid_to, its last day");
        if (unit.Successors.Sum(successor => successor.Share) > 1)
            yield return written.Problem(place + "successors", "share 之和超过 1，请改正", "the shares add up to more than 1; correct them");
        if (place.Length > 0 && unit.Kind == OrgUnitKind.district && unit.Successors.All(successor => successor.Code != district.Code))
            yield return written.Problem(place + "kind", "区本身写在文件顶层，units 里只能写它的前身（successors 写本区）",
                "the district itself stands at the top of the file; among its units only a predecessor may stand, whose successor it is");
        if (unit.District != district.Code)
            yield return written.Problem(place + "code", "单位不属于本区", "the unit is not of this district");
    }

    static IEnumerable<DefinitionProblem> Twice(WrittenDefinition written, District district) =>
        from second in Units(district)
        from first in Units(district).TakeWhile(unit => unit != second)
        where first.Unit.Code == second.Unit.Code && first.Unit.Code.Length > 0 && Overlap(first.Unit, second.Unit)
        select written.Problem(second.Place + "code", $"代码“{second.Unit.Code}”与“{first.Unit.Name}”重复，且有效期重叠",
            $"code '{second.Unit.Code}' is also that of '{first.Unit.Name}' at the same time");

    // A name that two units answer to would be asked about at every submission; better asked once, here.
    static IEnumerable<DefinitionProblem> Ambiguous(WrittenDefinition written, District district) =>
        from second in Units(district)
        from first in Units(district).TakeWhile(unit => unit != second)
        where first.Unit.Code != second.Unit.Code && Overlap(first.Unit, second.Unit)
        from name in Names(second.Unit).Intersect(Names(first.Unit)).Where(name => name.Length > 0)
        select written.Problem(second.Place + "aliases", $"名称“{name}”同时指“{first.Unit.Name}”和“{second.Unit.Name}”，请删去其一",
            $"the name '{name}' means both '{first.Unit.Name}' and '{second.Unit.Name}'; remove one");

    static IEnumerable<string> Names(OrgUnit unit) => unit.Aliases.Append(unit.Name);
    internal static bool Overlap(OrgUnit one, OrgUnit other) =>
        one.ValidFrom <= (other.ValidTo ?? DateOnly.MaxValue) && other.ValidFrom <= (one.ValidTo ?? DateOnly.MaxValue);
}
