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
    public static Quantity Of(Evaluation? one, decimal? given) => one switch
    {
        null => Quantity.NotHere("本单位没有这一项"),
        _ when NeverScored.Contains(one.Kind) => Quantity.NotHere($"{CommitmentKinds.InWords(one.Kind)}，不计分"),
        { Kind: "milestone" } => OfTask(one),
        _ when HasNoCases(one) => Quantity.NotHere("无案件"),
        { State: AssessmentState.no_target_here, Value: { } value } when given is { } number => AgainstGiven(one, value, number),
        { State: AssessmentState.no_target_here } when given is not null => Quantity.Unknown("未报"),
        { State: AssessmentState.no_target_here or AssessmentState.not_defined_here or AssessmentState.not_due or AssessmentState.direction_only } =>
            Quantity.NotHere(one.Words),
        { State: AssessmentState.undetermined or AssessmentState.awaiting_issue } => Quantity.Unknown(one.Words),
        // What has not come in earns nothing; where less is better, silence must not earn.
        { State: AssessmentState.incomplete } when one.Attainment is null || !BuildingUp.Contains(one.Kind) => Quantity.Unknown(one.Words),
        { Attainment: { } attainment } => Paced(one, attainment),
        _ => one.State is AssessmentState.met or AssessmentState.on_pace ? Quantity.Completion(1, _ => one.Words) : Quantity.Completion(0, _ => one.Words),
    };

    // A rate is held against the number undivided: 59.996 % is printed as 60 and is not 60.
    static Quantity AgainstGiven(Evaluation one, decimal value, decimal number) => one is { Numerator: { } above, Denominator: > 0 and var below, Unit: "%" }
        ? Quantity.Completion(above / below * 100 / number, percent => $"{Quantity.Plain(above)} ÷ {Quantity.Plain(below)}（{Quantity.Plain(value)}%）÷ 办法所定 {Quantity.Plain(number)}% = {percent}{Partly(one)}")
        : Quantity.Completion(value / number, percent => $"{Quantity.Plain(value)} {one.Unit} ÷ 办法所定 {Quantity.Plain(number)} {one.Unit} = {percent}{Partly(one)}");

    static Quantity Paced(Evaluation one, decimal attainment) => BuildingUp.Contains(one.Kind) && one.Pace is > 0 and < 1
        ? Quantity.Completion(attainment / one.Pace.Value, percent => $"完成率 {Quantity.Percent(attainment)} ÷ 序时 {Quantity.Percent(one.Pace.Value)} = {percent}{Partly(one)}")
        : Quantity.Completion(attainment, percent => $"完成率 {percent}{Partly(one)}");

    static Quantity OfTask(Evaluation one) => one.State switch
    {
        AssessmentState.met => Quantity.Completion(1, _ => one.Words),
        AssessmentState.missed => Quantity.Completion(0, _ => one.Words),
        AssessmentState.undetermined => Quantity.Unknown(one.Words),
        _ => Quantity.NotHere($"任务未到期（{one.Words}）"),
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
