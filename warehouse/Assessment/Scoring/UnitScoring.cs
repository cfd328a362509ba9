using Reporting.Warehouse.Reference;
using static Reporting.Warehouse.Assessment.Scoring.Quantity;

namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>The rules' points together: weighted ones scaled to the hundred where some do not apply, then bonus and deductions, within 0 and the most.</summary>
static class UnitScoring
{
    public static ScoredUnit Of(Subject subject, string group)
    {
        var rules = subject.Scheme.Rules.Select(rule => RuleScoring.Of(subject, rule)).ToList();
        var (score, words) = Total(subject.Scheme, rules);
        return new(subject.Unit.Code, subject.Unit.Name, group, score, rules, null, 0, null, rules.Any(rule => rule.IsVeto)) { Words = words };
    }

    static (decimal?, string) Total(Scheme scheme, List<ScoredRule> rules)
    {
        if (rules.Where(rule => rule.IsHeld).Select(rule => rule.Name).ToList() is { Count: > 0 } held) return (null, $"待定：{string.Join("、", held)}未定");
        var weighted = rules.Where(rule => rule.Counted > 0 && rule.Score is not null).ToList();
        var (earned, counted, full) = (weighted.Sum(rule => rule.Score!.Value), weighted.Sum(rule => rule.Counted), rules.Sum(rule => rule.Weight));
        if (counted == 0) return (null, "待定：没有可以计分的项目");
        var basis = counted == full ? earned : Figures.Round(earned * full / counted, scheme.Decimals);
        var beside = rules.Where(rule => rule.Weight == 0 && rule.Score is not null).Sum(rule => rule.Score!.Value);
        var most = scheme.Most ?? scheme.Rules.Sum(rule => rule.Highest);
        var score = Math.Clamp(basis + beside, 0, most);
        return (score, Words(weighted, basis, counted, full, beside, score));
    }

    static string Words(List<ScoredRule> weighted, decimal basis, decimal counted, decimal full, decimal beside, decimal score)
    {
        var sum = $"{string.Join(" + ", weighted.Select(rule => Plain(rule.Score!.Value)))} = {Plain(weighted.Sum(rule => rule.Score!.Value))}";
        if (counted != full) sum += $"；计入权重 {Plain(counted)}，折算 {Plain(weighted.Sum(rule => rule.Score!.Value))} × {Plain(full)} ÷ {Plain(counted)} = {Plain(basis)}";
        if (beside != 0) sum += $"；加减分 {(beside > 0 ? "+" : "")}{Plain(beside)}";
        if (basis + beside != score) sum += $"；以 {Plain(score)} 为限";
        return $"{sum}；总分 {Plain(score)}";
    }
}
