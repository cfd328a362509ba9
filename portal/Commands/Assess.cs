using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>How the commitments of a district's plans stand, in one year or over a whole plan.</summary>
static class Assess
{
    public static Verb Verb { get; } = new("assess", "考核：规划里的承诺完成得怎样", "how the commitments of plans stand")
    {
        Parameters =
        [
            Asked.DistrictOption, AskedPlan.YearOption, AskedPlan.OrgOption, AskedPlan.ThroughOption, Asked.AsOfOption,
            new("--plan", ParameterKind.Text, "规划；不写为该区当年的各项规划", "plan; those of the district that cover the year where none is given") { Shape = "ID" },
            new("--scheme", ParameterKind.Text, "按评分办法计分、排名、定等次；加 --org 看一家的逐项得分", "score, rank and grade by a scheme; with --org rule by rule for one unit") { Shape = "ID" },
            new("--out", ParameterKind.OutPath, "同 --scheme 用写成绩效考核表，同 --review 用写成评估表（xlsx）", "with --scheme: the score sheet; with --review: the review's tables (xlsx)") { Shape = "FILE" },
            new("--review", ParameterKind.Flag, "同 --plan 用：规划评估，目标和完成情况列成表", "with --plan: review of the whole plan, targets beside results"),
            new("--mid", ParameterKind.Flag, "同 --review 用：中期评估，看到规划期过半的那个月", "with --review: the mid-term review, up to the month in which half of the plan is over"),
            .. AssessFreeze.Parameters, .. AssessWhatIf.Parameters,
        ],
        Run = Run,
        IsHeavy = true,
        Decides = true,
        DecidesWith = "--freeze",
    };

    static Answer Run(Request request, Office office)
    {
        if (request.Has("--freeze") && AssessWhatIf.IsAsked(request)) throw new MisuseException("假设的不能冻结；去掉 --set、--what-if 或 --freeze。", "What is supposed is not frozen; leave out --set and --what-if, or --freeze.");
        if (request.Has("--freeze")) return AssessFreeze.Run(request, office);
        if (AssessFreeze.Parameters.FirstOrDefault(option => request.Has(option.Name)) is { } stray) throw new MisuseException($"{stray.Name} 要同 --freeze 一起用。", $"{stray.Name} goes with --freeze.");
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        if (AssessWhatIf.IsAsked(request)) return AssessWhatIf.Run(request, office, asOf, catalog);
        int? year = request["--year"] is { } given ? Asked.Year(given) : null;
        if (request["--scheme"] is not null) return AssessScheme.Run(request, office, catalog, year, asOf);
        if (request.Has("--review")) return AssessReview.Run(request, office, catalog, asOf);
        if (request.Has("--mid")) throw new MisuseException("--mid 要同 --review 一起用。", "--mid goes with --review.");
        if (request["--out"] is not null) throw new MisuseException("--out 要同 --scheme 或 --review 一起用。", "--out goes with --scheme or --review.");
        var judged = Plans(request, catalog, warehouse.Definitions.Current, year).Select(plan => (Plan: plan, Evaluations: AskedPlan.Evaluations(request, warehouse, catalog, plan, null, year, asOf))).ToList();
        return request.Json
            ? Answer.Document(new { Commitments = judged.SelectMany(plan => plan.Evaluations.Select(one => EvaluationRow.Of(plan.Plan, one))), AsOf = asOf.LoadId })
            : Answer.Done(string.Join("\n\n", judged.Select(plan => EvaluationTable.Of(plan.Plan, plan.Evaluations) + Nothing(warehouse, plan.Plan, year, asOf))));
    }

    static string Nothing(OpenWarehouse warehouse, Plan plan, int? year, Load asOf) =>
        year is { } one && AskedReach.Of(warehouse.Marts, plan.District, one, asOf) == 0 ? $"\n说明：{one} 年还没有数据，按数判定的都无从判定。" : "";

    static List<Plan> Plans(Request request, Catalog catalog, Catalog today, int? year)
    {
        if (request["--plan"] is { } named)
        {
            var plan = AskedPlan.Plan(named, catalog, today);
            if (request["--district"] is not null && Asked.District(request, catalog).Code != plan.District)
                throw new MisuseException($"规划“{plan.Name}”是 {plan.District} 的，不是 {request["--district"]} 的。", $"The plan {plan.Id} is of {plan.District}, not of {request["--district"]}.");
            return [plan];
        }
        if (year is null) throw new MisuseException("用 --year 指明年份，或用 --plan 指明规划。", "Name a year with --year or a plan with --plan.");
        var district = Asked.District(request, catalog);
        var plans = catalog.PlansOf(district.Code, year.Value).ToList();
        if (plans.Count == 0 && today.PlansOf(district.Code, year.Value).FirstOrDefault() is { } later)
            throw AskedPlan.NotYet(later);
        return plans.Count > 0 ? plans : throw new MisuseException($"{district.Name}没有覆盖 {year} 年的规划。", $"No plan of {district.Code} covers {year}.");
    }
}
