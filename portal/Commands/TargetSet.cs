using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Sets a target while the plan runs: a further version of the number from a year on, for the district or one of its units.</summary>
static class TargetSet
{
    // Nothing to reach, or a number that the promise itself fixes: none at all, everybody.
    static readonly string[] WithoutTarget = ["milestone", "direction", "fact", "case_deadline", "zero_events", "full_coverage"];

    // Kinds whose per cent is a share of a whole; growth may pass 100.
    static readonly string[] Shares = ["ratio", "of_which", "yearly_reduction", "kept_level", "ceiling", "range", "benchmark"];

    public static Verb Verb { get; } = new("target set", "登记目标：中期调整、分解到单位", "set a target: a revision, or a unit's own")
    {
        Parameters =
        [
            AskedPlan.CommitmentNamed,
            new("--value", ParameterKind.Text, "目标值，用承诺的单位", "the number, in the commitment's unit") { Required = true, Shape = "NUMBER" },
            new("--from", ParameterKind.Text, "从哪一年起", "first year it holds for") { Required = true, Shape = "YYYY" },
            new("--to", ParameterKind.Text, "到哪一年止；不写到下一版为止", "last year it holds for; until the next version where none is given") { Shape = "YYYY" },
            AskedPlan.OrgOption,
            new("--document", ParameterKind.Text, "依据的文件", "the document that decides it") { Required = true, Shape = "TEXT" },
            new("--decided-on", ParameterKind.Text, "文件日期；不写为今天", "date of the document; today where none is given") { Shape = "YYYY-MM-DD" },
            TargetLock.Revise,
        ],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    /// <summary>Whether it is judged without a number of its own.</summary>
    public static bool TakesNoNumber(Commitment commitment) => WithoutTarget.Contains(commitment.Kind);

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var (warehouse, reason) = (office.Warehouse, Deciding.Reason(request));
        var catalog = warehouse.Definitions.Current;
        var (plan, commitment) = AskedPlan.Commitment(request["COMMITMENT"]!, catalog, catalog);
        if (TakesNoNumber(commitment))
            throw new MisuseException($"承诺 {commitment.Id}（{commitment.Kind}）没有目标值可登记。", $"The commitment {commitment.Id} ({commitment.Kind}) takes no number.");
        var (from, to) = Years(request, plan);
        var decision = new TargetDecision(commitment.Id, Unit(request, catalog, plan, from), from, to, Value(request, commitment, AskedSplit.Indicator(catalog, commitment, from)), request["--document"]!,
            Deciding.PastDay(request, "--decided-on", ShanghaiTime.DateOf(office.Now)), request.By, reason, 0);
        var load = warehouse.Decisions.SetTarget(decision, office.Now, () =>
        {
            // The district's number too: where its parts were issued it is issued with them.
            TargetLock.Check(request, warehouse, plan, commitment, from, to ?? plan.LastYear);
            NotTwice(warehouse, decision);
        });
        return request.Json
            ? Answer.Document(new { commitment = decision.Commitment, org = decision.OrgUnit, decision.FromYear, decision.ToYear, decision.Value, decision.Document, decision.DecidedBy, load = load.LoadId, apart = TargetSum.Apart(warehouse, catalog, plan, commitment, from, to) })
            : Answer.Done(request.Say($"已登记：{commitment.Id} {Span(from, to, plan)}目标 {decision.Value:0.####} {commitment.Unit}（批次 {load.LoadId}）。{Stands()}", $"Set: {commitment.Id} from {from} to {to ?? plan.LastYear} {decision.Value:0.####} {commitment.Unit} (load {load.LoadId}).{Stands()}")
                + string.Concat(TargetSum.Apart(warehouse, catalog, plan, commitment, from, to).Select(sum => $"\n注意：{sum.InWords()}。")));

        string Stands() => FrozenYears.Stands(request, warehouse.Marts, plan.District, from, to ?? plan.LastYear);
    }

