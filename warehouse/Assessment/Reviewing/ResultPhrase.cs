using Reporting.Warehouse.Assessment.Kinds;

namespace Reporting.Warehouse.Assessment.Reviewing;

/// <summary>完成情况 in a sentence: the years where the promise is for each year, the sum or the level where it is for the plan.</summary>
static class ResultPhrase
{
    public static string Of(Question question, ReviewLine line) => line.Judged switch
    {
        { Kind: "milestone" } => Task(question),
        { Kind: "case_deadline" } judged => judged.Words,
        { IsOrientation: true, Value: { } sum } judged => $"规划期合计 {Number(sum, judged.Bound, judged.Unit)}{(judged.PerYear is { } mean ? $"（年均 {Number(mean, Bound.exact, judged.Unit)}）" : "")}，没有分年数",
        { Kind: "growth_on_base" or "fact", Unit: "%", Inputs: [{ Value: { } now } level, { Value: { } before } from] } judged when judged.Value is { } growth =>
            $"{level.Period}比{from.Period}{(growth < 0 ? "减少" : "增长")} {Number(Math.Abs(growth), judged.Bound, "%")}（{Shown.Number(before)}→{Shown.Number(now)} {line.YearUnit}）",
        { Kind: "plan_total" or "of_which", Value: { } sum } judged => $"累计 {Number(sum, judged.Bound, judged.Unit)}（{Years(line)}）",
        { Value: { } level, Inputs: [var from, ..] } judged when question.Commitment.Scope is "by_end" => $"{from.Period} {Number(level, judged.Bound, judged.Unit)}{Against(judged)}",
        _ => line.Years.Any(year => year.Value is not null) ? Years(line)
            : line is { Whole: { } whole, Judged.Value: not null } ? $"{whole.Period} {Number(whole.Value, whole.Bound, line.YearUnit)}"
            : line.IsFact && question.Commitment.Indicator is null ? "不是报表里的数" : line.Judged.Words,
    };

    static string Against(Evaluation judged) => judged is { Kind: "benchmark", Inputs: [_, { } other, ..] }
        ? $"（{other.What} {(other.Value is null ? "尚未收到" : Number(other.Value.Value, other.Bound, judged.Unit))}）" : "";

    static string Years(ReviewLine line)
    {
        var told = line.Years.Where(year => year.Value is not null).ToList();
        var untold = line.Years.Where(year => year.Value is null && !line.IsFact).GroupBy(year => year.Words).Select(same => $"{string.Join('、', same.Select(year => year.Year))} 年{same.Key}");
        // 每年 18,000 个以上, said once.
        var isSame = told.Count == line.Years.Count && told.Count > 1 && told.TrueForAll(year => year.Value == told[0].Value && year is { Months: 12, Lacks: null } && year.Bound == told[0].Bound);
        return isSame ? $"{told[0].Year}—{told[^1].Year} 年每年 {Value(told[0], line)}"
            : string.Join("；", told.Select(year => $"{year.Year} 年{(year.Months < 12 ? $" 1—{year.Months} 月" : "")} {Value(year, line)}").Concat(untold));
    }

    // Of a figure from which something is missing that is said, not what it makes of the figure.
    static string Value(ReviewYear year, ReviewLine line) =>
        year.Lacks is { } lacks ? $"{Number(year.Value!.Value, Bound.exact, line.YearUnit)}（{lacks}）" : Number(year.Value!.Value, year.Bound, line.YearUnit);

    static string Task(Question question)
    {
        var day = Milestones.DayOf(question.Horizon);
        var last = MilestoneState.LastBy(question.Evidence.Milestones, question.Commitment.Id, day);
        var stated = last is null ? "没有登记过进展" : $"{last.OnDate:yyyy-MM-dd} {last.State.InWords()}{(last.Evidence.Length > 0 ? $"（{last.Evidence}）" : "，没有依据")}";
        // The sender's words alone would stand beside a verdict that says otherwise.
        return Milestones.Verdicts(question, last, Milestones.DueOf(question)).Counts is { } found
            ? $"{stated}，{found.JudgedOn:yyyy-MM-dd} 评定为{found.Verdict.InWords()}（{found.Reason}）" : stated;
    }

    static string Number(decimal value, Bound bound, string unit) => (bound == Bound.about ? "约 " : "") + (unit is "%" ? $"{Shown.Number(value)}%" : $"{Shown.Number(value)} {unit}")
        + bound switch { Bound.at_least => "以上", Bound.at_most => "以下", _ => "" };
}
