using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Tests.Demo;

/// <summary>What was known then is answered now: across a correction of last year, a merger, and a number that the city issued late.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoAsOfTests(DemoRun run)
{
    /// <summary>December's first sheet counted too many; the correction came in the new year's second month.</summary>
    [Fact]
    public void Before_a_correction_across_the_year_end_the_year_s_first_figure_stands()
    {
        var corrections = run.Plan.Events.Where(each => each is { Kind: DemoEventKind.correction, At.Year: 2022 } && each.Period == Period.Month(2021, 12)
            && run.Plan.Events.First(first => first.OrgUnit == each.OrgUnit && first.Period == each.Period && first.Forms.SequenceEqual(each.Forms)) is { PlantedCode: null }
            && each.At.Month == 2).ToList();
        Assert.NotEmpty(corrections);
        Assert.All(corrections, correction =>
        {
            var (then, now) = (December(correction.OrgUnit, run.LoadBy(correction.At)), December(correction.OrgUnit, long.MaxValue - 1));
            var changed = now.Keys.Where(key => then.GetValueOrDefault(key) != now[key]).ToList();
            Assert.Equal(2, changed.Count); // the month and its sum to date
            Assert.All(changed, key => Assert.True(then[key] > now[key]));
        });
    }

    /// <summary>Until June two townships, from July on one; as the units stand today the year's flow is one unit's from January on.</summary>
    [Fact]
    public void A_merger_shows_two_units_then_and_one_today()
    {
        var merger = DemoDefinitions.Merger;
        var (then, today) = (Jobs(UnitView.then), Jobs(UnitView.today));
        Assert.True(then[merger.Unit] > 0 && then[merger.Into] > 0);
        Assert.Equal(then[merger.Unit] + then[merger.Into], today[merger.Into]);
        Assert.Null(today.GetValueOrDefault(merger.Unit));
        Assert.Equal(then[merger.District], today[merger.District]);
        Assert.DoesNotContain(run.Held(merger.District), row => row.Reporter == merger.Unit && row.PeriodStart > merger.LastDay);

        Dictionary<string, decimal?> Jobs(UnitView view) => run.Office.Warehouse.Marts.IndicatorYears(merger.District, 2022, long.MaxValue - 1, view)
            .Where(row => row.Indicator == "new_employment" && row.Through == 12).ToDictionary(row => row.OrgUnit, row => row.Value());
    }

    /// <summary>The city's number of a year comes in March: before it nothing is held, after it the number is.</summary>
    [Theory]
    [InlineData(DemoRun.Chongming, 2022), InlineData(DemoRun.Songjiang, 2023)]
    public void A_number_that_the_city_issues_is_unknown_until_March(string district, int year)
    {
        decimal? Limit(DateTime moment) => run.Held(district, run.LoadBy(moment))
            .SingleOrDefault(row => row.Element == "registered_unemployed_limit" && row.PeriodStart.Year == year)?.Value;
        Assert.Null(Limit(new(year, 3, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(DemoNotices.Value(district, "registered_unemployed_limit", year), Limit(new(year, 4, 1, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void In_a_few_months_a_department_counts_others_than_the_townships_do()
    {
        var differences = run.Office.Warehouse.Marts.SourceDifferences(DemoRun.Chongming, 2022, long.MaxValue - 1)
            .Concat(run.Office.Warehouse.Marts.SourceDifferences(DemoRun.Songjiang, 2022, long.MaxValue - 1)).Where(row => row.Difference is not 0).ToList();
        Assert.NotEmpty(differences);
    }

    Dictionary<string, decimal?> December(string unit, long load) => run.Held(unit[..6], load)
        .Where(row => row.Reporter == unit && row.PeriodKind == PeriodKind.month && row.PeriodStart == new DateOnly(2021, 12, 1))
        .ToDictionary(row => $"{row.Element} {row.Breakdown} {row.Basis}", row => row.Value);
}
