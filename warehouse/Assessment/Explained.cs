using System.Buffers;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>An evaluation in words: what was promised and how it is read, what was held, the rule with its numbers, the result, the rounding.</summary>
static class Explained
{
    static readonly SearchValues<char> Signs = SearchValues.Create("=÷×−≥≤><");

    public static string Of(Question question, Outcome outcome, string unit, int decimals, StatedComparison? stated, bool? reproduced)
    {
        var commitment = question.Commitment;
        List<string> lines =
        [
            $"承诺：{commitment.Clause}（{question.Plan.Document}，{commitment.Place}）",
            $"读法：{CommitmentKinds.InWords(commitment.Kind)}。{commitment.Interpretation}",
            .. outcome.Target is { } target ? [$"目标：{Promised(commitment)}{Amount(target, unit)}{(outcome.TargetSource is { } source ? $"，出自 {source}" : "")}{(outcome.Version is > 1 ? $"（第 {outcome.Version} 版）" : "")}"] : Array.Empty<string>(),
            .. outcome.OriginalTarget is { } original ? [$"原目标：{Amount(original, unit)}，出自 {outcome.OriginalSource}；调整后：{Amount(outcome.Target, unit)}"] : Array.Empty<string>(),
            .. outcome.State == AssessmentState.not_defined_here && !question.Evidence.IsDistrict ? ["说明：这一项只有全区数，没有本单位的数"] : Grounds(outcome.Figures),
            .. outcome.State == AssessmentState.no_target_here && !question.Evidence.IsDistrict && commitment.Kind != "fact" ? ["说明：没有给本单位下达这一项的目标，只列数，不判定"] : Array.Empty<string>(),
            .. outcome.Steps.Select(step => $"{(IsFormula(step) ? "计算" : "说明")}：{step}"),
            $"结果：{outcome.Words}{Unpaced(commitment, outcome)}",
        ];
        if (stated is not null) lines.Add($"原文：{stated.Words}；{(stated.Computed is null ? "" : $"算得 {Shown.Number(stated.Computed)}，")}{(reproduced switch { true => "与原文一致", false => "与原文不一致", _ => "不能核对" })}");
        if (outcome.Value is not null) lines.Add($"取整：四舍五入{(decimals == 0 ? "取整数" : $"到 {decimals} 位小数")}列示，比较时不取整");
        return string.Join('\n', lines);
    }

    static string Amount(decimal? value, string unit) => Shown.Bounded(value, Bound.exact, unit);

    // What is promised of a reduction is its size, whichever way the plan file writes the comparison of levels.
    static string Promised(Commitment commitment) => commitment switch
    {
        { Kind: "yearly_reduction" } => "降幅 ≥ ",
        { Kind: "growth_on_base" } => $"增幅 {Shown.Sign(commitment.Comparator)} ",
        { Comparator: "=" } => "",
        _ => $"{Shown.Sign(commitment.Comparator)} ",
    };

    // Check points of one level are told in one line after the one that decides.
    static IEnumerable<string> Grounds(IReadOnlyList<Measured> figures)
    {
        var points = figures.Skip(1).Where(figure => figure.Period.EndsWith("月末", StringComparison.Ordinal) && figure.State == FigureState.reported).ToList();
        return figures.Where(figure => !points.Contains(figure)).Select(figure => $"依据：{figure.What} {figure.Period} {Figure(figure)}{(figure.Source is "无" ? "" : $"（{figure.Source}）")}")
            .Concat(points.GroupBy(point => point.Period[..5]).Select(year => $"依据：{year.First().What} {year.Key}{string.Join("、", year.Select(point => $"{point.Period[5..]} {Shown.Bounded(point.Value, point.Bound)}"))}"));
    }

    static bool IsFormula(string step) => step.AsSpan().ContainsAny(Signs);

    // Rates, levels and events have no 序时: what is said of them is whether they hold so far.
    static string Unpaced(Commitment commitment, Outcome outcome) => (outcome.State, outcome.Pace, outcome.Words) switch
    {
        (AssessmentState.on_pace or AssessmentState.behind, null, _) when commitment.Kind != "milestone" && !outcome.Words.Contains('（', StringComparison.Ordinal) => "（没有序时，到期末才判定）",
        (AssessmentState.not_due, _, "未到期") when outcome.Value is not null => "（到期末才判定）",
        _ => "",
    };

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
        : $"{Shown.Bounded(figure.Value, figure.Bound, figure.Unit)}{(figure.Denominator is { } below ? $"（{Shown.Number(figure.Numerator)} ÷ {Shown.Number(below)}）" : "")}"
            + (figure.IsIncomplete ? $"，{figure.MissingWords}" : "");
}
