using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Takes a certification back, as long as no run was frozen upon it.</summary>
static class AssessUncertify
{
    public static Verb Verb { get; } = new("assess uncertify", "撤回认证；已冻结的考核用过的不能撤回", "take a certification back; not once a run was frozen upon it")
    {
        Parameters = [AskedRun.UnitOption, AskedRun.YearOption],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var (warehouse, year, reason) = (office.Warehouse, Asked.Year(request["--year"]!), Deciding.Reason(request));
        var (unit, certified) = NotFrozen(request, office, year);
        var load = warehouse.Runs.Certify([new(unit.District, unit.Code, year, CertificationAct.withdrawn, certified.Person!, "", request.By, reason, 0)], office.Now,
            () => NotFrozen(request, office, year));
        return request.Json
            ? Answer.Document(new { org = unit.Code, year, withdrawn = true, by = request.By, load = load.LoadId })
            : Answer.Done(request.Say($"已撤回认证：{unit.Name} {year} 年（批次 {load.LoadId}）。", $"Taken back: the certification of {unit.Code} for {year} (load {load.LoadId})."));
    }

    static (OrgUnit Unit, CertifiedUnit Certified) NotFrozen(Request request, Office office, int year)
    {
        var (unit, certified, asOf) = AskedRun.Certifying(request, office, year);
        if (certified.State is CertificationState.none or CertificationState.withdrawn)
            throw new MisuseException($"{unit.Name} {year} 年没有认证，不用撤回。", $"{unit.Code} is not certified for {year}.");
        return office.Warehouse.Marts.AssessmentRuns(unit.District, asOf.LoadId).LastOrDefault(run => run.Year == year && run.KnownFromLoad > certified.Load) is not { } run ? (unit, certified)
            : throw new MisuseException($"{unit.Name} {year} 年的认证已随考核 {run.Run} 号冻结，不能撤回；数据有错请报更正并重新认证，由考核组另立一次考核（assess --freeze --corrects {run.Run}）。",
                $"The certification of {unit.Code} for {year} was frozen with run {run.Run}; send a correction, certify again, and freeze a new run with --corrects {run.Run}.");
    }
}
