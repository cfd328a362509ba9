using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>A unit vouches for what it stated of a year, by a named person.</summary>
static class AssessCertify
{
    public static Verb Verb { get; } = new("assess certify", "认证：由负责人确认本单位一年的数据属实", "a unit vouches for its figures of a year, by a named person")
    {
        Parameters =
        [
            AskedRun.UnitOption, AskedRun.YearOption,
            new("--person", ParameterKind.Text, "签认人姓名、职务", "name and post of who signs") { Required = true, Shape = "TEXT" },
        ],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var (warehouse, year, person) = (office.Warehouse, Asked.Year(request["--year"]!), OneLine.Of(request["--person"]!));
        var (unit, _, asOf) = NotCertified(request, office, year);
        var stated = RunReading.StatedBy(warehouse.Marts, unit.District, year, asOf.LoadId)[unit.Code].ToList();
        var load = warehouse.Runs.Certify([new(unit.District, unit.Code, year, CertificationAct.certified, person, StatedYear.Sha256(stated), request.By, request.Reason ?? "", 0)], office.Now,
            () => NotCertified(request, office, year));
        return request.Json
            ? Answer.Document(new { org = unit.Code, year, person, by = request.By, figures = stated.Count, load = load.LoadId })
            : Answer.Done(request.Say($"已认证：{unit.Name} {year} 年 {stated.Count} 个数，签认人{person}（批次 {load.LoadId}）。此后数据如有变动，要重新认证。",
                $"Certified: {unit.Code} {year}, {stated.Count} figures, by {person} (load {load.LoadId})."));
    }

    static (OrgUnit Unit, CertifiedUnit Certified, Load AsOf) NotCertified(Request request, Office office, int year)
    {
        var asked = AskedRun.Certifying(request, office, year);
        return asked.Certified.State != CertificationState.certified ? asked
            : throw new MisuseException($"{asked.Unit.Name} {year} 年已由{asked.Certified.Person}认证（批次 {asked.Certified.Load}），此后数据没有变动，不用再认证。",
                $"{asked.Unit.Code} was certified for {year} by {asked.Certified.Person} (load {asked.Certified.Load}), and nothing has changed since.");
    }
}