    static void NotTwice(OpenWarehouse warehouse, TargetDecision decision)
    {
        if (warehouse.Marts.TargetDecisions(warehouse.Marts.LastLoad()!.LoadId).LastOrDefault(known => known.Commitment == decision.Commitment && known.OrgUnit == decision.OrgUnit)
            is { } last && (last.FromYear, last.ToYear, last.Value, last.Document) == (decision.FromYear, decision.ToYear, decision.Value, decision.Document))
            throw new MisuseException($"这个目标已经登记过（批次 {last.KnownFromLoad}），没有重复登记。", $"This target was set before (load {last.KnownFromLoad}); nothing was written.");
    }

    static string Unit(Request request, Catalog catalog, Plan plan, int from)
    {
        if (Asked.Unit(request, catalog, plan.District) is not { } unit) return plan.District;
        var versions = catalog.OrgUnits.Where(version => version.Code == unit.Code).ToList();
        return versions.Exists(version => version.ValidFrom <= new DateOnly(from, 12, 31) && !(version.ValidTo < new DateOnly(from, 1, 1))) ? unit.Code
            : throw new MisuseException($"{unit.Name}在 {from} 年不存在（尚未设立，或已撤并），不能登记目标。", $"{unit.Code} does not exist in {from}.");
    }

    static string Span(int from, int? to, Plan plan) => to == from ? $"{from} 年" : to is { } last ? $"{from}—{last} 年" : $"自 {from} 年起（到下一版或 {plan.LastYear} 年止）";

    /// <summary>Why a number cannot be the target of a commitment; null where it can.</summary>
    public static (string Zh, string En)? WhyNot(Commitment commitment, Indicator? indicator, decimal value)
    {
        var isReached = commitment is { Kind: not "ceiling", Comparator: not ("<=" or "<") };
        if (value == 0 && isReached) return ($"{commitment.Id} 是要达到的数，目标为 0 等于谁都完成；写大于 0 的数，没有目标的单位不用登记", $"{commitment.Id} is to be reached: a target of zero is met by anybody. Give more than zero, or no target at all");
        return indicator is { Decimals: 0, IsRatio: false } && indicator.Unit == commitment.Unit && decimal.Truncate(value) != value
            ? ($"{commitment.Id} 以“{commitment.Unit}”计，要写整数：{value:0.####}", $"{commitment.Id} is counted in whole numbers: {value:0.####}") : null;
    }

    static decimal Value(Request request, Commitment commitment, Indicator? indicator)
    {
        var value = Deciding.Number(request, "--value");
        Check(commitment, indicator, value);
        return value;
    }

    /// <summary>Whether per cents of it are a share of a whole.</summary>
    public static bool IsShare(Commitment commitment) => commitment.Unit == "%" && Shares.Contains(commitment.Kind);

    /// <exception cref="MisuseException">No target of this commitment can be so.</exception>
    public static void Check(Commitment commitment, Indicator? indicator, decimal value)
    {
        if (value < 0) throw new MisuseException($"目标值不能是负数：{value:0.####}。", $"A target is not below zero: {value:0.####}.");
        if (WhyNot(commitment, indicator, value) is { } why) throw new MisuseException($"{why.Zh}。", $"{why.En}.");
        if (value > 100 && IsShare(commitment))
            throw new MisuseException($"{commitment.Id} 是占比，目标不能超过 100 %：{value:0.####}。", $"{commitment.Id} is a share; its target is not above 100 %: {value:0.####}.");
    }

    static (int From, int? To) Years(Request request, Plan plan)
    {
        var (from, to) = (Asked.Year(request["--from"]!), request["--to"] is { } last ? Asked.Year(last) : (int?)null);
        if (from < plan.FirstYear || from > plan.LastYear || to > plan.LastYear)
            throw new MisuseException($"{plan.Name}是 {plan.FirstYear}—{plan.LastYear} 年的，年份要在其中。", $"The plan {plan.Id} covers {plan.FirstYear} to {plan.LastYear}; the years must lie within.");
        return to < from ? throw new MisuseException($"--to {to} 早于 --from {from}。", $"--to {to} lies before --from {from}.") : (from, to);
    }
}
