using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Scores;

/// <summary>Points in cells, and how many of them were lost.</summary>
static class ScoreCells
{
    /// <summary>Of a rule that does not count for the unit, or not yet.</summary>
    public const string Apart = "—", Held = "待定";

    public static string Format(Scheme scheme) => FigureCells.Decimals("0", scheme.Decimals);

    public static Cell Points(AnnualContent content, Scheme scheme, ScoredUnit unit, ScoredRule rule) => rule switch
    {
        { Method: ScoringMethod.veto } => rule.IsVeto ? "否决" : rule.IsHeld ? Held : "无",
        { Score: { } score } => new Number(score, Format(scheme)) { Of = content.FigureOf(unit, rule) },
        _ => rule.IsHeld ? Held : Apart,
    };

    /// <summary>What is short of the weight that counts, or what was deducted; 0 where nothing was lost or nothing counts.</summary>
    public static decimal Lost(ScoredRule rule) => rule.Score is not { } score ? 0 : rule.Counted > 0 ? Math.Max(0, rule.Counted - score) : Math.Max(0, -score);

    public static Cell LostCell(AnnualContent content, Scheme scheme, ScoredUnit unit, ScoredRule rule) =>
        rule.Score is null ? Apart : new Number(Lost(rule), Format(scheme)) { Of = content.FigureOf(unit, rule) };

    public static Cell Figure(decimal? value, FigureRef? of) => value is { } some ? new Number(ChineseWords.WithoutTrailingZeros(some), "#,##0.####") { Of = of } : FigureCells.NotApplicable;

    public static Cell Score(Scheme scheme, ScoredUnit unit) => unit.Score is { } score ? new Number(score, Format(scheme)) : Held;

    public static string Grade(ScoredUnit unit) => unit.IsVetoed ? $"{unit.Grade}（否决）" : unit.Grade ?? Held;
}
