using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;

namespace Reporting.Tests.Assessment;

/// <summary>A better figure never gives a worse answer, and the order in which things lie never matters.</summary>
public class MonotoneTests
{
    static readonly (ulong Seed, ulong Gamma) Start = (20220302, 9);
    static readonly AssessmentState[] Better = [AssessmentState.missed, AssessmentState.behind, AssessmentState.not_due, AssessmentState.on_pace, AssessmentState.met];

    // The kinds with a direction: which way a better figure lies, and whether more of it earns more.
    public static TheoryData<string, int> Directed => new()
    {
        { "annual_total", 1 }, { "plan_total", 1 }, { "level_by_end", 1 }, { "ratio", 1 }, { "full_coverage", 1 }, { "growth_on_base", 1 }, { "benchmark", 1 }, { "kept_level", 1 },
        { "ceiling", -1 }, { "yearly_reduction", -1 }, { "zero_events", -1 },
    };

    [Theory, MemberData(nameof(Directed))]
    public void A_better_figure_never_stands_worse(string kind, int direction)
    {
        var drawn = from one in Gen.Choose(0, 1200) from other in Gen.Choose(0, 1200) from through in Gen.Choose(1, 12) select (Least: Math.Min(one, other), Most: Math.Max(one, other), Through: through);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(Start.Seed, Start.Gamma), Prop.ForAll(Arb.From(drawn), given =>
        {
            var (worse, better) = (Of(kind, direction > 0 ? given.Least : given.Most, given.Through), Of(kind, direction > 0 ? given.Most : given.Least, given.Through));
            Assert.True(Array.IndexOf(Better, worse.State) >= 0 && Array.IndexOf(Better, better.State) >= 0, $"{worse.Words}, {better.Words}");
            Assert.True(Array.IndexOf(Better, worse.State) <= Array.IndexOf(Better, better.State), $"{given}: {worse.Words} → {better.Words}");
            Assert.True(worse.Attainment <= better.Attainment, $"{given}: {worse.Attainment} → {better.Attainment}");
        }));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var given = new Given("annual_total", value: 9000).Decided(2022, 8000).Curve(2022, [.. Enumerable.Range(1, 12).Select(month => month / 12m)]);
        for (var year = 2021; year <= 2023; year++)
            for (var month = 1; month <= 12; month++) given.Year(year, year * month, month);
        given.Stated("flow", Period.Plan(2021, 2025), 3600).Stated("flow", Period.Year(2020), 7);
        var straight = JsonSerializer.Serialize(given.All(2022, 7));
        Assert.Equal(straight, JsonSerializer.Serialize(given.Turned().All(2022, 7)));
        Assert.Equal(JsonSerializer.Serialize(given.All(null, 7, 2023)), JsonSerializer.Serialize(given.Turned().All(null, 7, 2023)));
    }

    static Evaluation Of(string kind, int value, int through)
    {
        var isRatio = kind is "ratio" or "full_coverage";
        var given = new Given(kind, kind is "ceiling" or "yearly_reduction" ? "<=" : kind == "zero_events" ? "=" : ">=", kind switch { "ratio" => 92, "full_coverage" => 100, "growth_on_base" => 50, "yearly_reduction" => 10, _ => 600 },
            kind is "plan_total" ? "plan_total" : kind is "level_by_end" or "growth_on_base" ? "by_end" : "each_year").With(c => c with { BaseYear = kind is "growth_on_base" or "yearly_reduction" ? 2020 : null, Benchmark = kind == "benchmark" ? "city" : null });
        if (kind is "growth_on_base" or "yearly_reduction") given.Year(2020, 500);
        if (kind == "benchmark") given.Year(2021, 550, indicator: "city");
        // A part of them all: never more than the whole.
        if (kind == "kept_level") for (var month = 1; month < through; month++) given.Year(2021, 700, month);
        return given.Year(2021, isRatio ? Math.Min(value, 1000) : value, through, denominator: isRatio ? 1000 : null).One(2021, through);
    }
}
