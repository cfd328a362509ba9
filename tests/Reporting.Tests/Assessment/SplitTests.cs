using FsCheck;
using FsCheck.Fluent;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment;

/// <summary>A split neither creates nor loses target; what cannot be split says why.</summary>
public class SplitTests
{
    static readonly (ulong Seed, ulong Gamma) Start = (20220301, 7);

    [Fact]
    public void A_split_never_creates_or_loses_target()
    {
        var drawn = from steps in Gen.Choose(0, 2_000_000_000)
                    from decimals in Gen.Choose(0, 4)
                    from weights in Gen.ListOf(Gen.Frequency((1, Gen.Constant(0)), (5, Gen.Choose(0, 40)), (5, Gen.Choose(0, 90_000_000))))
                    where weights.Sum(weight => (long)weight) > 0
                    select (Whole: decimal.Round(steps / (decimal)Math.Pow(10, decimals), decimals), Decimals: decimals, Weights: weights.Select(weight => weight / 4m).ToList());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(Start.Seed, Start.Gamma), Prop.ForAll(Arb.From(drawn), given =>
        {
            var parts = Split(given.Whole, given.Decimals, given.Weights);
            Assert.Equal(given.Whole, parts.Sum(part => part.Value));
            var (step, total) = (1 / (decimal)Math.Pow(10, given.Decimals), given.Weights.Sum());
            Assert.All(parts, part => Assert.True(Math.Abs(part.Value - given.Whole * part.Basis!.Value / total) < step && part.Value >= 0 && decimal.Round(part.Value, given.Decimals) == part.Value));
            Assert.All(parts.Where(part => part.Basis == 0), part => Assert.Equal(0, part.Value));
            Assert.Equal(parts, Splitting.ByWeight(given.Whole, Weights(given.Weights).Reverse().ToDictionary(), given.Decimals));
        }));
    }

    [Theory]
    [InlineData("100", 0, "1,1,1", "34,33,33"), InlineData("10", 1, "1,1,1", "3.4,3.3,3.3"), InlineData("7", 0, "0,5,5", "0,4,3"), InlineData("0", 0, "3,4", "0,0")]
    [InlineData("9000", 0, "2,3,4", "2000,3000,4000"), InlineData("0.5", 0, "1,1", "0.3,0.2"), InlineData("12345.6789", 2, "1,2", "4115.2263,8230.4526")]
    public void Remainders_go_to_the_largest_then_to_the_smaller_code(string whole, int decimals, string weights, string parts) =>
        Assert.Equal(Numbers(parts), Split(Numbers(whole)[0], decimals, Numbers(weights)).Select(part => part.Value));

    [Theory]
    [InlineData("0,0"), InlineData("5,-1")]
    public void Nothing_is_split_by_nothing_or_by_less(string weights) => Assert.Null(Splitting.ByWeight(100, Weights(Numbers(weights)), 0));

    [Fact]
    public void What_was_given_keeps_its_difference()
    {
        var split = Splitting.Of("c", 2022, SplitMethod.given, 100, [new("a", null, 60), new("b", null, 30)], "文", new(2022, 1, 1), "甲", "因");
        Assert.Equal((90m, 10m, 2), (split.PartsSum, split.Difference, split.Units));
    }

    [Theory]
    [InlineData("annual_total", "flow", "人", null), InlineData("plan_total", "flow", "人", null), InlineData("ceiling", "stock", "人", null), InlineData("of_which", "part", "人", null)]
    [InlineData("ratio", "rate", "%", "比率"), InlineData("kept_level", "stock", "家", "检查点"), InlineData("growth_on_base", "stock", "%", "增降幅"), InlineData("yearly_reduction", "stock", "%", "增降幅")]
    [InlineData("level_by_end", "stock", "%", "占比"), InlineData("range", "stock", "个", "比率"), InlineData("milestone", null, "项", "没有可以分解的数"), InlineData("direction", "stock", "人", "没有可以分解的数")]
    [InlineData("zero_events", "flow", "起", "没有可以分解的数"), InlineData("annual_total", null, "人", "没有可以分解的数")]
    public void What_does_not_add_up_is_not_split(string kind, string? indicator, string unit, string? why)
    {
        var commitment = new Commitment("c", indicator, kind, ">=", 1, unit, "each_year", "", "", "", [], false);
        var known = indicator is null ? null : new Indicator(indicator, 1, "", unit, 0, [new("e", "total", TimeRule.sum, 1)], indicator == "rate" ? [new("f", "total", TimeRule.sum, 1)] : [], new(1900, 1, 1), null, "");
        var answer = Splitting.WhyNot(commitment, known);
        Assert.Equal(why is null, answer is null);
        if (why is not null) Assert.Contains(why, answer!.Value.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_years_figures_go_with_those_who_went_on()
    {
        var catalog = Catalog(Unit("1", successors: [], to: null), Unit("2", [new("1", null)], new(2021, 6, 30)), Unit("3", [], null), Unit("4", [], null) with { Counts = false }, Unit("5", [], null));
        var units = SplitWeights.UnitsOf(catalog, "9", 2022);
        Assert.Equal(["1", "3", "5"], units.Select(unit => unit.Code));
        var weights = SplitWeights.OfFigures(catalog, units, [Figure("1", 10), Figure("2", 5), Figure("3", 7), Figure("4", 99), Figure("9", 121), Figure("5", null)]);
        Assert.Equal([("1", 15m), ("3", 7m)], weights.Weights.Select(weight => (weight.Key, weight.Value)).Order());
        Assert.Equal(["5"], weights.Silent);
        Assert.Equal(["1", "2", "3", "5"], SplitWeights.UnitsOf(catalog, "9", 2020).Select(unit => unit.Code));
    }

    [Fact]
    public void A_former_unit_without_shares_is_not_divided_by_guess()
    {
        var catalog = Catalog(Unit("1", [], null), Unit("2", [], null), Unit("3", [new("1", null), new("2", null)], new(2021, 6, 30)), Unit("4", [new("1", 0.25m), new("2", 0.75m)], new(2021, 6, 30)));
        var weights = SplitWeights.OfFigures(catalog, SplitWeights.UnitsOf(catalog, "9", 2022), [Figure("3", 8), Figure("4", 8)]);
        Assert.Equal(["3"], weights.Undivided);
        Assert.Equal([("1", 2m), ("2", 6m)], weights.Weights.Select(weight => (weight.Key, weight.Value)).Order());
    }

    static IReadOnlyList<SplitPart> Split(decimal whole, int decimals, IReadOnlyList<decimal> weights) => Splitting.ByWeight(whole, Weights(weights), decimals)!;
    static Dictionary<string, decimal> Weights(IReadOnlyList<decimal> weights) => weights.Index().ToDictionary(weight => $"{weight.Index:000}", weight => weight.Item);
    static List<decimal> Numbers(string texts) => [.. texts.Split(',').Select(text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
    static Catalog Catalog(params OrgUnit[] units) => new([new("9", "区", units)], [], [], [], [], [], WorkingDays.WeekOnly);
    static OrgUnit Unit(string code, IReadOnlyList<Successor> successors, DateOnly? to) => new("9", code, code, OrgUnitKind.township, "township", true, code, new(2016, 1, 1), to, [], [], successors);
    static IndicatorYear Figure(string unit, decimal? value) => new("9", unit, "i", 1, 2021, 12, value, null, false, Bound.exact, value is null ? FigureState.not_reported : FigureState.reported, null, 1, 1, 0, false, 1);
}
