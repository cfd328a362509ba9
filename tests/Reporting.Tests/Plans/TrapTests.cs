using System.Reflection;
using Reporting.Tests.Assessment;
using Reporting.Tests.Assessment.Lights;
using Reporting.Tests.Jobs;
using Reporting.Tests.Reference;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Plans;

/// <summary>The seventeen traps of the two texts and the states in which figures come. Each has a test that fails where it is fallen into; those that stand elsewhere are named here.</summary>
public class TrapTests
{
    static readonly Catalog Catalog = DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null));

    static readonly (int Trap, Type Where, string Test)[] Covered =
    [
        (1, typeof(TrapTests), nameof(What_the_districts_count_in_different_units_has_no_figure_in_common)),
        (2, typeof(TrapTests), nameof(The_series_of_the_unemployed_breaks_with_the_plan)),
        (2, typeof(KindTests), nameof(KindTests.A_change_of_definition_is_not_compared_across)),
        (3, typeof(InterpretationTests), nameof(InterpretationTests.What_the_text_does_not_say_is_written_down)),
        (4, typeof(TrapTests), nameof(A_row_with_several_targets_is_as_many_commitments_each_in_its_unit)),
        (5, typeof(TrapTests), nameof(The_same_figures_keep_a_total_and_break_a_promise_for_each_year)),
        (6, typeof(TrapTests), nameof(Firms_newly_found_in_harmony_are_not_firms_that_are)),
        (6, typeof(KindTests), nameof(KindTests.A_kept_level_holds_at_every_check_point)),
        (7, typeof(KindTests), nameof(KindTests.A_base_that_is_not_held_is_never_invented)),
        (7, typeof(StatedResultTests), nameof(StatedResultTests.Chain_and_linear_leave_different_parts_of_the_base)),
        (8, typeof(KindTests), nameof(KindTests.A_number_from_above_is_waited_for_until_it_comes)),
        (8, typeof(LightCaseTests), nameof(LightCaseTests.What_cannot_be_judged_is_grey_and_says_why)),
        (8, typeof(StatedResultTests), nameof(StatedResultTests.The_citys_notices_issue_targets_to_each_district)),
        (9, typeof(KindTests), nameof(KindTests.About_fifty_percent_needs_a_tolerance_to_be_missed)),
        (9, typeof(KindTests), nameof(KindTests.What_is_only_striven_for_is_never_missed)),
        (9, typeof(KindTests), nameof(KindTests.A_bound_that_cannot_decide_is_neither_met_nor_missed)),
        (9, typeof(LightCaseTests), nameof(LightCaseTests.What_is_striven_for_is_lit_by_its_distance)),
        (9, typeof(OwnPeriodTests), nameof(OwnPeriodTests.Each_column_of_a_history_is_of_its_own_period)),
        (10, typeof(InterpretationTests), nameof(InterpretationTests.The_two_clauses_on_the_pension_that_exclude_each_other_both_stand_and_name_each_other)),
        (11, typeof(InterpretationTests), nameof(InterpretationTests.The_moved_target_has_two_versions_of_which_neither_says_from_when)),
        (11, typeof(KindTests), nameof(KindTests.Versions_of_which_the_text_tells_no_year_are_judged_each_by_itself)),
        (12, typeof(KindTests), nameof(KindTests.A_benchmark_with_a_number_needs_both)),
        (13, typeof(StatedResultTests), nameof(StatedResultTests.Chongming_135)),
        (14, typeof(KindTests), nameof(KindTests.Growth_is_rounded_half_up_on_decimals)),
        (15, typeof(NumberScannerTests), nameof(NumberScannerTests.Numbers_are_found_across_breaks_and_in_Chinese_where_they_count)),
        (16, typeof(TrapTests), nameof(What_only_the_prose_promises_is_promised)),
        (16, typeof(PlanNumbersTests), nameof(PlanNumbersTests.A_number_is_held_by_a_commitment_or_has_a_reason)),
        (17, typeof(TrapTests), nameof(A_policy_that_lapses_within_the_plan_is_named_where_a_promise_rests_on_it)),
        (17, typeof(GrainTests), nameof(GrainTests.The_grain_holds)), // 12-a-form-of-the-plan, 13-late-target-and-late-plan
    ];

    // What a calculator of these kinds meets beside the traps of the text; of a folder of cases the one is named.
    static readonly (string State, Type Where, string Test, string? Case)[] Awkward =
    [
        ("last year's surplus", typeof(KindTests), nameof(KindTests.A_surplus_does_not_carry_over), null),
        ("a year's share of a plan's total is only to go by", typeof(KindTests), nameof(KindTests.A_plan_total_adds_its_years_and_goes_by_the_elapsed_share), null),
        ("five years' sum shows no single year", typeof(KindTests), nameof(KindTests.A_yearly_promise_with_only_the_plans_figure_is_orientation), null),
        ("a check point without a figure", typeof(KindTests), nameof(KindTests.A_kept_level_holds_at_every_check_point), null),
        ("rates of months and of units are not averaged", typeof(GrainTests), nameof(GrainTests.The_grain_holds), "03-rates-are-not-rolled-up"),
        ("cases left over from the year before", typeof(GrainTests), nameof(GrainTests.The_grain_holds), "01-ratio-with-carry-over"),
        ("no cases: nothing to divide by", typeof(KindTests), nameof(KindTests.What_a_figure_stands_on_is_said), null),
        ("a ceiling on a level is not divided by twelve", typeof(KindTests), nameof(KindTests.A_ceiling_on_a_level_is_not_divided_and_earns_no_more_than_all), null),
        ("a number that comes late, a plan that comes late", typeof(GrainTests), nameof(GrainTests.The_grain_holds), "13-late-target-and-late-plan"),
        ("a year before of nothing", typeof(KindTests), nameof(KindTests.Of_nothing_no_part_can_be_taken_and_none_may_be_added), null),
        ("a year before that is corrected later", typeof(StandingsTests), nameof(StandingsTests.As_of_every_load_the_answer_is_what_was_said_then), null),
        ("the city's figure is late", typeof(KindTests), nameof(KindTests.A_benchmark_with_a_number_needs_both), null),
        ("not reported is not none", typeof(KindTests), nameof(KindTests.One_event_is_red_at_once_and_silence_is_not_zero), null),
        ("missing parts that could turn the answer", typeof(KindTests), nameof(KindTests.What_is_missing_matters_only_where_it_could_turn_the_answer), null),
        ("more than a range asks for", typeof(KindTests), nameof(KindTests.A_range_of_which_more_is_as_good_has_no_upper_end), null),
        ("a part above its whole", typeof(KindTests), nameof(KindTests.A_part_is_never_more_than_its_whole), null),
        ("deadlines of single cases", typeof(KindTests), nameof(KindTests.Cases_with_a_deadline_wait_for_the_ledger), null),
        ("done without anything that shows it, done late", typeof(KindTests), nameof(KindTests.A_task_is_done_by_what_shows_it_and_late_is_said), null),
        ("words without a number", typeof(KindTests), nameof(KindTests.A_direction_is_never_scored), null),
        ("people who are not to be added", typeof(GrainTests), nameof(GrainTests.The_grain_holds), "05-district-is-not-the-sum"),
        ("two who report one figure", typeof(GrainTests), nameof(GrainTests.The_grain_holds), "04-authority-and-check"),
        ("townships that merge in mid-year", typeof(GrainTests), nameof(GrainTests.The_grain_holds), "08-merger-in-mid-year"),
        ("townships that split without shares", typeof(GrainTests), nameof(GrainTests.The_grain_holds), "08-split-without-shares"),
        ("a direction across a merger", typeof(KindTests), nameof(KindTests.A_direction_is_not_read_off_a_merger), null),
        ("a figure that is not told at a level", typeof(KindTests), nameof(KindTests.A_unit_has_a_target_only_where_one_was_given), null),
        ("parks that overlap townships", typeof(ShippedDefinitionTests), nameof(ShippedDefinitionTests.What_counts_in_a_district_are_its_townships_and_the_parks_that_overlap_none), null),
        ("a district that was a county", typeof(ShippedDefinitionTests), nameof(ShippedDefinitionTests.Chongming_was_a_county_until_2016), null),
    ];

    [Fact]
    public void Every_awkward_state_has_its_test() => Assert.All(Awkward, row =>
    {
        Assert.Contains(row.Where.GetMethod(row.Test)!.GetCustomAttributes(), attribute => attribute is FactAttribute);
        if (row.Case is { } name) Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "Warehouse", "cases", name + ".txt")), name);
    });

    [Fact]
    public void Every_trap_has_its_test()
    {
        Assert.Equal(Enumerable.Range(1, 17), Covered.Select(row => row.Trap).Distinct());
        Assert.All(Covered, row => Assert.Contains(row.Where.GetMethod(row.Test)!.GetCustomAttributes(), attribute => attribute is FactAttribute));
    }

    /// <summary>人 and 人次, 岗位 and 就业: another element each, so that no query can set them side by side; shares of a target may be.</summary>
    [Fact]
    public void What_the_districts_count_in_different_units_has_no_figure_in_common()
    {
        Assert.Equal(("人", "人次"), (One("songjiang-145-training-people").Unit, One("chongming-145-training-sessions").Unit));
        Assert.Equal(("个", "人"), (One("songjiang-145-new-jobs").Unit, One("chongming-145-new-employment").Unit));
        foreach (var (one, other) in new[] { ("songjiang-145-training-people", "chongming-145-training-sessions"), ("songjiang-145-new-jobs", "chongming-145-new-employment"), ("songjiang-145-venture-support", "chongming-135-ventures-helped") })
        {
            Assert.Empty(Elements(One(one)).Intersect(Elements(One(other))));
            foreach (var element in Elements(One(one)).Concat(Elements(One(other))))
                Assert.Single(Catalog.Elements.Where(known => known.Id == element).Select(known => known.Unit).Distinct());
        }
        // The districts' own forms do not ask for each other's measure.
        Assert.Equal(["310151"], DistrictsThatAsk("training_sessions").Concat(DistrictsThatAsk("new_employment")).Distinct());
        Assert.Equal(["310117"], DistrictsThatAsk("training_people").Concat(DistrictsThatAsk("new_jobs")).Distinct());
    }

    [Fact]
    public void The_series_of_the_unemployed_breaks_with_the_plan()
    {
        var (before, after) = (Catalog.Element("registered_unemployed", new(2020, 12, 1))!, Catalog.Element("registered_unemployed", new(2021, 1, 1))!);
        Assert.Equal((1, 2), (before.Version, after.Version));
        Assert.Contains("城镇", before.Name, StringComparison.Ordinal);
        Assert.Contains("城乡", after.Name, StringComparison.Ordinal);
        Assert.Equal(("registered_unemployed", "registered_unemployed"), (One("songjiang-135-registered-unemployed").Indicator, One("songjiang-145-registered-unemployed").Indicator));
    }

    [Fact]
    public void A_row_with_several_targets_is_as_many_commitments_each_in_its_unit()
    {
        var rows = new[] { ("training-people", 30000m, "人"), ("apprentices", 600, "人"), ("top-skilled", 50, "名"), ("high-skilled-share", 35, "%"), ("venture-support", 2500, "人"), ("venture-support-graduates", 1500, "人") };
        Assert.Equal(rows, rows.Select(row => (row.Item1, One($"songjiang-145-{row.Item1}").Value!.Value, One($"songjiang-145-{row.Item1}").Unit)));
        Assert.Equal("songjiang-145-venture-support", One("songjiang-145-venture-support-graduates").Whole);
    }

    [Fact]
    public void The_same_figures_keep_a_total_and_break_a_promise_for_each_year()
    {
        Assert.Equal(("annual_total", "plan_total"), (One("chongming-145-venture-support").Kind, One("songjiang-145-venture-support").Kind));
        Assert.Equal("missed", Judged("annual_total", 200));
        Assert.Equal("met", Judged("plan_total", 1000));

        static string Judged(string kind, decimal value)
        {
            var given = new Given(kind, value: value, scope: kind == "annual_total" ? "each_year" : "plan_total");
            foreach (var (year, figure) in new[] { (2021, 150), (2022, 250), (2023, 200), (2024, 200), (2025, 200) }) given.Year(year, figure);
            return given.One(null).State.ToString();
        }
    }

    [Fact]
    public void Firms_newly_found_in_harmony_are_not_firms_that_are()
    {
        var (created, kept) = (One("songjiang-135-harmonious-created"), One("songjiang-145-harmonious-firms"));
        Assert.Equal((550m, 550m), (created.Stated!.Value, kept.Value));
        Assert.Empty(Elements(created).Intersect(Elements(kept)));
        Assert.Equal((ElementKind.flow, ElementKind.stock), (Kind(created), Kind(kept)));

        static ElementKind Kind(Commitment commitment) => Catalog.Element(Elements(commitment).Single(), new(2021, 1, 1))!.Kind;
    }

    [Theory]
    [InlineData("chongming-145-premediation-rate", 80), InlineData("chongming-145-base-resolution-rate", 60), InlineData("songjiang-145-startup-communities", 10)]
    [InlineData("songjiang-145-talents-recruited", 1500), InlineData("songjiang-145-online-rate", 100), InlineData("songjiang-145-farm-household-coverage", 100)]
    [InlineData("chongming-145-mass-incidents", 0), InlineData("chongming-145-wage-incidents", 0), InlineData("chongming-145-zero-job-households", 1), InlineData("chongming-145-hard-to-employ", 3)]
    public void What_only_the_prose_promises_is_promised(string id, int value)
    {
        Assert.Equal(value, One(id).Value);
        Assert.DoesNotContain("表", One(id).Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_lapses_within_the_plan_is_named_where_a_promise_rests_on_it()
    {
        foreach (var id in new[] { "chongming-145-training-sessions", "songjiang-145-startup-city" })
            Assert.Contains(One(id).Notes!, note => note.Contains("在规划期内到期", StringComparison.Ordinal));
        // A year belongs to one plan of a district: no figure is judged by two.
        Assert.All(Catalog.Plans.GroupBy(plan => plan.District), plans =>
            Assert.Equal(Enumerable.Range(2016, 10), plans.SelectMany(plan => Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1)).Order()));
    }

    static Commitment One(string id) => Catalog.Plans.SelectMany(plan => plan.Commitments).Single(commitment => commitment.Id == id);

    static IEnumerable<string> Elements(Commitment commitment) => Catalog.Indicators.Where(indicator => indicator.Id == commitment.Indicator)
        .SelectMany(indicator => indicator.Numerator.Concat(indicator.Denominator)).Select(term => term.Element).Distinct();

    static IEnumerable<string> DistrictsThatAsk(string element) =>
        Catalog.Forms.Where(form => form.Lines.Any(line => line.Element == element)).Select(form => form.District).Distinct();
}
