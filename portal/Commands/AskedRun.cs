using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Frozen runs and units' years as verbs name them.</summary>
static class AskedRun
{
    public static readonly Parameter Run = Numbered("RUN");
    public static readonly Parameter YearOption = new("--year", ParameterKind.Text, "哪一年", "the year") { Required = true, Shape = "YYYY" };
    public static readonly Parameter UnitOption = new("--org", ParameterKind.Text, "单位代码或名称", "org unit code or name") { Required = true, Shape = "CODE" };

    public static Parameter Numbered(string name) => new(name, ParameterKind.Text, "考核号，见 assess runs", "number of a frozen run, see assess runs") { Required = true };

    public static AssessmentRun Of(Request request, string name, OpenWarehouse warehouse)
    {
        var runs = warehouse.Marts.AssessmentRuns(null, long.MaxValue - 1);
        return int.TryParse(request[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && runs.FirstOrDefault(run => run.Run == number) is { } run ? run
            : throw new MisuseException(runs.Count == 0 ? $"没有考核 {request[name]} 号；还没有冻结过。" : $"没有考核 {request[name]} 号；现有：{string.Join('、', runs.Select(known => known.Run))}。",
                $"There is no run {request[name]}; {(runs.Count == 0 ? "none was frozen yet" : $"known: {string.Join(", ", runs.Select(known => known.Run))}")}.");
    }

    /// <summary>The run as it is stored, altered or not.</summary>
    public static StoredRun Stored(AssessmentRun run, OpenWarehouse warehouse) => new(run, warehouse.Marts.RunDocuments(run.Run));

    /// <exception cref="FailureException">What is stored is not what was sealed.</exception>
    public static StoredRun Sealed(AssessmentRun run, OpenWarehouse warehouse) => Stored(run, warehouse) is var stored && RunFaults.Of(stored) is { } fault ? throw fault : stored;

    /// <summary>A unit whose year may be certified, with the state of its certification; refused where it owes nothing in that year.</summary>
    public static (OrgUnit Unit, CertifiedUnit Certified, Load AsOf) Certifying(Request request, Office office, int year)
    {
        var (warehouse, catalog) = (office.Warehouse, office.Warehouse.Definitions.Current);
        if (year > ShanghaiTime.DateOf(office.Now).Year) throw new MisuseException($"{year} 年还没有到。", $"{year} is yet to come.");
        var unit = Asked.Unit(request, catalog)!;
        var asOf = warehouse.Marts.LastLoad()!;
        var horizon = AssessmentReading.OfYear(warehouse.Marts, unit.District, year, null, asOf);
        var certified = RunReading.Certified(warehouse.Marts, warehouse.Definitions, unit.District, horizon, asOf, asOf.LoadId);
        return (unit, certified.FirstOrDefault(one => one.OrgUnit == unit.Code) ?? throw new MisuseException(
            $"{unit.Name}在 {year} 年年末不是填报单位，或没有应报的报表，不用认证。", $"{unit.Code} owes no sheet of {year}, or no longer stands at its end: there is nothing to certify."), asOf);
    }
}
