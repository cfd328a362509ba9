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
        var plans = catalog.Plans.Where(plan => plan.District == district.Code).ToList();
        List<T> OfPlans<T>(Func<string, IReadOnlyList<T>> read) => [.. plans.SelectMany(plan => read(plan.Id))];
        var decisions = OfPlans(plan => warehouse.Marts.TargetDecisions(asOf.LoadId, plan));
        var splits = OfPlans(plan => warehouse.Marts.TargetSplits(asOf.LoadId, plan)).Where(split => split.Year == year).ToList();
        var issues = OfPlans(plan => warehouse.Marts.TargetIssues(asOf.LoadId, plan)).Where(issue => issue.Year == year).ToList();
        var curves = OfPlans(plan => warehouse.Marts.TargetCurves(asOf.LoadId, plan)).Where(curve => curve.Year == year).ToList();
        var sums = TargetSum.Of(warehouse.Marts, catalog, district.Code, year, asOf.LoadId);
        return request.Json ? Answer.Document(new { targets, splits, sums, issues, curves, decisions }) : Answer.Done(string.Join('\n',
        [
            .. targets.Select(target => Target(target, catalog)),
            .. splits.Select(split => $"分解  {split.Commitment}  {split.Year}年  {split.Method.InWords()}  当时全区 {Number(split.DistrictTarget)}，{split.Units} 个单位合计 {Number(split.PartsSum)}，"
                + $"{TargetSplitVerb.Difference(split)}  {split.Document}  {split.DecidedBy}：{split.Reason}（批次 {split.KnownFromLoad}）{Issued(issues, split)}"),
            .. sums.Select(sum => $"现行  {sum.InWords()}"),
            .. issues.Select(issue => $"下达  {issue.Commitment}  {issue.Year}年  {issue.Document}  {issue.DecidedOn:yyyy-MM-dd}  {issue.DecidedBy}：{issue.Reason}（批次 {issue.KnownFromLoad}）"),
            .. curves.GroupBy(curve => (curve.Commitment, curve.OrgUnit, curve.KnownFromLoad, curve.Method)).Select(curve => $"序时  {curve.Key.Commitment}  {Name(catalog, curve.Key.OrgUnit)}  {year}年  "
                + $"{curve.Key.Method.InWords()}  {string.Join(' ', curve.Select(point => $"{Reporting.Warehouse.Figures.Round(point.Share * 100, 1):0.#}%"))}（批次 {curve.Key.KnownFromLoad}）"),
            .. decisions.Select(decision => $"登记  {decision.Commitment}  {Name(catalog, decision.OrgUnit)}  {decision.FromYear}—{decision.ToYear}  "
                + $"{Number(decision.Value)}  {decision.Document}  {decision.DecidedBy}：{decision.Reason}（批次 {decision.KnownFromLoad}）"),
        ]));
    }

    static string Target(CommitmentTarget target, Catalog catalog) => string.Join("  ", target.Commitment, Name(catalog, target.OrgUnit), $"{target.Year}年",
        target.Value is { } value ? $"{target.Comparator} {Number(value)} {target.Unit}" : "待下达", target.Document);

    // A split that another has followed, or that stands before any 下达, binds nobody.
    static string Issued(List<TargetIssue> issues, TargetSplit split) => issues.FirstOrDefault(issue => issue.Commitment == split.Commitment) switch
    {
        null => "  未下达",
        { } issue => split.KnownFromLoad < issue.KnownFromLoad ? "  已下达" : "  下达后调整",
    };

    static string Name(Catalog catalog, string orgUnit) => catalog.OrgUnit(orgUnit)?.Name ?? orgUnit;
}
