using Reporting.Warehouse.Assessment.Supervision;

namespace Reporting.Tests.Assessment.Supervision;

/// <summary>What may be done to a 督办单 in which state and by whom, and when it is late.</summary>
public class SupervisionCaseTests
{
    static readonly DateOnly Deadline = new(2022, 6, 30);

    // f: feedback by 乙 on 20 June, r: returned, c: closed, both by 丙. What is tried then, by whom; null: lawful.
    [Theory]
    [InlineData("", SupervisionAct.feedback, "乙", null), InlineData("", SupervisionAct.returned, "丙", "还没有整改反馈"), InlineData("", SupervisionAct.closed, "丙", "还没有整改反馈")]
    [InlineData("f", SupervisionAct.feedback, "乙", "等待审核"), InlineData("f", SupervisionAct.returned, "丙", null), InlineData("f", SupervisionAct.closed, "丙", null)]
    [InlineData("f", SupervisionAct.returned, "乙", "要换一个人"), InlineData("f", SupervisionAct.closed, "乙", "要换一个人")]
    [InlineData("fr", SupervisionAct.feedback, "乙", null), InlineData("fr", SupervisionAct.returned, "丙", "还没有新的整改反馈"), InlineData("fr", SupervisionAct.closed, "丙", "还没有新的整改反馈")]
    [InlineData("frf", SupervisionAct.closed, "丙", null), InlineData("frf", SupervisionAct.closed, "乙", "要换一个人"), InlineData("frf", SupervisionAct.returned, "丙", null)]
    [InlineData("fc", SupervisionAct.feedback, "乙", "不能再办"), InlineData("fc", SupervisionAct.returned, "丙", "不能再办"), InlineData("fc", SupervisionAct.closed, "丁", "不能再办"), InlineData("frfc", SupervisionAct.feedback, "乙", "不能再办")]
    public void Only_lawful_acts_are_taken(string before, SupervisionAct act, string by, string? refused)
    {
        var refusal = Of(before).WhyNot(act, by);
        if (refused is null) Assert.Null(refusal);
        else Assert.Contains(refused, refusal!.Zh, StringComparison.Ordinal);
    }

    /// <summary>Late is who has not answered by the last day, or whose answer was sent back; not who answered in time and waits.</summary>
    [Theory]
    [InlineData("", "2022-06-30", 0), InlineData("", "2022-07-01", 1), InlineData("f", "2022-08-30", 0), InlineData("fr", "2022-06-30", 0), InlineData("fr", "2022-07-02", 2), InlineData("fc", "2022-12-31", 0), InlineData("F", "2022-07-10", 10), InlineData("Fc", "2022-12-31", 0)]
    public void Overdue_is_counted_by_the_day(string steps, string day, int days)
    {
        var one = Of(steps);
        Assert.Equal((days, days > 0), (one.DaysOverdue(DateOnly.Parse(day, null)), one.IsOverdue(DateOnly.Parse(day, null))));
    }

    [Fact]
    public void What_was_opened_in_a_year_is_counted_by_unit()
    {
        SupervisionCase[] cases = [Of("fc"), Of("Fc", number: 2), Of("", number: 3), Of("f", number: 4), Of("", "乙镇", 5), Of("", number: 6, opened: new(2021, 12, 31))];
        Assert.Equal([new SupervisionCounts("乙镇", 1, 0, 0, 1, 1), new SupervisionCounts("甲镇", 4, 2, 1, 2, 1)],
            SupervisionCounts.Of(cases, new(2022, 1, 1), new(2022, 12, 31), new(2022, 7, 5)).OrderBy(unit => unit.OrgUnit, StringComparer.Ordinal));
        Assert.Equal([0, 0], SupervisionCounts.Of(cases, new(2022, 1, 1), new(2022, 12, 31), Deadline).Select(unit => unit.Overdue));
    }

    /// <summary>As each stood on that day: one closed since was still owed, one opened the year before and undone is owed still, one opened later was not there.</summary>
    [Theory]
    [InlineData("2022-06-30", 0), InlineData("2022-07-03", 4), InlineData("2022-07-05", 3), InlineData("2022-12-31", 3)]
    public void What_is_overdue_on_a_day_is_what_stood_on_it(string day, int overdue)
    {
        SupervisionCase[] cases = [Of("fc"), Of("Fc", number: 2), Of("", number: 3), Of("", number: 4, opened: new(2021, 12, 31)), Of("fr", number: 5), Of("", number: 6, opened: new(2023, 1, 4))];
        Assert.Equal(overdue, SupervisionCounts.OverdueOn(cases, DateOnly.Parse(day, null)).GetValueOrDefault("甲镇"));
    }

    // F: feedback after the deadline.
    static SupervisionCase Of(string steps, string unit = "甲镇", long number = 1, DateOnly? opened = null) => new(
        new(number, "310999", unit, null, "办", Deadline, opened ?? new(2022, 6, 1), null, "甲", "", 1),
        [.. steps.Select((act, index) => act switch
        {
            'f' => new SupervisionStep(number, SupervisionAct.feedback, new(2022, 6, 20), "办了", null, null, "乙", 2 + index),
            'F' => new SupervisionStep(number, SupervisionAct.feedback, new(2022, 7, 4), "办了", null, null, "乙", 2 + index),
            'r' => new SupervisionStep(number, SupervisionAct.returned, new(2022, 6, 22), "缺名单", null, null, "丙", 2 + index),
            _ => new SupervisionStep(number, SupervisionAct.closed, new(2022, 7, 5), "", null, null, "丙", 2 + index),
        })]);
}
