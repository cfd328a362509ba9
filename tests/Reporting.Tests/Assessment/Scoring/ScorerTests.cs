using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Scoring;

/// <summary>What is missing, who leads, who is vetoed, equal scores and full quotas.</summary>
public class ScorerTests
{
    static Scored Two(MissingPolicy policy, Evaluation second) => new Scored(Scored.Rule(ScoringMethod.linear, 60, "first"), Scored.Rule(ScoringMethod.linear, 40, "second") with { Id = "second" })
        .With(scheme => scheme with { Missing = policy }).Unit("a").Stands("a", Scored.Evaluation("first", attainment: 0.9m), second);

    [Theory]
    [InlineData(MissingPolicy.zero, AssessmentState.undetermined, "54", 40), InlineData(MissingPolicy.reweight, AssessmentState.undetermined, "90", 0), InlineData(MissingPolicy.hold, AssessmentState.undetermined, null, 0)]
    [InlineData(MissingPolicy.zero, AssessmentState.awaiting_issue, "54", 40), InlineData(MissingPolicy.zero, AssessmentState.incomplete, "54", 40)]
    // What does not speak of the unit is nobody's omission, whatever the policy.
    [InlineData(MissingPolicy.zero, AssessmentState.no_target_here, "90", 0), InlineData(MissingPolicy.hold, AssessmentState.not_due, "90", 0), InlineData(MissingPolicy.zero, AssessmentState.not_defined_here, "90", 0)]
    public void What_cannot_be_judged_is_dealt_with_as_the_scheme_says(MissingPolicy policy, AssessmentState state, string? score, int counted)
    {
        var unit = Two(policy, Scored.Evaluation("second", state: state)).One();
        Assert.Equal(score is null ? null : decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture), unit.Score);
        Assert.Equal(counted, unit.Rules[1].Counted);
        Assert.Equal((score is null, score is null), (unit.Rank is null, unit.Grade is null));
    }

    [Fact]
    public void Directions_facts_and_case_deadlines_never_score()
    {
        foreach (var kind in new[] { "direction", "fact", "case_deadline" })
            Assert.Equal(90, Two(MissingPolicy.zero, Scored.Evaluation("second", kind, AssessmentState.met, attainment: 1)).One().Score);
    }

    [Theory]
    [InlineData("annual_total", "30"), InlineData("ceiling", "0"), InlineData("zero_events", "0")]
    public void What_has_not_come_in_earns_nothing_and_silence_earns_nothing_either(string kind, string points) =>
        Assert.Equal(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture),
            new Scored(Scored.Rule(ScoringMethod.linear)).Unit("a", Scored.Evaluation(kind: kind, state: AssessmentState.incomplete, attainment: 0.3m, pace: 1)).One().Score);

    [Fact]
    public void A_rule_may_say_otherwise_than_its_scheme()
    {
        var scored = new Scored(Scored.Rule(ScoringMethod.linear, 60, "first"), Scored.Rule(ScoringMethod.linear, 40, "second") with { Id = "second", Missing = MissingPolicy.reweight })
            .Unit("a").Stands("a", Scored.Evaluation("first", attainment: 0.9m), Scored.Evaluation("second", state: AssessmentState.awaiting_issue));
        Assert.Equal((90m, "54 = 54；计入权重 60，折算 54 × 100 ÷ 60 = 90；总分 90"), (scored.One().Score, scored.One().Words));
    }

    [Fact]
    public void A_number_of_the_scheme_stands_in_where_a_unit_was_given_none()
    {
        var rule = Scored.Rule(ScoringMethod.linear) with { Target = 80 };
        Assert.Equal(95, new Scored(rule).Unit("a", Scored.Evaluation(state: AssessmentState.no_target_here, value: 76)).One().Score);
        Assert.Equal(60, new Scored(rule).Unit("a", Scored.Evaluation(state: AssessmentState.missed, value: 76, attainment: 0.6m)).One().Score);
    }

    [Fact]
    public void A_rate_that_only_prints_as_its_target_has_not_reached_it()
    {
        var rule = Scored.Rule(ScoringMethod.all_or_nothing) with { Target = 60 };
        var one = Scored.Evaluation(state: AssessmentState.no_target_here, value: 60) with { Numerator = 14_999, Denominator = 25_000 };
        Assert.Equal(0, new Scored(rule).Unit("a", one).One().Score);
        Assert.Equal(100, new Scored(rule).Unit("a", one with { Numerator = 15_000 }).One().Score);
        Assert.StartsWith("14999 ÷ 25000（60%）÷ 办法所定 60% = 99.9933%", new Scored(rule).Unit("a", one).One().Rules[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_does_not_report_gains_nothing_by_it()
    {
        var rule = Scored.Rule(ScoringMethod.linear, 50) with { Target = 80 };
        Scored Given() => new Scored(rule, Scored.Rule(ScoringMethod.linear, 50, "other") with { Id = "other" }).Commitment("c", []).Unit("a").Stands("a", Scored.Evaluation("other", attainment: 1));
        Assert.Equal((50m, "应报未报：按 0 分计"), (Given().Owes("a", "i").One().Score, Given().Owes("a", "i").One().Rules[0].Words));
        Assert.Equal(100, Given().Owes("b", "i").One().Score); // another unit's silence; this one has no such figure
    }

    [Fact]
    public void A_department_answers_for_what_it_leads_and_in_part_for_what_it_supports()
    {
        var rule = new SchemeRule("duties", "承诺", ScoringMethod.linear, 100, "做法") { Duties = true };
        var scored = new Scored(rule).With(scheme => scheme with { Responsibility = new(1, 0.5m), Missing = MissingPolicy.reweight })
            .Commitment("led", ["D"]).Commitment("shared", ["E"], ["D"]).Commitment("striven", ["D"], strength: "aspirational").Commitment("open", ["D"]).Commitment("foreign", ["E"])
            .Unit("D", measures: Scored.District).Stands(Scored.District, Scored.Evaluation("led", attainment: 0.8m), Scored.Evaluation("shared", attainment: 0.5m),
                Scored.Evaluation("striven", attainment: 0), Scored.Evaluation("open", state: AssessmentState.undetermined), Scored.Evaluation("foreign", attainment: 0));
        // (80 × 1 + 50 × 0.5) ÷ 1.5
        Assert.Equal(70, scored.One().Score);
        Assert.Contains("（80 × 1 + 50 × 0.5）÷ 1.5 = 70；不计：open（待定）", scored.One().Rules[0].Words, StringComparison.Ordinal);
        // (80 × 1 + 50 × 0.5 + 0 × 1) ÷ 2.5
        Assert.Equal(42, scored.With(scheme => scheme with { Missing = MissingPolicy.zero }).One().Score);
        Assert.Null(scored.With(scheme => scheme with { Missing = MissingPolicy.hold }).One().Score);
    }

    [Fact]
    public void Shares_that_a_plan_gives_come_before_the_schemes()
    {
        var scored = new Scored(new SchemeRule("duties", "承诺", ScoringMethod.linear, 100, "做法") { Duties = true }).With(scheme => scheme with { Responsibility = new(1, 0.5m) })
            .Commitment("led", ["D"]).Commitment("shared", ["E"], ["D"], shares: [new("E", 0.8m), new("D", 0.2m)])
            .Unit("D", measures: Scored.District).Stands(Scored.District, Scored.Evaluation("led", attainment: 0.8m), Scored.Evaluation("shared", attainment: 0.5m));
        // (80 × 1 + 50 × 0.2) ÷ 1.2
        Assert.Equal(75, scored.One().Score);
    }

    [Fact]
    public void How_a_unit_reports_is_counted()
    {
        var scored = new Scored(
            Scored.Conducted(ScoringMethod.linear, ConductMeasure.timely, 80), Scored.Conducted(ScoringMethod.count_down, ConductMeasure.returned, 20) with { Each = 1 },
            Scored.Conducted(ScoringMethod.deduction, ConductMeasure.late) with { Each = 0.5m, Most = 1 }, Scored.Conducted(ScoringMethod.deduction, ConductMeasure.missing) with { Each = 1, Most = 5 },
            Scored.Conducted(ScoringMethod.deduction, ConductMeasure.corrected_after_lock) with { Each = 0.3m, Most = 2 }, Scored.Conducted(ScoringMethod.deduction, ConductMeasure.unfinished) with { Each = 2, Most = 6 });
        var one = scored.Unit("a", conduct: new("a", Owed: 20, Late: 3, Returned: 4, CorrectedAfterLock: 2, Missing: 1, Unfinished: 1)).One();
        // 80 × 16 ÷ 20; 20 − 4; 3 × 0.5 at most 1; 1; 2 × 0.3; 2
        Assert.Equal([64m, 16, -1, -1, -0.6m, -2], one.Rules.Select(rule => rule.Score!.Value));
        Assert.Equal((75.4m, "达标"), (one.Score, one.Grade));
        Assert.Equal("64 + 16 = 80；加减分 -4.6；总分 75.4", one.Words);
    }

    [Fact]
    public void A_unit_that_owes_nothing_is_not_praised_for_it()
    {
        var one = new Scored(Scored.Conducted(ScoringMethod.linear, ConductMeasure.timely, 50), Scored.Rule(ScoringMethod.linear, 50)).Unit("a", Scored.Evaluation(attainment: 0.6m)).One();
        Assert.Equal((60m, 0m), (one.Score, one.Rules[0].Counted));
    }

    [Fact]
    public void A_score_stays_between_nothing_and_the_most()
    {
        SchemeRule[] rules = [Scored.Rule(ScoringMethod.linear), Scored.Rule(ScoringMethod.bonus, 0) with { Step = 10, Each = 5, Most = 20 }, Scored.Conducted(ScoringMethod.deduction, ConductMeasure.late) with { Each = 100, Most = 300 }];
        Assert.Equal(0, new Scored(rules).Unit("a", Scored.Evaluation(attainment: 1), new("a", 9, 9, 0, 0, 0, 0)).One().Score);
        Assert.Equal(120, new Scored(rules).Unit("a", Scored.Evaluation(attainment: 3)).One().Score);
        Assert.Equal(110, new Scored(rules).With(scheme => scheme with { Most = 110 }).Unit("a", Scored.Evaluation(attainment: 3)).One().Score);
    }

    [Theory]
    [InlineData(AssessmentState.no_target_here, 1, "reported", true, false), InlineData(AssessmentState.no_target_here, 0, "reported", false, false)]
    // One known event is one, whoever else has not reported; none known is not none.
    [InlineData(AssessmentState.no_target_here, 1, "incomplete", true, false), InlineData(AssessmentState.no_target_here, 0, "incomplete", false, true), InlineData(AssessmentState.incomplete, null, "not_reported", false, true)]
    public void One_event_vetoes_and_silence_is_not_none(AssessmentState state, int? events, string input, bool isVetoed, bool isHeld)
    {
        var scored = new Scored(Scored.Rule(ScoringMethod.linear, 100, "first"), Scored.Rule(ScoringMethod.veto, 0, "events") with { Missing = MissingPolicy.hold })
            .Unit("a").Stands("a", Scored.Evaluation("first", attainment: 1), Scored.Evaluation("events", "zero_events", state, value: events, input: input));
        Assert.Equal((isVetoed, isHeld), (scored.One().IsVetoed, scored.One().Score is null));
    }

    [Fact]
    public void Who_is_vetoed_stands_last_with_the_last_grade()
    {
        var scored = new Scored(Scored.Rule(ScoringMethod.linear, 100, "first"), Scored.Rule(ScoringMethod.veto, 0, "events"));
        foreach (var (unit, attainment, events) in new[] { ("a", 0.99m, 1), ("b", 0.5m, 0), ("c", 0.8m, 0) })
            scored.Unit(unit).Stands(unit, Scored.Evaluation("first", attainment: attainment), Scored.Evaluation("events", "zero_events", value: events));
        Assert.Equal(["c1达标", "b2不达标", "a3不达标"], Line(scored.Board()));
    }

    [Fact]
    public void Equal_scores_share_a_rank_and_the_next_is_skipped() =>
        Assert.Equal(["a1达标", "b2达标", "c2达标", "d4不达标"], Line(Ranked(("d", 0.7m), ("c", 0.8m), ("a", 0.85m), ("b", 0.8m)).Board()));

    /// <summary>Scores are compared as printed: who cannot tell two apart on paper finds them at one rank.</summary>
    [Fact]
    public void What_prints_equal_ranks_equal() => Assert.Equal(["a1达标", "b1达标"], Line(Ranked(("a", 0.800001m), ("b", 0.800004m)).Board()));

    [Theory]
    // 30 % of 7 units are 2.1: two of three.
    [InlineData("0.99,0.95,0.92,0.8,0.8,0.7,0.6", QuotaRounding.down, "优秀,优秀,达标,达标,达标,不达标,不达标")]
    [InlineData("0.99,0.95,0.92,0.8,0.8,0.7,0.6", QuotaRounding.up, "优秀,优秀,优秀,达标,达标,不达标,不达标")]
    // Two of equal score for one place left: neither has it.
    [InlineData("0.99,0.95,0.95,0.8,0.8,0.7,0.6", QuotaRounding.nearest, "优秀,达标,达标,达标,达标,不达标,不达标")]
    [InlineData("0.95,0.95,0.95,0.8,0.8,0.7,0.6", QuotaRounding.down, "达标,达标,达标,达标,达标,不达标,不达标")]
    // Fewer good ones than places.
    [InlineData("0.91,0.8", QuotaRounding.down, "达标,达标"), InlineData("0.91,0.8", QuotaRounding.nearest, "优秀,达标")]
    public void The_best_grade_is_kept_to_its_quota(string attainments, QuotaRounding rounding, string grades)
    {
        var board = Ranked([.. attainments.Split(',').Select((text, index) => ($"{(char)('a' + index)}", decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))])
            .With(scheme => scheme with { QuotaRounding = rounding }).Board();
        Assert.Equal(grades.Split(','), board.Units.Select(unit => unit.Grade));
        Assert.All(board.Units.Where(unit => unit.Score >= 90 && unit.Grade != "优秀"), unit => Assert.Contains("名额", unit.GradeWords, StringComparison.Ordinal));
    }

    [Fact]
    public void Ranks_and_quotas_are_within_a_group()
    {
        var board = Ranked(("a", 0.9m), ("b", 0.8m), ("c", 0.7m)).With(scheme => scheme with { Groups = [new("1", "甲组", ["c"]), new("2", "乙组", ["a", "b"])] }).Board();
        Assert.Equal(["c1/1", "a1/2", "b2/2"], board.Units.Select(unit => $"{unit.OrgUnit}{unit.Rank}/{unit.Of}"));
    }

    [Fact]
    public void A_unit_that_is_not_there_is_not_scored() =>
        Assert.Equal(["a"], Ranked(("a", 0.9m)).With(scheme => scheme with { Groups = [new("1", "组", ["a", "gone"])] }).Board().Units.Select(unit => unit.OrgUnit));

    static Scored Ranked(params IReadOnlyList<(string Unit, decimal Attainment)> units) =>
        units.Aggregate(new Scored(Scored.Rule(ScoringMethod.linear)), (scored, unit) => scored.Unit(unit.Unit, Scored.Evaluation(attainment: unit.Attainment)));

    static IEnumerable<string> Line(ScoreBoard board) => board.Units.Select(unit => $"{unit.OrgUnit}{unit.Rank}{unit.Grade}");
}
