using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>An evaluation in words: what was promised and how it is read, what was held, the rule with its numbers, the result, the rounding.</summary>
static class Explained
{
    public static string Of(Question question, Outcome outcome, string unit, int decimals, StatedComparison? stated, bool? reproduced)
    {
        var commitment = question.Commitment;
        List<string> lines =
        [
            $"承诺：{commitment.Clause}（{question.Plan.Document}，{commitment.Place}）",
            $"读法：{CommitmentKinds.InWords(commitment.Kind)}。{commitment.Interpretation}",
            .. outcome.Target is { } target ? [$"目标：{Shown.Sign(commitment.Comparator)} {Shown.Number(target)} {unit}{(outcome.TargetSource is { } source ? $"，出自 {source}" : "")}{(outcome.Version is > 1 ? $"（第 {outcome.Version} 版）" : "")}"] : Array.Empty<string>(),
            .. outcome.OriginalTarget is { } original ? [$"原目标：{Shown.Number(original)} {unit}，出自 {outcome.OriginalSource}；调整后：{Shown.Number(outcome.Target)} {unit}"] : Array.Empty<string>(),
            .. outcome.Figures.Select(figure => $"依据：{figure.What} {figure.Period} {Figure(figure)}（{figure.Source}）"),
            .. outcome.Steps.Select(step => $"计算：{step}"),
            $"结果：{outcome.Words}",
        ];
        if (stated is not null) lines.Add($"原文：{stated.Words}；算得 {Shown.Number(stated.Computed)}，{(reproduced switch { true => "与原文一致", false => "与原文不一致", _ => "不能核对" })}");
        if (outcome.Value is not null) lines.Add($"取整：四舍五入到 {decimals} 位小数后列示，比较时不取整");
        return string.Join('\n', lines);
    }

    /// <summary>Why a figure is not there, in words; empty where it may be.</summary>
    public static string WhyNone(FigureState state) => state switch
    {
        FigureState.no_cases => "分母为 0，无案件",
        FigureState.not_reported => "未报",
        FigureState.not_defined_here => "本级无此数",
        FigureState.definition_changed => "口径变化",
        FigureState.split_without_shares => "拆分未定份额",
        _ => "",
    };

    static string Figure(Measured figure) => WhyNone(figure.State) is { Length: > 0 } why ? why
        : $"{Shown.Bounded(figure.Value, figure.Bound)}{(figure.Denominator is { } below ? $"（{Shown.Number(figure.Numerator)} ÷ {Shown.Number(below)}）" : "")}"
            + (figure.IsIncomplete ? $"，{figure.MissingWords}" : "");
}
