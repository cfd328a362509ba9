using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>What a split of a district's target stands on: the number itself, who is to have a part, and what each weighs.</summary>
static class AskedSplit
{
    /// <summary>The district's one number of a year, in force as of the last load.</summary>
    public static TargetVersion District(OpenWarehouse warehouse, Catalog catalog, Plan plan, Commitment commitment, int year)
    {
        if (year < plan.FirstYear || year > plan.LastYear)
            throw new MisuseException($"{plan.Name}是 {plan.FirstYear}—{plan.LastYear} 年的，没有 {year} 年。", $"The plan {plan.Id} covers {plan.FirstYear} to {plan.LastYear}, not {year}.");
        if (Splitting.WhyNot(commitment, Indicator(catalog, commitment, year)) is { } why)
            throw new MisuseException($"承诺 {commitment.Id} 不能分解：{why.Zh}。", $"The commitment {commitment.Id} cannot be split: {why.En}.");
        var evidence = AssessmentReading.Evidence(warehouse.Marts, catalog, plan, plan.District, warehouse.Marts.LastLoad()!.LoadId);
        return TargetSeries.InForce(plan, commitment, evidence, year) ?? throw new MisuseException(
            $"{commitment.Id} {year} 年全区还没有（或不止）一个目标：等市里下达，或先用 target set 登记。", $"There is no one number of the district for {commitment.Id} in {year}; set it first with target set.");
    }

    public static Indicator? Indicator(Catalog catalog, Commitment commitment, int year) =>
        commitment.Indicator is { } id ? catalog.Indicator(id, new(year, 1, 1)) ?? catalog.Indicators.LastOrDefault(known => known.Id == id) : null;

    /// <summary>Each unit's part, by the method asked for.</summary>
    public static IReadOnlyList<SplitPart> Parts(Request request, Office office, Catalog catalog, Plan plan, Commitment commitment, int year, SplitMethod method, decimal whole)
    {
        var units = SplitWeights.UnitsOf(catalog, plan.District, year);
        if (units.Count == 0) throw new MisuseException($"{plan.District} 在 {year} 年末没有计入全区的单位。", $"No unit counts in {plan.District} at the end of {year}.");
        var given = request["--file"] is null && method != SplitMethod.given ? null : Given(request, office, units);
        if (method == SplitMethod.given && given!.Count == 0) throw new MisuseException("一家单位的数也没有写，没有可分解的。", "No unit's number is given; there is nothing to split.");
        if (method == SplitMethod.given && given!.Values.Select(value => TargetSet.WhyNot(commitment, Indicator(catalog, commitment, year), value)).FirstOrDefault(why => why is not null) is { } wrong)
            throw new MisuseException($"{wrong.Zh}。", $"{wrong.En}.");
        if (method == SplitMethod.given) return [.. given!.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new SplitPart(pair.Key, null, pair.Value))];
        if (method == SplitMethod.last_year && given is not null) throw new MisuseException("--method last-year 不用 --file。", "--method last-year takes no --file.");
        var weights = method == SplitMethod.last_year ? LastYear(office.Warehouse.Marts, catalog, plan, commitment, units, year)
            : given is null ? SplitWeights.OfPopulation(units)
            : new(given, [.. units.Where(unit => !given.ContainsKey(unit.Code)).Select(unit => unit.Code)], []);
        var parts = Splitting.ByWeight(whole, Complete(weights, catalog, method), Indicator(catalog, commitment, year)!.Decimals);
        // Who weighs nothing is given nothing: a target of zero would be met by doing nothing.
        return parts is not null ? [.. parts.Where(part => TargetSet.WhyNot(commitment, null, part.Value) is null)] : throw new MisuseException("各单位的依据数合计为 0，或有负数，不能按它分解。", "The units' weights add up to nothing, or one is below 0.");
    }

    // Who has no weight is named and waited for: to split without them would give them nothing without anybody saying so.
    static IReadOnlyDictionary<string, decimal> Complete(SplitWeights weights, Catalog catalog, SplitMethod method)
    {
        string Names(IEnumerable<string> codes) => string.Join('、', codes.Select(code => catalog.OrgUnit(code)?.Name ?? code));
        if (weights.Undivided.Count > 0)
            throw new MisuseException($"{Names(weights.Undivided)}拆分时没有定各承继单位的份额，上年数分不下去；改用 --method given。", $"Former units were split without shares: {string.Join(", ", weights.Undivided)}; use --method given.");
        if (weights.Silent.Count > 0)
            throw new MisuseException($"{(method == SplitMethod.population ? "没有登记人口" : "上年没有报数")}：{Names(weights.Silent)}；补齐后再分，或改用 --method given。", $"Without a weight: {string.Join(", ", weights.Silent)}.");
        return weights.Weights;
    }

    static SplitWeights LastYear(MartQueries marts, Catalog catalog, Plan plan, Commitment commitment, IReadOnlyList<OrgUnit> units, int year)
    {
        var asOf = marts.LastLoad()!;
        var through = AssessmentReading.OfYear(marts, plan.District, year - 1, null, asOf).Through;
        var weights = SplitWeights.OfFigures(catalog, units, [.. marts.IndicatorYears(plan.District, year - 1, asOf.LoadId).Where(row => row.Indicator == commitment.Indicator && row.Through == through)]);
        return weights.Weights.Count > 0 || weights.Silent.Count > 0 ? weights : throw new MisuseException(
            $"{year - 1} 年没有各单位的数（{commitment.Indicator}），不能按上年分解；用 --method population 或 given。", $"No unit has a figure of {commitment.Indicator} in {year - 1}; use --method population or given.");
    }

    static Dictionary<string, decimal> Given(Request request, Office office, IReadOnlyList<OrgUnit> units)
    {
        var pairs = GivenPairs.Of(request, "--file", "org", "value", office.Limits);
        if (pairs.FirstOrDefault(pair => pair.Number < 0 || decimal.Round(pair.Number, 4) != pair.Number).Key is { } wrong)
            throw new MisuseException($"“{wrong}”的数是负数，或小数多于四位。", $"The number of '{wrong}' is below 0 or has more than four decimals.");
        var byUnit = pairs.Select(pair => (Unit: units.FirstOrDefault(unit => unit.Code == pair.Key || unit.Name == pair.Key)?.Code
            ?? throw Asked.Unknown("计入全区的单位", "unit that counts", pair.Key, units.SelectMany(unit => new[] { unit.Code, unit.Name })), pair.Number)).ToList();
        return byUnit.GroupBy(pair => pair.Unit).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new MisuseException($"{twice.Key} 写了两次（代码和名称各一次）。", $"{twice.Key} is named twice.")
            : byUnit.ToDictionary(pair => pair.Unit, pair => pair.Number);
    }
}
