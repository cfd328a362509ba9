using System.Text.Json;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>A frozen run as it was stored: how the district or one unit stood, the scores, and what it was worked out from.</summary>
static class AssessShow
{
    public static Verb Verb { get; } = new("assess show", "查看一次冻结的考核", "a frozen run as it was stored")
    {
        Parameters =
        [
            AskedRun.Run,
            new("--org", ParameterKind.Text, "单位代码或名称：看一家的评价和逐项得分", "org unit code or name: one unit's evaluations, and its scores rule by rule") { Shape = "CODE" },
            new("--document", ParameterKind.Text, "原样输出一份文书：manifest、evaluations/单位、board/办法", "one stored document byte for byte: manifest, evaluations/UNIT, board/SCHEME") { Shape = "NAME" },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var run = AskedRun.Of(request, "RUN", warehouse);
        if (request["--document"] is { } named) return Document(request, AskedRun.Stored(run, warehouse), named);
        var (stored, catalog) = (AskedRun.Sealed(run, warehouse), warehouse.Definitions.AsOf(run.AsOfLoad));
        var unit = Asked.Unit(request, catalog, run.District)?.Code;
        if (request.Json) return Answer.Document(Printed(run, stored, unit));
        return Answer.Done(string.Join('\n', [AssessRuns.Heading(run, catalog), .. Stood(run, stored), "", .. Scores(stored, catalog, unit), .. Standing(run, stored, catalog, unit ?? run.District)]));
    }

    // As it is stored, so that what was altered can be looked at; but never without saying so.
    static Answer Document(Request request, StoredRun stored, string named)
    {
        var document = stored.Documents.FirstOrDefault(document => document.Name == named);
        if (RunFaults.Of(stored) is { } fault) return new(1, document?.Body ?? "", fault.In(request.Lang));
        return Answer.Done((document ?? throw Asked.Unknown("文书", "document", named, stored.Documents.Select(known => known.Name))).Body);
    }

    static object Printed(AssessmentRun run, StoredRun stored, string? unit) => new
    {
        run = AssessRuns.Printed(run),
        documents = stored.Documents.Where(document => unit is null || document.Name == RunDocument.Evaluations + unit || document.Name.StartsWith(RunDocument.Board, StringComparison.Ordinal))
            .Select(document => new { document.Name, document.Sha256, Body = JsonSerializer.Deserialize<JsonElement>(document.Body) }),
    };

    internal static IEnumerable<string> Stood(AssessmentRun run, StoredRun stored)
    {
        yield return $"{ShanghaiTime.PrintSeconds(run.DecidedAt)} 由 {run.DecidedBy} 冻结，引擎 {run.Engine}，封签 {run.Seal}";
        var manifest = stored.Manifest!;
        yield return $"输入：{string.Join('，', manifest.Inputs.Select(input => $"{InWords(input.Name)} {input.Rows} 条"))}（按批次 {run.AsOfLoad} 引用，哈希在 --document manifest）";
        yield return $"定义：{string.Join('，', manifest.Definitions.GroupBy(definition => definition.Kind).Select(kind => $"{InWords(kind.Key)} {kind.Count()} 项"))}";
        yield return $"认证：应认证 {manifest.Certified.Count} 家，已认证 {manifest.Certified.Count - run.Uncertified} 家{(run.Uncertified > 0 ? $"；未认证仍冻结：{run.Reason}" : "")}";
    }

    static IEnumerable<string> Scores(StoredRun stored, Catalog catalog, string? unit) =>
        from board in stored.Boards
        let scheme = catalog.Schemes.FirstOrDefault(known => known.Id == board.Scheme && known.Version == board.SchemeVersion)
        where scheme is not null
        let one = board.Units.FirstOrDefault(scored => scored.OrgUnit == unit)
        where unit is null || one is not null
        from line in new[] { one is null ? ScoreTable.Of(scheme, board) : ScoreTable.Of(scheme, board, one), "" }
        select line;

    // Of a unit the figures it is judged by: a department has those of what it measures.
    static IEnumerable<string> Standing(AssessmentRun run, StoredRun stored, Catalog catalog, string unit)
    {
        var measured = catalog.OrgUnit(unit)?.Measures ?? unit;
        var evaluations = stored.Standings.FirstOrDefault(standing => standing.OrgUnit == measured)?.Evaluations ?? [];
        return catalog.Plans.Where(plan => plan.District == run.District).Select(plan => (Plan: plan, Own: Of(plan, evaluations))).Where(one => one.Own.Count > 0)
            .Select(one => EvaluationTable.Of(one.Plan, one.Own));
    }

    static List<Evaluation> Of(Plan plan, IReadOnlyList<Evaluation> evaluations) => [.. evaluations.Where(one => plan.Commitments.Any(commitment => commitment.Id == one.Id))];

    static string InWords(string input) => input switch
    {
        "figures" => "指标数",
        "stated" => "年度数和规划期数",
        "decisions" => "目标登记",
        "milestones" => "任务进展",
        "verdicts" => "任务评定",
        "issues" => "下达",
        "curves" => "序时进度点",
        "conducts" => "报送情况",
        "owed" => "应报未报",
        _ => input, // a list that this version does not know is told by its own name, not by another's
    };

    static string InWords(DefinitionKind kind) => kind switch
    {
        DefinitionKind.district => "区",
        DefinitionKind.element => "填报指标",
        DefinitionKind.indicator => "指标",
        DefinitionKind.plan => "规划",
        DefinitionKind.scheme => "评分办法",
        _ => kind.ToString(),
    };
}
