using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Sets the 序时 curve of a commitment: how much of the year's target is expected by each month.</summary>
static class TargetCurveVerb
{
    static readonly string[] WithPace = ["annual_total", "ceiling", "of_which"];

    public static Verb Verb { get; } = new("target curve", "定序时进度：每月应完成年度目标的多少", "how much of a year's target is expected by each month")
    {
        Parameters =
        [
            AskedPlan.CommitmentNamed,
            new("--year", ParameterKind.Text, "哪一年", "the year") { Required = true, Shape = "YYYY" },
            AskedPlan.OrgOption,
            new("--method", ParameterKind.Text, "按月平均、按上年进度或逐月给定", "evenly, by last year's course or as given") { Required = true, Choices = ["linear", "last-year", "given"] },
            new("--file", ParameterKind.File, "第一行为 month,share 的 CSV，十二个月的份额合计为 1", "a CSV whose first line is month,share; the twelve shares add up to 1") { Shape = "CSV" },
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
        Check(catalog, plan, commitment, year);
        var (unit, method) = (Asked.Unit(request, catalog, plan.District)?.Code ?? plan.District, Enum.Parse<CurveMethod>(request["--method"]!.Replace('-', '_')));
        var shares = method switch
        {
            CurveMethod.linear => Curves.LinearYear,
            CurveMethod.last_year => LastYear(warehouse, plan, commitment, unit, year),
            _ => Given(request, office),
        };
        var points = shares.Select((share, index) => new CurvePoint(commitment.Id, unit, year, index + 1, share, method, request.By, reason, 0)).ToList();
        var load = warehouse.Decisions.SetCurve(points, office.Now);
        return request.Json
            ? Answer.Document(new { commitment = commitment.Id, org = unit, year, method, shares, load = load.LoadId })
            : Answer.Done(request.Say($"已登记：{commitment.Id} {year} 年序时{method.InWords()}：{string.Join("，", shares.Select((share, index) => $"{index + 1} 月 {Percent(share)}"))}（批次 {load.LoadId}）。",
                $"Set: the curve of {commitment.Id} in {year} (load {load.LoadId}): {string.Join(", ", shares.Select(Percent))}."));
    }

    static void Check(Catalog catalog, Plan plan, Commitment commitment, int year)
    {
        if (year < plan.FirstYear || year > plan.LastYear)
            throw new MisuseException($"{plan.Name}是 {plan.FirstYear}—{plan.LastYear} 年的，没有 {year} 年。", $"The plan {plan.Id} covers {plan.FirstYear} to {plan.LastYear}, not {year}.");
        var isFlow = AskedSplit.Indicator(catalog, commitment, year) is { IsRatio: false } indicator && indicator.Numerator.All(term => term.Time == TimeRule.sum);
        if (!WithPace.Contains(commitment.Kind) || !isFlow || commitment is { Kind: not "annual_total", Scope: not ("each_year" or "always") })
            throw new MisuseException($"承诺 {commitment.Id}（{commitment.Kind}）不按月分摊：只有按年累计的数有年内序时，规划期的数按规划期的进度。",
                $"The commitment {commitment.Id} ({commitment.Kind}) has no pace within a year.");
    }

    static IReadOnlyList<decimal> LastYear(OpenWarehouse warehouse, Plan plan, Commitment commitment, string unit, int year)
    {
        var asOf = warehouse.Marts.LastLoad()!.LoadId;
        // A sum stands still over months that nobody owed: half a year is no year's course.
        if (AskedReach.Of(warehouse.Marts, plan.District, year - 1, warehouse.Marts.LastLoad()!) is var reach && reach < 12)
            throw new MisuseException($"{year - 1} 年只到 {reach} 月有数，不是全年，不能作进度；用 --method linear 或 given。", $"{year - 1} has figures through month {reach} only; its course is not whole. Use --method linear or given.");
        var rows = warehouse.Marts.IndicatorYears(plan.District, year - 1, asOf).Where(row => row.OrgUnit == unit && row.Indicator == commitment.Indicator)
            .DistinctBy(row => row.Through).ToDictionary(row => row.Through, row => row.State == FigureState.reported ? row.Value() : null);
        return Curves.OfYear([.. Enumerable.Range(1, 12).Select(month => rows.GetValueOrDefault(month))]) ?? throw new MisuseException(
            $"{year - 1} 年的月度累计数不全、有回落，或全年为 0，不能作进度；用 --method linear 或 given。", $"The months of {year - 1} are not all there, fall, or come to nothing; use --method linear or given.");
    }

    static IReadOnlyList<decimal> Given(Request request, Office office)
    {
        var pairs = GivenPairs.Of(request, "--file", "month", "share", office.Limits);
        var months = pairs.Select(pair => int.TryParse(pair.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var month) ? month : 0).Zip(pairs, (month, pair) => (month, pair.Number)).OrderBy(pair => pair.month).ToList();
        return (months.Select(pair => pair.month).SequenceEqual(Enumerable.Range(1, 12)) ? Curves.OfShares([.. months.Select(pair => pair.Number)]) : null)
            ?? throw new MisuseException($"要写 1 到 12 月各月的份额，都不小于 0，合计为 1；现合计 {months.Sum(pair => pair.Number):0.########}。", "Give a share for each month 1 to 12, none below 0, that add up to 1.");
    }

    static string Percent(decimal share) => $"{Figures.Round(share * 100, 2).ToString("0.##", CultureInfo.InvariantCulture)}%";
}
