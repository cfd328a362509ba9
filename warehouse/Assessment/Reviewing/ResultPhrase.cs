using Reporting.Warehouse.Assessment.Kinds;

namespace Reporting.Warehouse.Assessment.Reviewing;

/// <summary>完成情况 in a sentence: the years where the promise is for each year, the sum or the level where it is for the plan.</summary>
static class ResultPhrase
{
    public static string Of(Question question, ReviewLine line) => line.Judged switch
    {
        { Kind: "milestone" } judged => Task(question, judged),
        { Kind: "case_deadline" } judged => judged.Words,
        { IsOrientation: true, Value: { } sum } judged => $"规划期合计 {Number(sum, judged.Bound, judged.Unit)}{(judged.PerYear is { } mean ? $"（年均 {Number(mean, Bound.exact, judged.Unit)}）" : "")}，没有分年数",
        { Kind: "growth_on_base" or "fact", Unit: "%", Inputs: [{ Value: { } now } level, { Value: { } before } from] } judged when judged.Value is { } growth =>
            $"{level.Period}比{from.Period}{(growth < 0 ? "减少" : "增长")} {Number(Math.Abs(growth), judged.Bound, "%")}（{Shown.Number(before)}→{Shown.Number(now)} {line.YearUnit}）",
        { Kind: "plan_total" or "of_which", Value: { } sum } judged => $"累计 {Number(sum, judged.Bound, judged.Unit)}{(judged.Attainment is { } part ? $"，为目标的 {Shown.Percent(Figures.Round(part, 3))}" : "")}",
        { Kind: "range" or "level_by_end" or "benchmark", Value: { } level, Inputs: [var from, ..] } judged when question.Commitment.Scope is "by_end" or "plan_total" =>
            $"{from.Period} {Number(level, judged.Bound, judged.Unit)}{Against(judged)}",
        _ => Years(line),
    };

    static string Against(Evaluation judged) => judged is { Kind: "benchmark", Inputs: [_, { } other, ..] }
        ? $"（{other.What} {(other.Value is null ? "尚未收到" : Number(other.Value.Value, other.Bound, judged.Unit))}）" : "";

    static string Years(ReviewLine line)
    {
        var told = line.Years.Where(year => year.Value is not null).ToList();
        if (told.Count == 0) return line.Whole is { } whole && line.Judged.Value is not null ? Whole(line, whole) : line.Judged.Words;
        var untold = line.Years.Where(year => year.Value is null).GroupBy(year => year.Words).Select(same => $"{string.Join('、', same.Select(year => year.Year))} 年{same.Key}");
        return string.Join("；", told.Select(year => $"{year.Year} 年{(year.Months < 12 ? $"1—{year.Months} 月" : "")} {Number(year.Value!.Value, year.Bound, line.YearUnit)}").Concat(untold));
    }

    static string Whole(ReviewLine line, ReviewWhole whole) => $"{whole.Period} {Number(whole.Value, whole.Bound, line.YearUnit)}";

    static string Task(Question question, Evaluation judged)
    {
        var last = MilestoneState.LastBy(question.Evidence.Milestones, question.Commitment.Id, Milestones.DayOf(question.Horizon));
        return last is null ? judged.Words : $"{last.OnDate:yyyy-MM-dd} {last.State.InWords()}{(last.Evidence.Length > 0 ? $"（{last.Evidence}）" : "，没有依据")}";
    }

    static string Number(decimal value, Bound bound, string unit) => unit is "%"
        ? $"{Shown.Number(value)}%{bound switch { Bound.at_least => "以上", Bound.at_most => "以下", Bound.about => "左右", _ => "" }}"
        : $"{Shown.Bounded(value, bound)} {unit}";
}
