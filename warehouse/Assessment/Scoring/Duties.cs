using System.Globalization;
using Reporting.Warehouse.Reference;
using static Reporting.Warehouse.Assessment.Scoring.Quantity;

namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>责任主体: the commitments that a department leads or supports, each by the rule's method, averaged by its share of each. 力争 is no duty.</summary>
static class Duties
{
    sealed record Duty(string Name, decimal Share, Quantity Quantity);

    public static ScoredRule Of(Subject subject, SchemeRule rule)
    {
        var duties = All(subject, rule).ToList();
        var policy = rule.Missing ?? subject.Scheme.Missing;
        if (policy == MissingPolicy.hold && duties.FirstOrDefault(duty => duty.Quantity.Lack == Lack.unknown) is { } unknown)
            return RuleScoring.Lacking(subject.Scheme, rule, Unknown($"{unknown.Name}：{unknown.Quantity.Words}"));
        var counted = duties.Where(duty => duty.Quantity.Lack == Lack.none || (duty.Quantity.Lack == Lack.unknown && policy == MissingPolicy.zero)).ToList();
        var left = duties.Except(counted).ToList();
        if (counted.Count == 0) return RuleScoring.Lacking(subject.Scheme, rule, NotHere($"没有可以计分的承诺{Left(left)}"));
        var points = counted.Select(duty => (Duty: duty, duty.Quantity.Lack == Lack.none ? Points.Of(rule, duty.Quantity).Points : 0)).ToList();
        var shares = counted.Sum(duty => duty.Share);
        var score = Figures.Round(points.Sum(one => one.Item2 * one.Duty.Share) / shares, subject.Scheme.Decimals);
        return RuleScoring.Blank(rule) with
        {
            Score = score,
            Counted = rule.Weight,
            Words = $"{string.Join("；", points.Select(one => $"{one.Duty.Name}（{one.Duty.Quantity.Words}）{Four(one.Item2)} 分，占 {Plain(one.Duty.Share)}"))}"
                + $"；得分 =（{string.Join(" + ", points.Select(one => $"{Four(one.Item2)} × {Plain(one.Duty.Share)}"))}）÷ {Plain(shares)} = {Plain(score)}{Left(left)}",
        };
    }

    static IEnumerable<Duty> All(Subject subject, SchemeRule rule) =>
        from commitment in subject.Commitments
        where commitment.Strength != "aspirational"
        let share = Share(subject, commitment)
        where share > 0
        let one = subject.Evaluation(commitment.Id)
        select new Duty(one?.Name ?? commitment.Name ?? commitment.Clause, share, Completions.Of(one, rule.Target, commitment));

    static decimal Share(Subject subject, Commitment commitment) =>
        subject.Scheme.Responsibility is not { } shares ? 0
        : commitment.Shares is not null ? commitment.ShareOf(subject.Unit.Code) ?? 0 // what the plan says of this commitment comes before what a scheme says of all
        : commitment.Departments.Contains(subject.Unit.Code) ? shares.Lead
        : commitment.Supporting?.Contains(subject.Unit.Code) == true ? shares.Support : 0;

    static string Left(List<Duty> left) => left.Count == 0 ? "" : $"；不计：{string.Join("、", left.Select(duty => $"{duty.Name}（{duty.Quantity.Words}）"))}";

    // The points of one duty are not rounded before they are averaged.
    static string Four(decimal points) => points.ToString("0.####", CultureInfo.InvariantCulture);
}
