using FsCheck;
using FsCheck.Fluent;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Lights;

/// <summary>Margins and months: what goes to and fro does not turn a light, what lasts does, and worse months never show a better light.</summary>
public class HysteresisTests
{
    static readonly (ulong Seed, ulong Gamma) Start = (20220302, 9);

    static readonly Gen<Settling> Margins = from enter in Gen.Choose(0, 5) from leave in Gen.Choose(0, 5) from enterMonths in Gen.Choose(1, 3) from leaveMonths in Gen.Choose(1, 3) select new Settling(enter, leave, enterMonths, leaveMonths);

    /// <summary>Noise no wider than the two margins together can turn a light on; it never turns one off again.</summary>
    [Fact]
    public void Noise_within_the_margins_never_turns_a_light_to_and_fro()
    {
        var drawn = from settling in Margins
                    from level in Gen.Choose(-100, 450)
                    from noise in Gen.Choose(0, (int)((settling.Enter + settling.Leave) * 10)).ListOf(12)
                    select (settling, Months: noise.Select(tenths => (level + tenths) / 10m).ToList());
        var turned = 0;
        Checked(drawn, given =>
        {
            var lights = Lights(given.settling, given.Months);
            turned += lights.Distinct().Count() - 1;
            Assert.Equal(lights.Order(), lights);
        });
        Assert.True(turned > 20, $"the noise drawn lay across a threshold {turned} times");
    }

    [Fact]
    public void Without_margins_every_month_stands_for_itself() => Checked(Gen.Choose(-100, 500).ListOf(12), tenths => Assert.Equal(
        tenths.Select(tenth => tenth / 10m).Select(behind => behind > 30 ? LightColour.red : behind > 20 ? LightColour.orange : behind >= 10 ? LightColour.yellow : LightColour.green),
        Lights(new(0, 0, 1, 1), [.. tenths.Select(tenth => tenth / 10m)])));

    [Fact]
    public void What_lasts_beyond_the_margins_is_shown()
    {
        var drawn = from settling in Margins from before in Gen.Choose(-10, 50).ListOf(6) from after in Gen.Choose(-10, 50) select (settling, before, after);
        Checked(drawn, given =>
        {
            decimal[] edges = [10, 20, 30];
            if (edges.Any(edge => given.after >= edge - given.settling.Leave && given.after <= edge + given.settling.Enter)) return;
            var lasting = Enumerable.Repeat((decimal)given.after, Math.Max(given.settling.EnterMonths, given.settling.LeaveMonths));
            Assert.Equal(Lights(new(0, 0, 1, 1), [given.after])[0], Lights(given.settling, [.. given.before.Select(month => (decimal)month), .. lasting])[^1]);
        });
    }

    [Fact]
    public void Worse_months_never_show_a_better_light()
    {
        var drawn = from settling in Margins from months in Gen.Choose(-10, 50).ListOf(12) from more in Gen.Choose(0, 20).ListOf(12) select (settling, months, more);
        Checked(drawn, given =>
        {
            var (better, worse) = (Lights(given.settling, [.. given.months.Select(month => (decimal)month)]), Lights(given.settling, [.. given.months.Zip(given.more, (month, more) => (decimal)month + more)]));
            Assert.All(better.Zip(worse), pair => Assert.True(pair.First <= pair.Second));
        });
    }

    /// <summary>By the shipped table: on at 10 points, off only after two months at less than 7.</summary>
    [Fact]
    public void A_light_goes_out_later_than_it_came_on()
    {
        var months = Months(new(0, 3, 1, 2), [9.9m, 10, 9, 6.9m, 7, 6.9m, 6.9m]);
        Assert.Equal("green yellow yellow yellow yellow yellow green", string.Join(' ', months.Select(month => month.Light)));
        Assert.Equal("落后序时 9 个百分点，仍是黄灯（落后不到 7 个百分点、连续 2 个月才降灯）", months[2].Reason);
        Assert.Equal("落后序时 10 个百分点（落后达到 10 个百分点亮黄灯）", months[1].Reason);
    }

    [Fact]
    public void A_light_may_wait_for_a_second_month()
    {
        var months = Months(new(1, 0, 2, 1), [12, 9, 12, 12]);
        Assert.Equal("green green green yellow", string.Join(' ', months.Select(month => month.Light)));
        Assert.Equal("落后序时 12 个百分点，还是绿灯（落后达到 11 个百分点、连续 2 个月才亮黄灯）", months[2].Reason);
    }

    /// <summary>A month of which nothing is known is grey; the light goes on from where it was, and the known months on either side run on.</summary>
    [Fact]
    public void A_grey_month_puts_nothing_out()
    {
        var given = Template;
        var unknown = given.One with { State = AssessmentState.incomplete, Words = "未报齐（缺 1 家）", PointsAhead = null };
        var months = PaceLights.Of(TableOf(new(0, 3, 1, 2)), given.Commitment, [Of(1, 12), new(2, new(2022, 2, 28), unknown), Of(3, 8), Of(4, 2), Of(5, 2)]);
        Assert.Equal("yellow grey yellow yellow green", string.Join(' ', months.Select(month => month.Light)));
        Assert.Equal("未报齐（缺 1 家）（此前为黄灯）", months[1].Reason);
    }

    [Fact]
    public void A_final_answer_waits_for_nothing()
    {
        var (given, slow) = (Template, new Settling(5, 5, 3, 3));
        var met = given.One with { State = AssessmentState.met, Words = "完成", PointsAhead = 40 };
        var missed = given.One with { State = AssessmentState.missed, Words = "未完成", PointsAhead = -1 };
        Assert.Equal("red red red green", string.Join(' ', PaceLights.Of(TableOf(slow with { EnterMonths = 1 }), given.Commitment, [Of(1, 40), Of(2, 40), Of(3, 1), new(4, new(2022, 4, 30), met)]).Select(month => month.Light)));
        var last = PaceLights.Of(TableOf(slow), given.Commitment, [Of(1, 0), new(2, new(2022, 2, 28), missed)])[1];
        Assert.Equal((LightColour.red, "未完成，落后序时 1 个百分点，已成定局"), (last.Light, last.Reason));
    }

    static void Checked<T>(Gen<T> drawn, Action<T> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(Start.Seed, Start.Gamma), Prop.ForAll(Arb.From(drawn), holds));

    static LightTable TableOf(Settling settling) => new("t", null, "表", "文", LightColour.red,
        [new(["annual_total"], LightMeasure.points_behind, [new(LightColour.yellow, 10, null), new(LightColour.orange, null, 20), new(LightColour.red, null, 30)], settling, "试")]);

    static (Commitment Commitment, Evaluation One) Template { get; } = (new Given("annual_total", value: 10000).Commitment, new Given("annual_total", value: 10000).Year(2022, 1000, 6).One(2022, 6));

    static MonthOf Of(int month, decimal behind) => new(month, Period.Month(2022, month).End, Template.One with { State = behind > 0 ? AssessmentState.behind : AssessmentState.on_pace, PointsAhead = -behind });

    static IReadOnlyList<MonthLight> Months(Settling settling, IReadOnlyList<decimal> behind) => PaceLights.Of(TableOf(settling), Template.Commitment, [.. behind.Select((one, index) => Of(index + 1, one))]);

    static List<LightColour> Lights(Settling settling, IReadOnlyList<decimal> behind) => [.. Months(settling, behind).Select(month => month.Light)];
}
