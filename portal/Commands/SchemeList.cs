using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>评分办法: which there are, for whom and when.</summary>
static class SchemeList
{
    public static Verb Verb { get; } = new("scheme list", "列出评分办法", "the scoring schemes")
    {
        Parameters = [Asked.DistrictOption, Asked.AsOfOption],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var catalog = office.Warehouse.Definitions.AsOf(Asked.AsOf(request, office.Warehouse).LoadId);
        var district = request["--district"] is null ? null : Asked.District(request, catalog).Code;
        var schemes = catalog.Schemes.Where(scheme => district is null || scheme.District == district)
            .OrderBy(scheme => scheme.District, StringComparer.Ordinal).ThenBy(scheme => scheme.Id, StringComparer.Ordinal).ThenBy(scheme => scheme.Version).ToList();
        return request.Json
            ? Answer.Document(new { schemes = schemes.Select(scheme => new { scheme.Id, scheme.Version, scheme.Name, scheme.District, scheme.Document, scheme.FirstYear, scheme.LastYear, Units = UnitsOf(scheme, catalog), Rules = scheme.Rules.Count }) })
            : Answer.Done(schemes.Count == 0 ? "没有评分办法。" : string.Join('\n', schemes.Select(scheme => Line(scheme, catalog))));
    }

    static int UnitsOf(Scheme scheme, Catalog catalog) =>
        scheme.Groups.Sum(group => group.MembersAmong(catalog.OrgUnits.Where(unit => unit.District == scheme.District && unit.ValidTo is null)).Count);

    static string Line(Scheme scheme, Catalog catalog) =>
        $"{scheme.Id}  第 {scheme.Version} 版  {scheme.Name}  {scheme.FirstYear}—{scheme.LastYear} 年  {scheme.Groups.Count} 组 {UnitsOf(scheme, catalog)} 家  {scheme.Rules.Count} 项";
}
