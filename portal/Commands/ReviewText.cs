using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Reviewing;
using static Reporting.Portal.Commands.Digits;

namespace Reporting.Portal.Commands;

/// <summary>A plan's review for a terminal: field by field, a block for each promise.</summary>
static class ReviewText
{
    public static string Of(PlanReview review) => string.Join('\n',
    [
        $"{review.Plan.Name}{review.Title}  {review.Plan.FirstYear}—{review.Plan.LastYear} 年，截至 {review.Through}",
        review.Summary,
        .. review.Promises.GroupBy(line => line.Category).SelectMany(category => (IEnumerable<string>)["", $"【{category.Key}】", .. category.SelectMany(Promise)]),
        .. review.Facts.Count == 0 ? Array.Empty<string>() : ["", "【文中所列结果】（没有目标，不评估）", .. review.Facts.SelectMany(Fact)],
    ]);

    static IEnumerable<string> Promise(ReviewLine line) =>
    [
        $"  {line.Name}{(line.Unit.Length > 0 ? $"（{line.Unit}）" : "")}  {line.Strength}  {line.Judged.Words}",
        $"      目标：{line.Target}",
        $"      完成情况：{line.Result}{Progress(line)}",
        .. Together(line), .. line.Note is null ? Array.Empty<string>() : [$"      {line.Note}"],
    ];

    static IEnumerable<string> Fact(ReviewLine line) => [$"  {line.Name}  {line.Result}", .. line.Note is null ? Array.Empty<string>() : [$"      {line.Note}"]];

    static string Progress(ReviewLine line) => line.Judged.Attainment is not { } done ? ""
        : $"；{(line.JudgedYear is { } year ? $"{year.Year} 年" : "")}完成率 {Percent(done)}{(line.Judged.Pace is { } pace and < 1 ? $"，时间进度 {Percent(pace)}" : "")}";

    // Where the years stand by themselves, all of them together answer another question.
    static IEnumerable<string> Together(ReviewLine line) => line.Whole is not { } whole || line.Judged.Kind is "plan_total" or "of_which" || line.Years.Count(year => year.Value is not null) < 2 ? []
        : [$"      规划期合计（与各年分开看）：{whole.Period} {(whole.Bound == Bound.at_least ? "不少于 " : "")}{Number(whole.Value)}{(line.YearUnit == "%" ? "%" : $" {line.YearUnit}")}"
            + $"{(whole.Denominator is { } below ? $" = {Number(whole.Numerator)} ÷ {Number(below)}" : "")}{(whole.Lacks is { } lacks ? $"（{lacks}）" : "")}"];

    static string Percent(decimal share) => $"{Figures.Round(share * 100, 1).ToString("0.#", CultureInfo.InvariantCulture)}%";
}
