using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Scoring;

/// <summary>What holds of any scheme and any figures, drawn by chance.</summary>
public class ScoringPropertyTests
{
    // To replay a failure, put the seed it prints here.
    static readonly (ulong Seed, ulong Gamma) Start = (20220405, 11);
    static readonly ScoringMethod[] OfCompletion = [ScoringMethod.linear, ScoringMethod.banded, ScoringMethod.interpolated, ScoringMethod.stepped, ScoringMethod.all_or_nothing, ScoringMethod.bonus];

    static void Holds(Action<int[]> check, int tests = 300) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(Start.Seed, Start.Gamma), Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 9_999), 60)), check));

    [Fact]
    public void More_completion_never_gives_less_and_more_cases_never_give_more() => Holds(cards =>
    {
        var draw = new Draw(cards);
        foreach (var method in OfCompletion)
        {
            var (rule, one, other) = (Rule(draw, method), draw.Next(20_000) / 10_000m, draw.Next(20_000) / 10_000m);
            Assert.True(Points.Of(rule, Math.Min(one, other)).Points <= Points.Of(rule, Math.Max(one, other)).Points, $"{rule} at {one} and {other}");
        }
        foreach (var method in new[] { ScoringMethod.count_down, ScoringMethod.deduction })
        {
            var (rule, one, other) = (Rule(draw, method), draw.Next(30), draw.Next(30));
            Assert.True(Points.Of(rule, Math.Min(one, other)).Points >= Points.Of(rule, Math.Max(one, other)).Points, $"{rule} at {one} and {other}");
        }
    });

    /// <summary>From the figure itself, through its evaluation, to score and rank: doing more never costs a unit anything.</summary>
    [Fact]
    public void Doing_more_costs_a_unit_neither_points_nor_rank() => Holds(cards =>
    {
        var draw = new Draw(cards);
        var (kind, through, units) = (draw.Next(3), draw.Next(12) + 1, draw.Next(6) + 2);
        SchemeRule[] rules = [Rule(draw, OfCompletion[draw.Next(5)]) with { Weight = 100 }, Rule(draw, ScoringMethod.bonus)];
        var figures = Enumerable.Range(0, units).Select(_ => draw.Next(150)).ToList();
        var (before, after) = (Board(figures), Board([figures[0] + draw.Next(60), .. figures.Skip(1)]));
        Assert.True(before.Score <= after.Score, $"{before.Words} | {after.Words}");
        Assert.True(before.Rank >= after.Rank, $"{before.Rank} {after.Rank}");

        ScoredUnit Board(IReadOnlyList<int> values)
        {
            var scored = new Scored(rules);
            foreach (var (index, value) in values.Index()) scored.Unit($"u{index}", Judged(kind, value, through));
            return scored.Board().Units.Single(unit => unit.OrgUnit == "u0");
        }
    });

    [Fact]
    public void Scores_lie_between_nothing_and_the_most_and_each_rule_between_its_least_and_highest() => Holds(cards =>
    {
        var board = Drawn(new(cards), out var scored).Board();
        Assert.All(board.Units.Where(unit => unit.Score is not null), unit => Assert.InRange(unit.Score!.Value, 0, scored.Scheme.Rules.Sum(rule => rule.Highest)));
        Assert.All(board.Units.SelectMany(unit => unit.Rules.Zip(scored.Scheme.Rules)).Where(pair => pair is { First.Score: not null, Second.IsWeighted: true }),
            pair => Assert.InRange(pair.First.Score!.Value, 0, pair.Second.Highest));
    });

    [Fact]
    public void The_order_of_units_and_figures_does_not_matter() => Holds(cards =>
    {
        var scored = Drawn(new(cards), out _);
        Assert.Equal(JsonSerializer.Serialize(scored.Board()), JsonSerializer.Serialize(scored.Board(units => units.Reverse(), backwards: true)));
    }, tests: 100);

    [Fact]
    public void Ranks_are_total_and_grades_are_within_their_quota() => Holds(cards =>
    {
        var board = Drawn(new(cards), out var scored).Board();
        var ranked = board.Units.Where(unit => unit.Score is not null).ToList();
        Assert.Equal(board.Units.Where(unit => unit.Score is null), board.Units.Where(unit => unit.Rank is null));
        Assert.All(ranked, unit => Assert.Equal(1 + ranked.Count(other => other.Rank < unit.Rank), unit.Rank));
        Assert.All(ranked.Zip(ranked.Skip(1)), pair => Assert.True(pair.First.Rank <= pair.Second.Rank));
        foreach (var (one, other) in ranked.SelectMany(one => ranked.Select(other => (one, other))).Where(pair => pair.one.IsVetoed == pair.other.IsVetoed))
            Assert.Equal(one.Score!.Value.CompareTo(other.Score!.Value), -one.Rank!.Value.CompareTo(other.Rank!.Value));
        Assert.True(ranked.Count(unit => unit.Grade == "优秀") <= Math.Floor(0.3m * board.Units.Count));
        var grades = scored.Scheme.Grades.Select(grade => grade.Name).ToList();
        Assert.Equal(ranked.Select(unit => grades.IndexOf(unit.Grade!)).Order(), ranked.Select(unit => grades.IndexOf(unit.Grade!)));
    });

    static Evaluation Judged(int kind, int value, int through) => kind switch
    {
        0 => new Given("annual_total", value: 100).Year(2022, value, through).One(2022, through),
        1 => new Given("ratio", value: 92, unit: "%").Year(2022, value, through, denominator: 150).One(2022, through),
        _ => new Given("level_by_end", value: 100, scope: "each_year").Year(2022, value, through).One(2022, through),
    };

    static Scored Drawn(Draw draw, out Scored scored)
    {
        scored = new(Rule(draw, OfCompletion[draw.Next(5)]) with { Weight = 100 }, Rule(draw, ScoringMethod.bonus), Scored.Rule(ScoringMethod.veto, 0, "events"),
            Scored.Conducted(ScoringMethod.deduction, ConductMeasure.late) with { Each = draw.Next(50) / 10m, Most = 30 });
        var policy = (MissingPolicy)draw.Next(3);
        scored.With(scheme => scheme with { Missing = policy });
        foreach (var index in Enumerable.Range(0, draw.Next(11) + 1))
        {
            var state = draw.Next(8) == 0 ? AssessmentState.undetermined : AssessmentState.met;
            scored.Unit($"u{index:00}", conduct: new($"u{index:00}", 12, draw.Next(6), 0, 0, 0, 0)).Stands($"u{index:00}",
                Scored.Evaluation(state: state, attainment: draw.Next(24) / 20m), Scored.Evaluation("events", "zero_events", value: draw.Next(7) == 0 ? 1 : 0));
        }
        return scored;
    }

    static SchemeRule Rule(Draw draw, ScoringMethod method)
    {
        var weight = draw.Next(1000) / 10m + 1;
        var high = weight * (draw.Next(50) + 50) / 100;
        return Scored.Rule(method, method is ScoringMethod.bonus or ScoringMethod.deduction ? 0 : weight) with
        {
            Cap = method == ScoringMethod.linear ? 1 + draw.Next(50) / 100m : null,
            Least = method is ScoringMethod.linear or ScoringMethod.stepped or ScoringMethod.count_down ? weight * draw.Next(90) / 100 : null,
            Step = draw.Next(20) + 1,
            Each = draw.Next(100) / 10m + 0.1m,
            Most = draw.Next(100) / 10m + 0.1m,
            Bands = method is ScoringMethod.banded or ScoringMethod.interpolated ? [new(100 + draw.Next(30), weight), new(90, high), new(draw.Next(80), high / 2)] : null,
        };
    }

    /// <summary>Numbers by chance, one after the other.</summary>
    sealed class Draw(int[] cards)
    {
        int next;

        public int Next(int below) => cards[next++ % cards.Length] * 7919 % below;
    }
}
