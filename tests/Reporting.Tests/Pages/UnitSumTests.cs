using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Pages;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Pages;

/// <summary>What units add up to beside their district's own figure: where it means something, with who states the other one.</summary>
public sealed class UnitSumTests(FiguresOffice office) : IClassFixture<FiguresOffice>
{
    const string Chongming = FiguresOffice.Chongming, Bao = "310151102", Xin = "310151103", Center = "310151-PXZX";
    Catalog Catalog => office.Served.Office.Warehouse.Definitions.Current;

    [Fact]
    public void The_sum_of_the_units_stands_below_them_and_nothing_more_where_the_district_is_that_sum()
    {
        using var assessor = office.As(Role.assessor);
        var path = $"/query?district={Chongming}&of=indicator:{FiguresOffice.Indicator}&from=2022&to=2022&org=all";
        var seen = assessor.Open(path).Text;
        var whole = office.Served.Office.Warehouse.Marts.IndicatorYears(Chongming, 2022, office.Served.Office.Warehouse.Marts.LastLoad()!.LoadId).Single(row => row.OrgUnit == Chongming && row.Indicator == FiguresOffice.Indicator && row.Through == 1).Numerator!.Value;
        Assert.Contains($"各单位合计 {whole:#,##0} 人", Plain(seen), StringComparison.Ordinal);
        Assert.DoesNotContain("全区数减合计", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("各单位合计", assessor.Open($"{path}&rows=years").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("各单位合计", assessor.Open(path.Replace("org=all", $"org={office.Town}", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Contains("各单位合计", System.Text.Encoding.UTF8.GetString(assessor.Download($"{path}&handler=Table")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_district_whose_figure_another_states_is_told_apart_with_who()
    {
        var sum = Of(Element("training_sessions", TimeRule.sum, (Chongming, 100), (Bao, 60), (Xin, 30), ("310151104", null)))!;
        Assert.Equal(new(90, 10, 1), Assert.Single(sum.Columns));
        Assert.True(sum.StandsApart);
        Assert.Equal(Assert.Single(Catalog.OrgUnits.Where(unit => unit is { District: Chongming, Role: "training_center" }).Select(unit => unit.Name).Distinct()), sum.Who);
    }

    [Fact]
    public void What_the_district_does_not_have_is_not_missing_from_it()
    {
        var sum = Of(Element("new_jobs", TimeRule.sum, (Bao, 60), (Xin, 30)))!;
        Assert.Equal((new(90, null, 0), false, null), (Assert.Single(sum.Columns), sum.StandsApart, sum.Who));
    }

    [Fact]
    public void Years_stand_each_for_itself()
    {
        var sum = Of([.. Element("new_jobs", TimeRule.sum, (Chongming, 91), (Bao, 60), (Xin, 30)), .. Element("new_jobs", TimeRule.sum, (Chongming, 40), (Bao, 40)).Select(row => row with { Year = 2021 })])!;
        Assert.Equal([new(40, 0, 0), new(90, 1, 0)], sum.Columns);
    }

    /// <summary>The lowest month of all is not the sum of lowest months; a rate is no sum; a whole beside its parts would count twice; departments are no part.</summary>
    [Fact]
    public void What_does_not_add_up_has_no_sum()
    {
        Assert.Null(Of(Element("new_jobs", TimeRule.min, (Chongming, 5), (Bao, 3))));
        Assert.Null(Of([.. Element("new_jobs", TimeRule.sum, (Chongming, 5), (Bao, 3)), .. Element("new_jobs", TimeRule.sum, (Bao, 1)).Select(row => row with { Breakdown = "female" })]));
        Assert.Null(Of([.. Catalog.Indicators.Where(indicator => indicator.IsRatio).Take(1).SelectMany(ratio => Element("new_jobs", TimeRule.sum, (Chongming, 5), (Bao, 3)).Select(row => row with { Indicator = ratio.Id, Element = null, Rule = null }))]));
        Assert.Null(Of(Element("training_sessions", TimeRule.sum, (Chongming, 5), (Center, 5))));
        Assert.Null(Of([]));
    }

    UnitSum? Of(IReadOnlyList<FigureRow> figures) => UnitSum.Of(Catalog, Catalog.District(Chongming)!, figures);

    static List<FigureRow> Element(string element, TimeRule rule, params (string Org, decimal? Value)[] figures) =>
        [.. figures.Select(figure => new FigureRow(Chongming, figure.Org, null, element, Breakdown.Total, 2022, 12, figure.Value, "人", null, null, figure.Value is null ? FigureState.not_reported : FigureState.reported, Bound.exact, 0, 0, 0, false, 1) { Rule = rule })];

    static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " ");
}
