using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;

namespace Reporting.Tests.Rules;

public class RulesNeverThrowTests
{
    static readonly decimal?[] Values = [null, 0, 1, -1, 0.0001m, 12.5m, 99_999_999_999_999.9999m, 100_000_000_000_000m, -99_999_999_999_999m, decimal.MaxValue, decimal.MinValue];
    static readonly string[] Texts = ["", "0", "—", "{found}", "{line} 括号", "１２３", new('9', 5000), "\ud83d"];

    [Fact]
    public void Any_mixture_of_cells_and_held_figures_is_judged()
    {
        var random = new Random(310151);
        var judged = 0;
        for (var round = 0; round < 1000; round++)
        {
            var clear = SheetInHand.Given(round % 3 == 0 ? "period=2022-01" : round % 3 == 1 ? "unit=center" : "minimum=无");
            var table = clear.Matched() with { Cells = [.. clear.Matched().Cells.Where(_ => random.Next(12) > 0).Select(cell => Strange(cell, random))] };
            var held = new Held([.. clear.Held().Observations.Select(one => one with { Value = Any(Values, random), State = Any(Enum.GetValues<ValueState>(), random), Bound = Any(Enum.GetValues<Bound>(), random) })]);
            var found = TableRules.Check(table, held, new(new(2022, 4, 8)));
            Assert.All(found, finding => Assert.NotEmpty(finding.Message));
            judged += found.Count;
        }
        Assert.True(judged > 1000);
    }

    [Fact]
    public void A_table_without_form_unit_and_period_is_judged()
    {
        var table = SheetInHand.Given("").Matched() with { Form = null, Unit = null, Period = null };
        Assert.Equal(["rules_waiting"], TableRules.Check(table, Held.Nothing, new(new(2022, 4, 8))).Select(finding => finding.Code));
    }

    [Fact]
    public void Braces_of_the_sender_stay_braces()
    {
        var found = SheetInHand.Given("1.month={expected}").Check();
        Assert.Contains(found, finding => finding.Message.Contains("“{expected}”", StringComparison.Ordinal));
    }

    static MatchedCell Strange(MatchedCell cell, Random random)
    {
        var source = new CellValue(Any(Texts, random), Any(Values, random), Any(Enum.GetValues<ValueState>(), random), Bound.exact, null, random.Next(9) == 0);
        return cell with { Source = source, Value = Any(Values, random), State = Any(Enum.GetValues<ValueState>(), random), Bound = Any(Enum.GetValues<Bound>(), random) };
    }

    static T Any<T>(IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];
}
