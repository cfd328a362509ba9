using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>
/// How far a commitment is done, for scoring: its completion; before the year ends, of what has a pace, the completion held against it.
/// What cannot be judged is no completion of 100 %, and none of 0 % either: the rule says what becomes of it.
/// </summary>
static class Completions
{
    /// <summary>Kinds of which more is better and which build up over time; of a ceiling, being far below early says nothing.</summary>
    static readonly string[] BuildingUp = ["annual_total", "plan_total", "level_by_end", "of_which"];
    static readonly string[] NeverScored = ["direction", "fact", "case_deadline"];

    /// <param name="given">The number for units that were given none of their own.</param>
    /// <param name="commitment">Whether more or less of it is better; where it is not at hand, more.</param>
    public static Quantity Of(Evaluation? one, decimal? given, Commitment? commitment) => one switch
    {
        null => Quantity.NotHere("本单位没有这一项"),
        _ when NeverScored.Contains(one.Kind) => Quantity.NotHere($"{CommitmentKinds.InWords(one.Kind)}，不计分"),
        { Kind: "milestone" } => OfTask(one),
        _ when HasNoCases(one) => Quantity.NotHere("无案件"),
        { State: AssessmentState.no_target_here, Value: { } value } when given is { } number => AgainstGiven(one, value, number, commitment),
        { State: AssessmentState.no_target_here } when given is not null => Quantity.Unknown("未报"),
        { State: AssessmentState.no_target_here or AssessmentState.not_defined_here or AssessmentState.not_due or AssessmentState.direction_only } =>
            Quantity.NotHere(one.Words),
        { State: AssessmentState.undetermined or AssessmentState.awaiting_issue } => Quantity.Unknown(one.Words),
        // What has not come in earns nothing; where less is better, silence must not earn.
        { State: AssessmentState.incomplete } when one.Attainment is null || !BuildingUp.Contains(one.Kind) => Quantity.Unknown(one.Words),
        { Attainment: { } attainment } => Standing(Judged(one, attainment, commitment), one),
        _ => one.State is AssessmentState.met or AssessmentState.on_pace ? Quantity.Completion(1, _ => one.Words) : Quantity.Completion(0, _ => one.Words),
    };

    // A rate is held against the number undivided: 59.996 % is printed as 60 and is not 60.
    static Quantity AgainstGiven(Evaluation one, decimal value, decimal number, Commitment? commitment)
    {
        var isLess = commitment is not null && Attained.IsLess(commitment);
        var (exact, counted, unit) = one is { Numerator: { } above, Denominator: > 0 and var below, Unit: "%" }
            ? (above / below * 100, $"{Quantity.Plain(above)} ÷ {Quantity.Plain(below)}（{Quantity.Plain(value)}%）", "%") : (value, $"{Quantity.Plain(value)} {one.Unit} ", $" {one.Unit}");
        var given = $"办法所定 {Quantity.Plain(number)}{unit}";
        var comparator = isLess ? "<=" : ">=";
        var completion = Attained.Of(comparator, exact, number) ?? (exact >= number ? 1 : 0);
        return Quantity.Completion(completion, percent => (!isLess ? $"{counted}÷ {given} = {percent}" : exact <= number ? $"{counted}不超过{given}，完成率 {percent}" : $"{given} ÷ {counted}= {percent}") + Partly(one)) with
        {
            IsReached = Comparison.Of(exact, one.Bound, comparator, number) switch { Verdict.holds => true, Verdict.fails => false, _ => null },
        };
    }

    // Where the judged state and the fraction do not say the same, the words say which of them the rule goes by.
    static Quantity Standing(Quantity quantity, Evaluation one)
    {
        if (quantity.Lack != Lack.none) return quantity;
        var judged = quantity with { IsReached = IsReached(one) };
        return judged.Standard == judged.Value ? judged : judged with { Words = $"{judged.Words}（评估结论：{one.Words}）" };
    }

    static Quantity Judged(Evaluation one, decimal attainment, Commitment? commitment) => !BuildsUp(one, commitment) || one.Pace is not < 1
        ? Quantity.Completion(attainment, percent => $"完成率 {percent}{Partly(one)}")
        // Nothing is expected yet: not to have begun is no fault.
        : one.Pace <= 0 ? one.State == AssessmentState.met ? Quantity.Completion(attainment, percent => $"完成率 {percent}{Partly(one)}") : Quantity.NotHere("未到（序时为 0）")
        : Quantity.Completion(attainment / one.Pace.Value, percent => $"完成率 {Quantity.Percent(attainment)} ÷ 序时 {Quantity.Percent(one.Pace.Value)} = {percent}{Partly(one)}");

    static bool BuildsUp(Evaluation one, Commitment? commitment) => BuildingUp.Contains(one.Kind) && !(commitment is not null && Attained.IsLess(commitment));

    // Before the end only where the state speaks of what the completion is held against: of growth, and of a ceiling that is used up too fast, it does not.
    static bool? IsReached(Evaluation one) => one.State switch
    {
        AssessmentState.met => true,
        AssessmentState.missed => false,
        AssessmentState.on_pace or AssessmentState.behind when one.Pace is null || BuildingUp.Contains(one.Kind) => one.State == AssessmentState.on_pace,
        _ => null,
    };

    static Quantity OfTask(Evaluation one) => one.State switch
    {
        AssessmentState.met => Quantity.Completion(1, _ => one.Words),
        AssessmentState.missed => Quantity.Completion(0, _ => one.Words),
        AssessmentState.undetermined => Quantity.Unknown(one.Words),
        _ => Quantity.NotHere(one.State == AssessmentState.not_due && !one.Words.Contains('（', StringComparison.Ordinal) ? $"任务{one.Words}" : $"任务未到期（{one.Words}）"),
    };

    /// <summary>Cases told of a commitment such as 群体性事件: those that are known count; where none is, not reported is not none.</summary>
    public static Quantity CasesOf(Evaluation? one) => one switch
    {
        null or { State: AssessmentState.not_defined_here or AssessmentState.not_due } => Quantity.NotHere("本单位没有这一项"),
        { Value: { } value } when value > 0 || !IsPartly(one) => Quantity.Cases(value, $"{one.Name} {Quantity.Plain(value)} {one.Unit}{Partly(one)}"),
        _ => Quantity.Unknown("未报齐，未报不等于没有"),
    };

    static bool HasNoCases(Evaluation one) => one.Value is null && one.Inputs is [{ State: nameof(FigureState.no_cases) }, ..];

    static bool IsPartly(Evaluation one) => one.State == AssessmentState.incomplete
        || one.Inputs.Any(input => input.State is nameof(FigureState.incomplete) or nameof(FigureState.not_reported));

    static string Partly(Evaluation one) => IsPartly(one) ? "（未报齐，按已报数计）" : "";
}
