using Reporting.Reports.Layout;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Reviewing;

namespace Reporting.Reports.Reviews;

/// <summary>总览: what came of the plan in sentences, the promises that need somebody, and how far each is done as bars; one page.</summary>
static class SummarySheet
{
    const int Listed = 14, NamedOfState = 6;
    static readonly int[] Aside = [40, 12];

    static readonly HashSet<AssessmentState> Open = [AssessmentState.missed, AssessmentState.behind, AssessmentState.incomplete, AssessmentState.undetermined, AssessmentState.awaiting_issue];

    public static SheetLayout Of(PlanReviewContent content) => new("总览", Landscape: false, [34, 10, 36, 44, 24, .. Aside],
    [
        .. Heading.First(content.Cover),
        new Line(LineKind.heading, "一、主要情况"),
        .. Sentences(content).Select((sentence, index) => new Line(LineKind.paragraph, $"{index + 1}. {sentence.Text}") { Numbers = sentence.Numbers }),
        new Line(LineKind.heading, "二、没有完成、不能判定的承诺"),
        Unfinished(content), .. Left(content), .. Bars(content),
        new Line(LineKind.note, "注：完成率取判定所依的那一年或规划期，控制上限类未超过的为100%；没有完成率的（方向、节点任务、待定的）不画。各项目标和完成情况见表 1，分年的数见表 2。各数按列示的小数位四舍五入，取舍误差未作机械调整。"),
    ], MostPages: 1)
    { AsideColumns = Aside.Length };

    static IEnumerable<Sentence> Sentences(PlanReviewContent content)
    {
        var lines = content.Review.Promises;
        var promises = lines.Select(line => line.Judged.Id).Distinct().Count();
        yield return Sentence.Of($"规划{Told.Count(Fact.review_promises, promises)}项承诺，{Sentence.Join("、", lines.GroupBy(line => line.Judged.State).OrderBy(same => same.Key).Select(Counted))}{(lines.Count > promises ? "（有几版目标的，每版各评一次）" : "")}。");
        foreach (var strength in lines.GroupBy(line => line.Strength).Where(strength => lines.Any(line => line.Strength != strength.Key)))
            yield return Sentence.Of($"{strength.Key}{Told.Count(Fact.review_promises, strength.Select(line => line.Judged.Id).Distinct().Count(), strength.Key)}项中，{Sentence.Join("、", strength.GroupBy(line => line.Judged.State).OrderBy(same => same.Key).Select(Counted))}。");
        foreach (var state in lines.Where(line => line.Judged.State is AssessmentState.missed or AssessmentState.behind).GroupBy(line => line.Judged.State).OrderByDescending(state => state.Key == AssessmentState.missed))
            yield return Sentence.Of($"{state.Key.InWords()}的是{string.Join("、", state.Take(NamedOfState).Select(line => line.Name))}{(state.Count() > NamedOfState ? "等" : "")}。");
        if (content.Review.Facts is { Count: > 0 } facts)
            yield return Sentence.Of($"文中所列结果{Told.Count(Fact.review_facts, facts.Count)}项，与系统算得一致{Told.Count(Fact.review_facts, facts.Count(line => line.Judged.Reproduced == true), "一致")}项，不一致{Told.Count(Fact.review_facts, facts.Count(line => line.Judged.Reproduced == false), "不一致")}项，不能核对{Told.Count(Fact.review_facts, facts.Count(line => line.Judged.Reproduced is null), "不能核对")}项。");
    }

    static Sentence Counted(IGrouping<AssessmentState, ReviewLine> state) => Sentence.Of($"{state.Key.InWords()}{Told.Count(Fact.review_in_state, state.Count(), state.Key.ToString())}");

    static List<ReviewLine> OpenLines(PlanReviewContent content) => [.. content.Review.Promises.Where(line => Open.Contains(line.Judged.State)).OrderBy(line => line.Judged.State switch
    {
        AssessmentState.missed => 0, AssessmentState.behind => 1, AssessmentState.incomplete => 2, _ => 3,
    })];

    static Table Unfinished(PlanReviewContent content) => new(
        [new("承诺"), new("属性", Alignment.center), new("目标"), new("完成情况"), new("评估")],
        [.. OpenLines(content).Take(Listed).Select(line => new Row([line.Name, line.Strength, line.Target, new Words(line.Result) { Of = content.JudgedFigureOf(line) }, line.Judged.Words]))],
        WhenEmpty: "没有", Dense: true);

    static IEnumerable<Block> Left(PlanReviewContent content)
    {
        if (OpenLines(content).Count is > Listed and var all) yield return new Line(LineKind.note, $"另有{all - Listed}项未列，见表 1。");
    }

    static IEnumerable<Block> Bars(PlanReviewContent content)
    {
        const int fewest = 3, rowsOfHead = 4;
        var drawn = content.Review.Promises.Where(line => line.Judged.Attainment is not null).OrderByDescending(line => line.Judged.Attainment).ToList();
        if (drawn.Count < fewest) yield break;
        var table = new Table([new("承诺"), new("完成率", Alignment.right)], [.. drawn.Select(line => new Row([line.Name, FigureCells.Share(line.Judged.Attainment!.Value) with { Of = content.JudgedFigureOf(line) }]))], Dense: true);
        yield return new Beside(table);
        yield return new ChartBand([new("各项承诺完成率", "各项承诺的完成率，从高到低。", CellBlock.Down(table, 0), [new(CellBlock.Of(table, CellBlock.Head, 1), CellBlock.Down(table, 1), SeriesKind.bar)], "0.0%") { ShowsValues = true }], rowsOfHead + drawn.Count);
    }
}
