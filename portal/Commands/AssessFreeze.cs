using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Freezes the assessment of a district and year: what it stood on, what came of it, who vouched for it.</summary>
static class AssessFreeze
{
    public static readonly IReadOnlyList<Parameter> Parameters =
    [
        new("--freeze", ParameterKind.Flag, "冻结一年的考核：输入、结果、说明和得分都存下来，不再改变", "freeze the assessment of a year: inputs, results, explanations and scores are kept and never change"),
        new("--uncertified-ok", ParameterKind.Flag, "同 --freeze 用：有单位未认证也冻结，要写明原因", "with --freeze: freeze though units have not certified; say why"),
        new("--corrects", ParameterKind.Text, "同 --freeze 用：更正或申诉后另立一次，写所更正的考核号和原因", "with --freeze: a new run after a correction or an appeal; the run it corrects, and why") { Shape = "RUN" },
        new("--unchanged-ok", ParameterKind.Flag, "同 --corrects 用：什么都没有变也另立一次", "with --corrects: a new run though nothing has moved"),
    ];

    public static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var asked = AskedYear.Of(request, catalog).HasCome(asOf);
        var inputs = RunReading.Inputs(warehouse.Marts, catalog, asked.District.Code, asked.Year, asked.Through, asked.Schemes, asOf);
        var basis = FreezeBasis.Of(request, warehouse, inputs, asOf, warehouse.Marts.LastLoad()!.LoadId);
        if (basis.IsOpen && !request.Has("--uncertified-ok")) return Refused(request, catalog, asked, basis.Certified);
        basis.Check(request);
        UnmovedRun.Check(request, warehouse, basis.Corrected, inputs, basis.Certified);
        var contents = new RunContents(asOf, inputs, warehouse.Definitions.WrittenAsOf(asOf.LoadId));
        // Judging takes its time: who has certified, and what was frozen meanwhile, is asked again when it is this run's turn to be written.
        var frozen = warehouse.Runs.Freeze(new(0, asked.District.Code, asked.Year, inputs.Through, asOf.LoadId, AssessmentEngine.Version, string.Join(',', asked.Schemes.Select(scheme => scheme.Id)),
            null, request.Reason ?? "", request.By, office.Now, 0, "", 0), given =>
        {
            basis = FreezeBasis.Of(request, warehouse, inputs, asOf, given.KnownFromLoad - 1);
            basis.Check(request);
            var run = given with { Corrects = basis.Corrected?.Run, Uncertified = CertifiedUnit.Open(basis.Certified) };
            return (run, contents.Sealed(run, basis.Certified));
        }, office.Now);
        return Told(request, warehouse, catalog, frozen, basis);
    }

    static Answer Refused(Request request, Catalog catalog, AskedYear asked, IReadOnlyList<CertifiedUnit> certified)
    {
        var (all, open) = (certified.Count, certified.Where(unit => unit.State != CertificationState.certified).ToList());
        var message = all == 0
            ? request.Say($"{asked.District.Name} {asked.Year} 年没有应认证的单位；没有冻结。确要冻结，加 --uncertified-ok 并写明原因。",
                $"No unit of {asked.District.Code} has to certify {asked.Year}; nothing was frozen. If it is meant, give --uncertified-ok and the reason.")
            : request.Say($"{all} 家应认证，{open.Count} 家没有；没有冻结。请各单位用 assess certify 认证，或加 --uncertified-ok 并写明原因。",
                $"{open.Count} of {all} units have not certified; nothing was frozen. Let them certify, or give --uncertified-ok and the reason.");
        if (request.Json) return Answer.Document(new { frozen = false, uncertified = open.Select(unit => AssessCertified.Printed(unit, catalog)) }, 3) with { Error = message };
        return Answer.Refused(all == 0 ? "" : string.Join('\n', [$"{asked.District.Name} {asked.Year} 年未认证的单位：", .. AssessCertified.Lines(open, catalog)]), message);
    }

    // The run stands whatever has become of the one that it corrects.
    static Answer Told(Request request, OpenWarehouse warehouse, Catalog catalog, AssessmentRun run, FreezeBasis basis)
    {
        var (certified, corrected) = (basis.Certified, basis.Corrected);
        var fault = corrected is null ? null : RunFaults.Of(AskedRun.Stored(corrected, warehouse));
        var diff = corrected is null || fault is not null ? null : AssessDiff.Between(warehouse, corrected, run);
        var unsaid = fault is null ? "" : request.Say($"{fault.In("zh")}没有列出与它的差别。", $"{fault.Message} What moved from it is not told.");
        if (request.Json) return Answer.Document(new { frozen = true, run = AssessRuns.Printed(run), certified = certified.Count - run.Uncertified, uncertified = run.Uncertified, diff }) with { Error = unsaid };
        return Answer.Done(string.Join('\n',
        [
            $"已冻结：{AssessRuns.Heading(run, catalog)}",
            $"应认证 {certified.Count} 家，已认证 {certified.Count - run.Uncertified} 家{(run.Uncertified > 0 ? $"，未认证 {run.Uncertified} 家（{AssessCertified.Open(certified, catalog)}）仍冻结：{run.Reason}" : "")}",
            $"封签 {run.Seal}",
            .. diff is null ? [] : (IEnumerable<string>)["", .. RunDiffText.Lines(diff, catalog, $"考核 {corrected!.Run} 号 → {run.Run} 号")],
        ])) with
        { Error = unsaid };
    }
}
