using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Which units have certified a year, which have not, and of which the figures have moved since.</summary>
static class AssessCertified
{
    public static Verb Verb { get; } = new("assess certified", "各单位一年的数据认证了没有", "which units have certified a year")
    {
        Parameters = [Asked.DistrictOption, AskedRun.YearOption],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var (warehouse, year) = (office.Warehouse, Asked.Year(request["--year"]!));
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var district = Asked.District(request, catalog);
        var units = RunReading.Certified(warehouse.Marts, warehouse.Definitions, district.Code, AssessmentReading.OfYear(warehouse.Marts, district.Code, year, null, asOf), asOf, asOf.LoadId);
        var run = FrozenYears.Run(warehouse.Marts, district.Code, year)?.Run;
        var since = FrozenYears.Since(warehouse.Marts, district.Code).Where(one => one.Run == run).ToLookup(one => one.OrgUnit);
        if (request.Json) return Answer.Document(new { district = district.Code, year, units = units.Select(unit => Printed(unit, catalog)), run, corrected_since = since.SelectMany(unit => unit) });
        return Answer.Done(units.Count == 0 ? $"{district.Name} {year} 年没有应报的单位。" : string.Join('\n',
        [
            $"{district.Name} {year} 年数据认证：应认证 {units.Count} 家，已认证 {units.Count(unit => unit.State == CertificationState.certified)} 家{(run is null ? "" : $"；考核 {run} 号已冻结{(since.Count == 0 ? "" : $"，{since.Count} 家有冻结后更正，另立更正考核才体现")}")}",
            .. Lines(units, catalog, unit => FrozenYears.Since(since[unit])),
        ]));
    }

    public static object Printed(CertifiedUnit unit, Catalog catalog) => new { org = unit.OrgUnit, name = Name(unit, catalog), unit.State, unit.Person, unit.By, unit.Load };

    /// <param name="more">What else is said of a unit.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<CertifiedUnit> units, Catalog catalog, Func<string, string>? more = null) => Aligned.Rows(
        [.. units.Select(unit => (IReadOnlyList<string>)[Name(unit, catalog), unit.OrgUnit, unit.State.InWords(), more?.Invoke(unit.OrgUnit) ?? "", unit.Load is null ? "" : $"{unit.Person}（{unit.By} {(unit.State == CertificationState.withdrawn ? "撤回" : "登记")}，批次 {unit.Load}）"])]);

    /// <summary>The names of those who have not certified.</summary>
    public static string Open(IEnumerable<CertifiedUnit> units, Catalog catalog) =>
        string.Join('、', units.Where(unit => unit.State != CertificationState.certified).Select(unit => Name(unit, catalog)));

    static string Name(CertifiedUnit unit, Catalog catalog) => catalog.OrgUnit(unit.OrgUnit)?.Name ?? unit.OrgUnit;
}
