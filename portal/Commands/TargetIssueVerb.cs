using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>下达: issues the units' targets of a commitment and year. From then on they change only by a revision.</summary>
static class TargetIssueVerb
{
    public static Verb Verb { get; } = new("target issue", "下达各单位的目标，此后只能调整", "issue the units' targets; from then on they are only revised")
    {
        Parameters =
        [
            AskedPlan.CommitmentNamed,
            new("--year", ParameterKind.Text, "哪一年的目标", "the year whose targets they are") { Required = true, Shape = "YYYY" },
            new("--document", ParameterKind.Text, "下达的文件", "the document that issues them") { Required = true, Shape = "TEXT" },
            new("--decided-on", ParameterKind.Text, "文件日期；不写为今天", "date of the document; today where none is given") { Shape = "YYYY-MM-DD" },
        ],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var (warehouse, year, reason) = (office.Warehouse, Asked.Year(request["--year"]!), Deciding.Reason(request));
        var catalog = warehouse.Definitions.Current;
        var (plan, commitment) = AskedPlan.Commitment(request["COMMITMENT"]!, catalog, catalog);
        var (given, split) = (0, (TargetSplit?)null);
        var issue = new TargetIssue(commitment.Id, year, request["--document"]!, Deciding.PastDay(request, "--decided-on", ShanghaiTime.DateOf(office.Now)), request.By, reason, 0);
        var load = warehouse.Decisions.Issue(issue, office.Now, () => (given, split) = Issued(warehouse, plan, commitment, year));
        return request.Json
            ? Answer.Document(new { issue.Commitment, issue.Year, issue.Document, issue.DecidedOn, issue.DecidedBy, units = given, difference = split?.Difference, load = load.LoadId })
            : Answer.Done(request.Say($"已下达：{commitment.Id} {year} 年 {given} 个单位（批次 {load.LoadId}）。{(split is null ? "" : $"分解合计{TargetSplitVerb.Difference(split)}。")}{FrozenYears.Stands(request, warehouse.Marts, plan.District, year, commitment.Kind == "plan_total" ? plan.LastYear : year)}",
                $"Issued: {commitment.Id} {year}, {given} units (load {load.LoadId}).{FrozenYears.Stands(request, warehouse.Marts, plan.District, year, commitment.Kind == "plan_total" ? plan.LastYear : year)}"));
    }

    // What is issued is what stands when it is.
    static (int Units, TargetSplit? Split) Issued(OpenWarehouse warehouse, Plan plan, Commitment commitment, int year)
    {
        var asOf = warehouse.Marts.LastLoad()!.LoadId;
        if (TargetIssue.Of(warehouse.Marts.TargetIssues(asOf, plan.Id), commitment.Id, year, commitment.Kind == "plan_total") is { } before)
            throw new MisuseException($"{commitment.Id} {year} 年的目标已由“{before.Document}”下达（批次 {before.KnownFromLoad}）；要调整用 target split 或 target set 加 --revise。",
                $"The targets of {commitment.Id} in {year} were issued before by '{before.Document}' (load {before.KnownFromLoad}).");
        var given = warehouse.Marts.TargetDecisions(asOf, plan.Id)
            .Where(decision => decision.Commitment == commitment.Id && decision.OrgUnit != plan.District && decision.FromYear <= year && year <= (decision.ToYear ?? year))
            .Select(decision => decision.OrgUnit).Distinct().Count();
        if (given == 0) throw new MisuseException($"{commitment.Id} {year} 年还没有分解到单位，没有可下达的；先用 target split。", $"No unit has a target of {commitment.Id} in {year}; split it first.");
        return (given, warehouse.Marts.TargetSplits(asOf, plan.Id).LastOrDefault(act => act.Commitment == commitment.Id && act.Year == year));
    }
}
