namespace Reporting.Warehouse.Reference;

/// <summary>What must hold for a table of lights: every kind that can be lit has one rule, by a distance that it has, from the least light to the worst.</summary>
static class LightChecks
{
    const int MonthsOfAYear = 12;

    /// <summary>Kinds that no light speaks of: without a number, or only from a ledger.</summary>
    static readonly string[] Unlit = ["direction", "fact", "case_deadline"];

    // What an evaluation of the kind tells.
    static readonly (LightMeasure Measure, string[] Kinds)[] Fitting =
    [
        (LightMeasure.points_behind, ["annual_total", "plan_total", "level_by_end", "of_which", "growth_on_base"]),
        (LightMeasure.share_of_ceiling, ["ceiling"]),
        (LightMeasure.points_below, ["ratio", "full_coverage", "yearly_reduction"]),
        (LightMeasure.percent_below, ["annual_total", "plan_total", "level_by_end", "of_which", "kept_level", "benchmark", "range", "ratio", "full_coverage"]),
        (LightMeasure.events, ["zero_events"]),
        (LightMeasure.days_overdue, ["milestone"]),
    ];

    public static IEnumerable<DefinitionProblem> Of(DefinitionIndex index) => index.All<LightTable>().SelectMany(table =>
            (table.Record.District is { } district ? index.Unknown(table.Written, "district", DefinitionKind.district, district, "区") : [])
            .Concat(Whole(table.Written, table.Record)).Concat(table.Record.Rules.SelectMany((rule, number) => Rule(table.Written, table.Record, rule, number))))
        .Concat(Doubled(index));

    static IEnumerable<DefinitionProblem> Whole(WrittenDefinition written, LightTable table)
    {
        if (IsNoLight(table.Missed)) yield return written.Problem("missed", "应为 yellow、orange 或 red", "must be yellow, orange or red");
        var absent = CommitmentKinds.All.Except(Unlit).Where(kind => table.RuleOf(kind) is null).ToList();
        if (absent.Count > 0)
            yield return written.Problem("rules", $"没有写 {string.Join('、', absent)} 怎样亮灯", $"has no rule for {string.Join(", ", absent)}");
    }

    static IEnumerable<DefinitionProblem> Rule(WrittenDefinition written, LightTable table, LightRule rule, int number)
    {
        var (place, earlier) = ($"rules[{number}].", table.Rules.Take(number).SelectMany(one => one.Kinds).ToHashSet());
        foreach (var kind in rule.Kinds)
            if (!CommitmentKinds.All.Contains(kind)) yield return DefinitionIndex.Unknown(written, place + "kinds", kind, CommitmentKinds.All, "承诺种类", "kind of commitment");
            else if (!earlier.Add(kind)) yield return written.Problem(place + "kinds", $"{kind} 写了两次，一种承诺只按一条亮灯", $"{kind} stands twice; a kind has one rule");
            else if (!Fitting.Single(fit => fit.Measure == rule.Measure).Kinds.Contains(kind))
                yield return written.Problem(place + "measure", $"{kind} 没有 {rule.Measure} 可量", $"{kind} has no {rule.Measure} to go by");
        if (rule.Kinds.Count == 0) yield return written.Problem(place + "kinds", "没有写管哪些种类的承诺", "names no kind of commitment");
        foreach (var problem in Steps(written, rule, place).Concat(Margins(written, rule.Settling, place + "settling."))) yield return problem;
    }

    static IEnumerable<DefinitionProblem> Steps(WrittenDefinition written, LightRule rule, string place)
    {
        if (rule.Steps.Count == 0) yield return written.Problem(place + "steps", "至少要写一档", "needs one step at least");
        foreach (var (number, step) in rule.Steps.Index())
        {
            var at = $"{place}steps[{number}].";
            if (IsNoLight(step.Light)) yield return written.Problem(at + "light", "应为 yellow、orange 或 red，不到第一档就是绿灯", "must be yellow, orange or red; short of the first step it is green");
            if (step.From is null == step.Over is null) yield return written.Problem(at + "from", "from（达到）和 over（超过）写一个", "needs one of from and over");
            if (number > 0 && (step.Light <= rule.Steps[number - 1].Light || step.Edge <= rule.Steps[number - 1].Edge))
                yield return written.Problem(at + "light", "从轻到重写，后一档的灯和数都要比前一档重", "steps go from the least light to the worst, each beyond the one before");
        }
    }

    static IEnumerable<DefinitionProblem> Margins(WrittenDefinition written, Settling settling, string place)
    {
        if (settling.Enter < 0) yield return written.Problem(place + "enter", "不能小于 0", "must not be below 0");
        if (settling.Leave < 0) yield return written.Problem(place + "leave", "不能小于 0", "must not be below 0");
        if (settling.EnterMonths is < 1 or > MonthsOfAYear) yield return written.Problem(place + "enter_months", "应为 1 到 12", "must be 1 to 12");
        if (settling.LeaveMonths is < 1 or > MonthsOfAYear) yield return written.Problem(place + "leave_months", "应为 1 到 12", "must be 1 to 12");
    }

    // Which of two tables holds for a district would be a matter of luck.
    static IEnumerable<DefinitionProblem> Doubled(DefinitionIndex index) => index.All<LightTable>().GroupBy(table => table.Record.District)
        .SelectMany(same => same.Skip(1).Select(again => again.Written.Problem("district",
            $"{same.Key ?? "各区"}已有亮灯标准 {same.First().Record.Id}，请删去其一，或给它同一个 id", $"{same.Key ?? "all districts"} have a table already, {same.First().Record.Id}; remove one or give both one id")));

    static bool IsNoLight(LightColour light) => light is LightColour.grey or LightColour.green;
}
