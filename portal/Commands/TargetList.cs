using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;
using static Reporting.Portal.Commands.Digits;

namespace Reporting.Portal.Commands;

/// <summary>The targets of a district in one year: the plan's, the city's and those that people set, how they were split, and whether they were issued.</summary>
static class TargetList
{
    public static Verb Verb { get; } = new("target list", "列出一年的目标、分解、下达和登记过的调整", "targets of a year, how they were split and issued, and what was set")
    {
        Parameters = [Asked.DistrictOption, new("--year", ParameterKind.Text, "年份", "year") { Required = true, Shape = "YYYY" }, Asked.AsOfOption],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var (warehouse, year) = (office.Warehouse, Asked.Year(request["--year"]!));
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var district = Asked.District(request, catalog);
        var targets = warehouse.Marts.Targets(district.Code, year, asOf.LoadId);
        var plans = catalog.PlansOf(district.Code, year).ToList();
        if (plans.Count == 0) throw new MisuseException($"{district.Name}没有覆盖 {year} 年的规划。", $"No plan of {district.Code} covers {year}.");
        List<T> OfPlans<T>(Func<string, IReadOnlyList<T>> read) => [.. plans.SelectMany(plan => read(plan.Id))];
        var decisions = OfPlans(plan => warehouse.Marts.TargetDecisions(asOf.LoadId, plan)).Where(decision => decision.FromYear <= year && year <= (decision.ToYear ?? year)).ToList();
        var splits = OfPlans(plan => warehouse.Marts.TargetSplits(asOf.LoadId, plan)).Where(split => split.Year == year).ToList();
        var issues = OfPlans(plan => warehouse.Marts.TargetIssues(asOf.LoadId, plan)).Where(issue => issue.Year == year).ToList();
        var curves = OfPlans(plan => warehouse.Marts.TargetCurves(asOf.LoadId, plan)).Where(curve => curve.Year == year).ToList();
        var sums = TargetSum.Of(warehouse.Marts, catalog, district.Code, year, asOf.LoadId);
        return request.Json ? Answer.Document(new { targets, splits, sums, issues, curves, decisions }) : Answer.Done(string.Join('\n',
        [
            $"{district.Name} {year} 年目标，按批次 {asOf.LoadId}",
            .. Aligned.Rows([.. targets.Select(target => Target(target, catalog)), .. Computed(warehouse, catalog, plans, targets, year, asOf)], ""),
            .. splits.Select(split => $"分解  {Promise(catalog, split.Commitment)}  {split.Year}年  {split.Method.InWords()}  当时全区 {Number(split.DistrictTarget)}，{split.Units} 个单位合计 {Number(split.PartsSum)}，"
                + $"{TargetSplitVerb.Difference(split)}  {split.Document}  {split.DecidedBy}：{split.Reason}（批次 {split.KnownFromLoad}）{Issued(issues, split)}"),
            .. sums.Select(sum => $"现行  {sum.InWords()}"),
            .. issues.Select(issue => $"下达  {Promise(catalog, issue.Commitment)}  {issue.Year}年  {issue.Document}  {issue.DecidedOn:yyyy-MM-dd}  {issue.DecidedBy}：{issue.Reason}（批次 {issue.KnownFromLoad}）"),
            .. curves.GroupBy(curve => (curve.Commitment, curve.OrgUnit, curve.KnownFromLoad, curve.Method)).Select(curve => $"序时  {Promise(catalog, curve.Key.Commitment)}  {Name(catalog, curve.Key.OrgUnit)}  {year}年  "
                + $"{curve.Key.Method.InWords()}  {string.Join(' ', curve.Select(point => $"{Figures.Round(point.Share * 100, 1):0.#}%"))}（批次 {curve.Key.KnownFromLoad}）"),
            .. decisions.Select(decision => $"登记  {Promise(catalog, decision.Commitment)}  {Name(catalog, decision.OrgUnit)}  {decision.FromYear}{(decision.ToYear is { } to ? to == decision.FromYear ? "" : $"—{to}" : "起")}年  "
                + $"{Number(decision.Value)}  {decision.Document}  {decision.DecidedBy}：{decision.Reason}（批次 {decision.KnownFromLoad}）"),
        ]));
    }

    static IReadOnlyList<string> Target(CommitmentTarget target, Catalog catalog) =>
    [
        Promise(catalog, target.Commitment), Name(catalog, target.OrgUnit), Span(catalog, target), target.Value is { } value ? $"{target.Comparator} {Number(value)} {target.Unit}" : "待下达", target.Document ?? "",
    ];

    // A number for all of a plan's years, or for its end, is not this year's.
    internal static string Span(Catalog catalog, CommitmentTarget target) =>
        catalog.Plans.FirstOrDefault(plan => plan.Commitments.Any(one => one.Id == target.Commitment)) is { } plan && plan.Commitments.First(one => one.Id == target.Commitment) is var commitment
            ? commitment.Scope switch { "plan_total" => $"{plan.FirstYear}—{plan.LastYear} 年合计", "by_end" => $"到 {plan.LastYear} 年末", _ => $"{target.Year} 年" }
            : $"{target.Year} 年";

    // Where no number is written, the promise itself gives one: half as much again as in the base year.
    internal static IEnumerable<IReadOnlyList<string>> Computed(OpenWarehouse warehouse, Catalog catalog, IReadOnlyList<Plan> plans, IReadOnlyList<CommitmentTarget> targets, int year, Load asOf) =>
        from plan in plans
        from one in Assessor.Evaluate(plan, AssessmentReading.Evidence(warehouse.Marts, catalog, plan, plan.District, asOf.LoadId), AssessmentReading.OfYear(warehouse.Marts, plan.District, year, null, asOf), year)
        where one.Target is not null && targets.All(target => target.Commitment != one.Id)
        select (IReadOnlyList<string>)[Promise(catalog, one.Id), catalog.District(plan.District)?.Name ?? plan.District, $"{year} 年", $"{Number(one.Target)} {one.Unit}（按承诺算出）", one.TargetSource ?? ""];

    internal static string Promise(Catalog catalog, string id) => catalog.Plans.SelectMany(plan => plan.Commitments).FirstOrDefault(one => one.Id == id) is { } commitment
        && (commitment.Name ?? catalog.Indicators.LastOrDefault(known => known.Id == commitment.Indicator)?.Name) is { } name ? $"{name}（{id}）" : id;

    // A split that another has followed, or that stands before any 下达, binds nobody.
    internal static string Issued(List<TargetIssue> issues, TargetSplit split) => issues.FirstOrDefault(issue => issue.Commitment == split.Commitment) switch
    {
        null => "  未下达",
        { } issue => split.KnownFromLoad < issue.KnownFromLoad ? "  已下达" : "  下达后调整",
    };

    static string Name(Catalog catalog, string orgUnit) => catalog.OrgUnit(orgUnit)?.Name ?? catalog.District(orgUnit)?.Name ?? orgUnit;
}
