using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Reviewing;

namespace Reporting.Tests.Assessment;

/// <summary>A plan reviewed in the form of its own table: targets and results in its words, each year apart from all together.</summary>
public class ReviewTests
{
    [Fact]
    public void A_finished_plan_reads_as_its_own_table_does()
    {
        using var warehouse = FinishedPlan.Filled();
        var review = Review(warehouse, isMid: false);
        var lines = review.Lines.ToLookup(line => line.Judged.Id);
        Assert.Equal(("期末评估", "2020-12", true), (review.Title, review.Through, review.IsOver));
        Assert.Equal(["新增岗位（原目标） 每年不低于 22,000 个 2016—2020 年每年 18,000 个以上 undetermined", "新增岗位（第 2 版目标） 每年不低于 18,000 个 2016—2020 年每年 18,000 个以上 met"],
            lines["jobs"].Select(line => $"{line.Name} {line.Target} {line.Result} {line.Judged.State}"));
        Assert.Equal(("比 2015 年增长 50%左右", "2020年比2015年增长 56.74%（825.04→1,293.14 元/月）", "原文：增长56.74%（与算得一致）"), (One("pension").Target, One("pension").Result, One("pension").Note));
        Assert.Equal(("每年不低于 500 人", "规划期合计 3,600 人（年均 720 人），没有分年数"), (One("venture").Target, One("venture").Result));
        Assert.Equal(("每年减少 10%", "每年不超过市下达数（尚未收到）", "没有登记过进展"), (One("accounts").Target, One("limit").Target, One("task").Result));
        Assert.Equal(["land", "training"], review.Facts.Select(line => line.Judged.Id));
        Assert.StartsWith("共 7 项：预期性 7；", review.Summary, StringComparison.Ordinal); // new jobs are judged by two numbers and counted once

        ReviewLine One(string id) => Assert.Single(lines[id]);
    }

    /// <summary>98.26 % of five years together says nothing of any one of them, nor the other way round.</summary>
    [Fact]
    public void A_pooled_rate_stands_apart_from_the_years()
    {
        using var warehouse = FinishedPlan.Filled();
        var pooled = Review(warehouse, isMid: false).Lines.Single(line => line.Judged.Id == "closing");
        Assert.Equal((98.26m, 9405m, 9572m), (pooled.Whole!.Value, pooled.Whole.Numerator, pooled.Whole.Denominator));
        Assert.All(pooled.Years, year => Assert.Null(year.Value));
        Assert.Equal(AssessmentState.undetermined, pooled.Judged.State);

        warehouse.Load("years", FinishedPlan.Bureau, [.. Enumerable.Range(2016, 5).SelectMany(year => new[]
        {
            FinishedPlan.Cell("accepted", Period.Year(year), year == 2016 ? 1000 : 100), FinishedPlan.Cell("closed", Period.Year(year), year == 2016 ? 1000 : 90),
        })], new(2021, 4, 1));
        var yearly = Review(warehouse, isMid: false).Lines.Single(line => line.Judged.Id == "closing");
        Assert.Equal([100m, 90, 90, 90, 90], yearly.Years.Select(year => year.Value));
        Assert.Equal((97.14m, 1360m, 1400m), (yearly.Whole!.Value, yearly.Whole.Numerator, yearly.Whole.Denominator)); // above 92 together, four years below
        Assert.Equal(AssessmentState.missed, yearly.Judged.State);
    }

    [Fact]
    public void Levels_are_not_added_up_over_years()
    {
        using var warehouse = FinishedPlan.Filled();
        var level = Review(warehouse, isMid: false).Lines.Single(line => line.Judged.Id == "limit");
        Assert.Null(level.Whole);
        Assert.Equal([7300m, 7300, 7300, 7400, 7300], level.Years.Select(year => year.Value));
    }

    [Fact]
    public void Half_way_only_what_speaks_of_it_counts()
    {
        using var warehouse = FinishedPlan.Filled();
        new Decisions(warehouse.Gateway).ReportMilestone(new("task", MilestoneProgress.reached, new(2020, 6, 1), "会议纪要", "甲", "", 0), TestWarehouse.At(new(2021, 3, 3)));
        var (mid, end) = (Review(warehouse, isMid: true), Review(warehouse, isMid: false));
        Assert.Equal(("中期评估", "2018-06"), (mid.Title, mid.Through));
        Assert.Null(mid.Lines.Single(line => line.Judged.Id == "closing").Whole); // five years' sum is no half of it
        Assert.Equal(("没有登记过进展", "2020-06-01 已完成（会议纪要）"), (Result(mid), Result(end)));

        static string Result(PlanReview review) => review.Lines.Single(line => line.Judged.Id == "task").Result;
    }

    /// <summary>推进中 in May, found 完成 in November of the middle year: the middle is June. At the end the finding stands beside the sender's own words.</summary>
    [Fact]
    public void What_was_found_of_a_task_counts_from_its_day_and_is_told_beside_what_was_stated()
    {
        using var warehouse = FinishedPlan.Filled();
        var decisions = new Decisions(warehouse.Gateway);
        decisions.ReportMilestone(new("task", MilestoneProgress.under_way, new(2018, 5, 4), "", "甲", "", 0), TestWarehouse.At(new(2021, 3, 3)));
        decisions.JudgeTask(new("task", TaskFinding.met, new(2018, 11, 2), "乙", "已有机制", 0), TestWarehouse.At(new(2021, 3, 4)));
        var (mid, end) = (Task(isMid: true), Task(isMid: false));
        Assert.Equal((AssessmentState.on_pace, AssessmentState.met), (mid.Judged.State, end.Judged.State));
        Assert.Equal(("2018-05-04 推进中，没有依据", "2018-05-04 推进中，没有依据，2018-11-02 评定为完成（已有机制）"), (mid.Result, end.Result));

        ReviewLine Task(bool isMid) => Review(warehouse, isMid).Lines.Single(line => line.Judged.Id == "task");
    }

    [Theory]
    [InlineData(2021, 2025, 2025, 12, "2023-06"), InlineData(2021, 2023, 2023, 12, "2022-06"), InlineData(2021, 2024, 2024, 12, "2022-12")]
    [InlineData(2021, 2025, 2022, 3, "2022-03")]
    public void The_middle_is_half_of_the_months_or_as_far_as_figures_have_come(int first, int last, int year, int through, string middle)
    {
        var mid = PlanReviewer.MidOf(new("p", FinishedPlan.District, "规划", "文", new(first, 1, 1), first, last, []), new(year, through, new(2026, 1, 1)));
        Assert.Equal(middle, $"{mid.Year}-{mid.Through:00}");
    }

    internal static PlanReview Review(TestWarehouse warehouse, bool isMid)
    {
        var (catalog, load) = (warehouse.Definitions.AsOf(warehouse.LastLoad), warehouse.Marts.LoadById(warehouse.LastLoad)!);
        var plan = catalog.Plans.Single();
        var latest = AssessmentReading.OfPlan(warehouse.Marts, plan, null, load);
        return PlanReviewer.Of(plan, AssessmentReading.Evidence(warehouse.Marts, catalog, plan, plan.District, load.LoadId), isMid ? PlanReviewer.MidOf(plan, latest) : latest, isMid);
    }
}
