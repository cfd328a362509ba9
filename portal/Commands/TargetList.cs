using System.Globalization;

namespace Reporting.Portal.Commands;

/// <summary>The targets of a district in one year: the plan's, the city's and those that people set.</summary>
static class TargetList
{
    public static Verb Verb { get; } = new("target list", "列出一年的目标和登记过的调整", "targets of a year, and what was set")
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
        var own = catalog.Plans.Where(plan => plan.District == district.Code).SelectMany(plan => plan.Commitments).Select(commitment => commitment.Id).ToHashSet();
        var decisions = warehouse.Marts.TargetDecisions(asOf.LoadId).Where(decision => own.Contains(decision.Commitment)).ToList();
        return request.Json ? Answer.Document(new { targets, decisions }) : Answer.Done(string.Join('\n',
        [
            .. targets.Select(target => string.Join("  ", target.Commitment, catalog.OrgUnit(target.OrgUnit)?.Name ?? target.OrgUnit, $"{target.Year}年",
                target.Value is { } value ? $"{target.Comparator} {value.ToString("#,##0.####", CultureInfo.InvariantCulture)} {target.Unit}" : "待下达", target.Document)),
            .. decisions.Select(decision => $"登记  {decision.Commitment}  {catalog.OrgUnit(decision.OrgUnit)?.Name ?? decision.OrgUnit}  {decision.FromYear}—{decision.ToYear}  "
                + $"{decision.Value.ToString("#,##0.####", CultureInfo.InvariantCulture)}  {decision.Document}  {decision.DecidedBy}：{decision.Reason}（批次 {decision.KnownFromLoad}）"),
        ]));
    }
}
