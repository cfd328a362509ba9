using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Reviewing;

/// <summary>目标 in the words of a plan's table: 每年不低于 15,000 个.</summary>
static class TargetPhrase
{
    // Words that stand before a number; the others (左右, 约) stand after it.
    static readonly string[] Before = ["力争", "着力", "努力", "约"];

    public static string Of(Question question, Evaluation judged) => Softened(question.Commitment, question.Commitment.Kind switch
    {
        "fact" => "—",
        "milestone" => $"在 {question.Commitment.Due:yyyy-MM-dd} 以前完成",
        "direction" => question.Commitment.Path switch { "up" => "逐年提高（没有数）", "down" => "逐年减少（没有数）", _ => "保持（没有数）" },
        "case_deadline" => $"{Shown.Number(question.Commitment.Value)} 个{question.Commitment.Unit}以内",
        "zero_events" => $"不发生（0 {question.Commitment.Unit}）",
        "full_coverage" => $"{Span(question)} 100%".TrimStart(),
        "benchmark" => $"{Span(question)}{Compared(question.Commitment.Comparator)}{Other(question)}{(question.Commitment.Value is null ? "" : $"，且{Compared(question.Commitment.Comparator)} {Number(question, question.Commitment.Value)}")}",
        "range" when question.Commitment.Upper is { } upper => $"{Span(question)} {Shown.Number(question.Commitment.Value)}—{Number(question, upper)}".TrimStart(),
        _ => $"{Span(question)}{Numbers(question, judged)}",
    });

    static string Softened(Commitment commitment, string words) =>
        commitment.Tolerance is not { } soft ? words : !Before.Contains(soft) ? $"{words}{soft}" : soft == "约" ? $"{soft}{words}" : $"{soft}{(words.StartsWith('不') ? "做到" : Verb(commitment))}{words}";

    // 努力 and 着力 ask for a verb before a number: 努力达到 100%, 着力在……以前完成.
    static string Verb(Commitment commitment) => commitment.Kind is "milestone" or "direction" or "yearly_reduction" or "kept_level" or "growth_on_base" ? "" : "做到";

    static string Span(Question question) => question.Commitment switch
    {
        { Kind: "kept_level" } => "动态保持",
        { Kind: "yearly_reduction" } => "每年减少",
        { Kind: "growth_on_base", BaseYear: { } from } => $"比 {from} 年增长",
        { Scope: "each_year" } => "每年",
        { Scope: "plan_total" } => "规划期合计",
        { Scope: "by_end" } => $"到 {question.Plan.LastYear} 年末",
        _ => "",
    };

    static string Compared(string comparator) => comparator switch { ">=" => "不低于", "<=" => "不超过", ">" => "高于", "<" => "低于", _ => "" };

    // A number that moved is told by the years in which each version held.
    static string Numbers(Question question, Evaluation judged)
    {
        var (commitment, how) = (question.Commitment, question.Commitment.Kind is "yearly_reduction" or "growth_on_base" ? "" : Compared(question.Commitment.Comparator));
        var versions = YearNumbers(question);
        if (versions.Count > 1) return $"{how}：{string.Join("；", versions.Select(version => $"{version.Years} {version.Number}"))}";
        var number = judged.Target is { } target ? Number(question, target) : commitment.Value is { } own ? Number(question, own) : null;
        return number is null ? $"{how}市下达数（尚未收到）" : $"{how} {number}{(commitment.IssuedFromAbove && commitment.Value is null ? "（市下达）" : "")}";
    }

    static IReadOnlyList<(string Years, string Number)> YearNumbers(Question question)
    {
        if (question.Commitment.Kind is "plan_total" or "level_by_end" or "growth_on_base") return [];
        var last = Math.Min(question.Horizon.Year, question.Plan.LastYear);
        var years = Enumerable.Range(question.Plan.FirstYear, Math.Max(0, last - question.Plan.FirstYear + 1)).Select(year => (Year: year, question.Targets.In(year)?.Value)).ToList();
        return [.. years.GroupBy(year => year.Value).Select(same => ($"{string.Join('、', same.Select(year => year.Year))} 年", same.Key is { } value ? Number(question, value) : "待下达"))];
    }

    static string Number(Question question, decimal? value) => StatedResults.OwnUnit(question) is "%" ? $"{Shown.Number(value)}%" : $"{Shown.Number(value)} {StatedResults.OwnUnit(question)}";

    static string Other(Question question) => question.Evidence.Indicator(question.Commitment.Benchmark, question.Horizon.Year)?.Name ?? "参照数";
}
