using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Handbook;

/// <summary>承诺和目标: the promises of the plans that cover the year with their numbers year by year, how the text was read and where it stands.</summary>
static class CommitmentsSheet
{
    public const string Name = "承诺和目标";

    public static SheetLayout Of(HandbookFacts facts)
    {
        var years = facts.Plans.SelectMany(plan => Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1)).Distinct().Order().ToList();
        var table = Commitments(facts, years);
        return new(Name, true, [5, 10, 24, 11, 7, .. years.Select(_ => 10), 46, 20, 15],
        [
            Heading.Of(facts.Content.Cover, "规划承诺和分年目标"), Heading.Below(facts.Content.Cover), table,
            new Line(LineKind.note, $"注：规划：{string.Join("；", facts.Plans.Select(plan => plan.Document.Contains(plan.Name, StringComparison.Ordinal) ? plan.Document : $"{plan.Name}（{plan.Document}）").DefaultIfEmpty("没有覆盖本年的规划"))}。每年、规划期累计、期末达到的，各年列同一个数；年内由上级下达、后来调整的，列该年现行的数并在依据中注明。"),
            new Line(LineKind.note, "　　≥ 不低于，≤ 不超过；待下达：目标由上级下达，尚未收到；—：该年没有数量目标；节点任务在到期的年份写明月份。解读写明原文没有说清之处是怎样读的。"),
        ], MostPages: 0, table, 3);
    }

    /// <summary>类型, as the plan's own table calls it.</summary>
    public static string Category(Commitment commitment) => commitment.Category ?? "其他";

    static Table Commitments(HandbookFacts facts, List<int> years) => new(
        [
            new("序号", Alignment.center), new("类型", Alignment.center), new("承诺（指标）"), new("判定和性质", Alignment.center), new("单位", Alignment.center), .. years.Select(year => new Column($"{year}年\n目标", Alignment.right)),
            new("原文和解读"), new("依据"), new("牵头部门"),
        ],
        [.. facts.Commitments.GroupBy(one => Category(one.Commitment)).SelectMany(group => group).Select((one, index) => CommitmentRow(facts, one.Plan, one.Commitment, years, index + 1))],
        WhenEmpty: "没有覆盖本年的规划", Dense: true);

    static Row CommitmentRow(HandbookFacts facts, Plan plan, Commitment commitment, List<int> years, int number)
    {
        var indicator = commitment.Indicator is { } id ? facts.Indicators.FirstOrDefault(one => one.Id == id) ?? facts.EverIndicators.LastOrDefault(one => one.Id == id) : null;
        var targets = facts.Content.Targets.Where(target => target.Commitment == commitment.Id).ToDictionary(target => target.Year);
        return new(
        [
            $"{number}", Category(commitment), Titled(commitment, indicator), $"{CommitmentKinds.InWords(commitment.Kind)}\n{CommitmentKinds.StrengthInWords(commitment.Strength)}",
            commitment.Unit.Length > 0 ? commitment.Unit : FigureCells.NotApplicable, .. years.Select(year => Target(commitment, targets.GetValueOrDefault(year), year)),
            Reading(commitment), Basis(plan, commitment, targets), string.Join("、", commitment.Departments.Select(facts.NameOf)) is { Length: > 0 } lead ? lead : FigureCells.NotApplicable,
        ]);
    }

    // The indicator is named where the promise goes by another name.
    static string Titled(Commitment commitment, Indicator? indicator) => commitment.Name is not { } name ? indicator?.Name ?? commitment.Id
        : indicator is null || indicator.Name == name ? name : $"{name}\n（{indicator.Name}）";

    /// <summary>The number of one year, as known; of a range both its ends; of a task the month by which it is due.</summary>
    static Cell Target(Commitment commitment, CommitmentTarget? target, int year)
    {
        if (target is null) return commitment.Due is { } due && due.Year == year ? $"{due.Month}月底前" : FigureCells.NotApplicable;
        if (target.Value is not { } value) return "待下达";
        if (commitment is { Comparator: "between", Upper: { } upper }) return $"{ChineseWords.Plain(value)}—{ChineseWords.Plain(upper)}";
        var plain = ChineseWords.WithoutTrailingZeros(value);
        // Stored in per cent already: the sign is only shown.
        return new Number(plain, Sign(target.Comparator) + FigureCells.Decimals(Number.Whole, plain.Scale) + (target.Unit is "%" or "‰" ? $"\"{target.Unit}\"" : ""));
    }

    static string Sign(string comparator) => comparator switch { ">=" => "\"≥\"", "<=" => "\"≤\"", "=" => "", _ => $"\"{comparator}\"" };

    static string Reading(Commitment commitment) => string.Join("\n", ((string[])
    [
        commitment.Clause.Length > 0 ? $"原文：{commitment.Clause}" : "", commitment.Interpretation.Length > 0 ? $"解读：{commitment.Interpretation}" : "", .. (commitment.Notes ?? []).Select(note => $"注意：{note}"),
    ]).Where(words => words.Length > 0)) is { Length: > 0 } words ? words : FigureCells.NotApplicable;

    // The plan's own place, and whatever set a number since.
    static string Basis(Plan plan, Commitment commitment, Dictionary<int, CommitmentTarget> targets)
    {
        var since = targets.Values.OrderBy(target => target.Year).Select(target => target.Document).OfType<string>().Where(document => document != plan.Document).Distinct();
        return string.Join("；", [commitment.Place, .. since]);
    }
}
