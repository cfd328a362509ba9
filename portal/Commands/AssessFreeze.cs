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
        var asked = AskedYear.Of(request, catalog);
        var inputs = RunReading.Inputs(warehouse.Marts, catalog, asked.District.Code, asked.Year, asked.Through, asked.Schemes, asOf);
        var known = warehouse.Marts.LastLoad()!.LoadId;
        var certified = RunReading.Certified(warehouse.Marts, warehouse.Definitions, asked.District.Code, inputs.Horizon, asOf, known);
        var open = certified.Where(unit => unit.State != CertificationState.certified).ToList();
        if (open.Count > 0 && !request.Has("--uncertified-ok")) return Refused(request, catalog, asked, open, certified.Count);
        var corrected = Corrected(request, warehouse, inputs);
        if (open.Count > 0 || corrected is not null) _ = Deciding.Reason(request);
        UnmovedRun.Check(request, warehouse, corrected, inputs, certified);
        var run = new AssessmentRun(0, asked.District.Code, asked.Year, inputs.Through, asOf.LoadId, AssessmentEngine.Version, string.Join(',', asked.Schemes.Select(scheme => scheme.Id)),
            corrected?.Run, request.Reason ?? "", request.By, office.Now, open.Count, "", 0);
        var frozen = warehouse.Runs.Freeze(run, RunContents.Of(run, asOf, inputs, warehouse.Definitions.WrittenAsOf(asOf.LoadId), certified), office.Now);
        return Told(request, warehouse, catalog, frozen, corrected, certified);
    }

    static Answer Refused(Request request, Catalog catalog, AskedYear asked, List<CertifiedUnit> open, int all)
    {
        var message = request.Say($"{all} 家应认证，{open.Count} 家没有；没有冻结。请各单位用 assess certify 认证，或加 --uncertified-ok 并写明原因。",
            $"{open.Count} of {all} units have not certified; nothing was frozen. Let them certify, or give --uncertified-ok and the reason.");
        return request.Json ? Answer.Document(new { frozen = false, uncertified = open.Select(unit => AssessCertified.Printed(unit, catalog)) }, 3) with { Error = message }
            : Answer.Refused(string.Join('\n', [$"{asked.District.Name} {asked.Year} 年未认证的单位：", .. AssessCertified.Lines(open, catalog)]), message);
    }

    // What is frozen stays; what takes its place says so.
    static AssessmentRun? Corrected(Request request, OpenWarehouse warehouse, YearInputs inputs)
    {
        var last = warehouse.Marts.AssessmentRuns(inputs.District, long.MaxValue - 1).LastOrDefault(run => run.Year == inputs.Year && run.Through == inputs.Through);
        if (request["--corrects"] is null)
            return last is null ? null : throw new MisuseException($"{inputs.Year} 年截至 {inputs.Through} 已有考核 {last.Run} 号；更正或申诉后另立一次，用 --corrects {last.Run} 并写明原因。",
                $"{inputs.Year} through {inputs.Through} was frozen as run {last.Run}; after a correction or an appeal freeze a new one with --corrects {last.Run} and the reason.");
        var named = AskedRun.Of(request, "--corrects", warehouse);
        if (named == last) return named;
        throw new MisuseException(last is null || (named.District, named.Year, named.Through) != (last.District, last.Year, last.Through)
                ? $"考核 {named.Run} 号是 {named.District} {named.Year} 年截至 {named.Through} 的，不是这一次要更正的。" : $"考核 {named.Run} 号已有更正，最后一次是 {last.Run} 号；用 --corrects {last.Run}。",
            $"Run {named.Run} is not the last run of this district, year and month{(last is null ? "" : $"; that is {last.Run}")}.");
    }

    static Answer Told(Request request, OpenWarehouse warehouse, Catalog catalog, AssessmentRun run, AssessmentRun? corrected, IReadOnlyList<CertifiedUnit> certified)
    {
        var diff = corrected is null ? null : AssessDiff.Between(warehouse, corrected, run);
        if (request.Json) return Answer.Document(new { frozen = true, run = AssessRuns.Printed(run), certified = certified.Count - run.Uncertified, uncertified = run.Uncertified, diff });
        return Answer.Done(string.Join('\n',
        [
            $"已冻结：{AssessRuns.Heading(run, catalog)}",
            $"应认证 {certified.Count} 家，已认证 {certified.Count - run.Uncertified} 家{(run.Uncertified > 0 ? $"，未认证 {run.Uncertified} 家（{AssessCertified.Open(certified, catalog)}）仍冻结：{run.Reason}" : "")}",
            $"封签 {run.Seal}",
            .. diff is null ? [] : (IEnumerable<string>)["", .. RunDiffText.Lines(diff, catalog, $"考核 {corrected!.Run} 号 → {run.Run} 号")],
        ]));
    }
}
