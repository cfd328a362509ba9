using Reporting.Portal.Commands;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Portal.Demo;

/// <summary>
/// The assessments of 崇明 in the demo: the units certify a year and the same hour it is frozen; for 2021 two townships then correct their December, certify again,
/// and a second run takes the place of the first. All of it is made up.
/// </summary>
static class DemoRuns
{
    const string District = DemoProfiles.Chongming;

    public static IReadOnlyList<DemoDecision> All { get; } =
    [
        new(DemoClock.At(new(2022, 2, 16), 10), office => Freeze(office, 2021, "演示：2021 年度考核", null)),
        // The corrections of December come on the 17th.
        new(DemoClock.At(new(2022, 2, 22), 10), office => Freeze(office, 2021, "演示：两镇更正 2021 年 12 月的报表", 1)),
        new(DemoClock.At(new(2023, 2, 28), 10), office => Freeze(office, 2022, "演示：2022 年度考核", null)),
    ];

    // Whoever has not certified, or has corrected since. In one load: by the verb it would be one each, and the demo would wait for them.
    static void Certify(Office office, int year)
    {
        var (warehouse, asOf) = (office.Warehouse, office.Warehouse.Marts.LastLoad()!);
        var stated = RunReading.StatedBy(warehouse.Marts, District, year, asOf.LoadId);
        var units = RunReading.Certified(warehouse.Marts, warehouse.Definitions, District, AssessmentReading.OfYear(warehouse.Marts, District, year, null, asOf), asOf, asOf.LoadId);
        warehouse.Runs.Certify([.. units.Where(unit => unit.State != CertificationState.certified).Select(unit =>
            new Certification(District, unit.OrgUnit, year, CertificationAct.certified, "演示：单位负责人", StatedYear.Sha256(stated[unit.OrgUnit]), unit.OrgUnit, "", 0))], office.Now);
    }

    static void Freeze(Office office, int year, string reason, int? corrects)
    {
        office.EnterDefinitions();
        Certify(office, year);
        var values = new Dictionary<string, IReadOnlyList<string>> { ["--freeze"] = [], ["--district"] = [District], ["--year"] = [$"{year}"] };
        if (corrects is not null) values["--corrects"] = [$"{corrects}"];
        DemoDecisions.Do(office, Assess.Verb, values, reason);
    }
}
