using FsCheck;
using FsCheck.Fluent;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using static Reporting.Tests.Assessment.Runs.FrozenTowns;

namespace Reporting.Tests.Assessment.Runs;

/// <summary>What is frozen stays: it is worked out again to the same bytes whatever came since, and what somebody altered is found.</summary>
public class FrozenRunTests
{
    // To replay a failure, put the seed it prints here.
    static readonly (ulong Seed, ulong Gamma) Start = (20220406, 13);

    [Fact]
    public void Whatever_comes_after_a_frozen_run_stays_byte_for_byte() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(6).WithReplay(Start.Seed, Start.Gamma), Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 17), 5)), Stays));

    /// <summary>Found by the property: of a year whose only sheet is voided nothing is left in the annual fact, and nobody saw that something had been there.</summary>
    [Fact]
    public void A_year_emptied_since_is_told_as_it_was() => Stays([12, 14]);

    static void Stays(int[] acts)
    {
        using var towns = new FrozenTowns();
        var run = towns.Freeze();
        var stored = towns.Stored(run);
        var evidence = towns.Inputs(run.AsOfLoad).Evidence();
        foreach (var act in acts) towns.Later[act]();
        Assert.Equal(stored, towns.Stored(run));
        Assert.Equal(evidence.Figures, towns.Inputs(run.AsOfLoad).Evidence().Figures);
        Assert.Equal(new StoredRun(run, stored).Manifest!.Inputs, new StoredRun(run, towns.Again(run)).Manifest!.Inputs);
        Assert.Equal(stored.Select(document => (document.Name, document.Body)), towns.Again(run).Select(document => (document.Name, document.Body)));
    }

    /// <summary>Every act by itself too, and each run frozen in between: a property that draws five of many may leave one out.</summary>
    [Fact]
    public void Runs_frozen_after_every_act_all_replay_in_the_end()
    {
        using var towns = new FrozenTowns();
        List<AssessmentRun> runs = [towns.Freeze()];
        foreach (var act in towns.Later)
        {
            act();
            runs.Add(towns.Freeze(runs[^1].Run));
        }
        Assert.All(runs, run => Assert.True(towns.Replayed(run).IsIdentical, $"{run.Run}: {string.Join(", ", towns.Replayed(run).Documents.Where(document => document.Outcome != ReplayOutcome.same))}"));
        // The acts did move what was said: the documents are not the same ones over and over.
        Assert.True(runs.Select(run => string.Join('|', towns.Stored(run).Where(document => document.Name != RunDocument.Manifest).Select(document => document.Sha256))).Distinct().Count() > 8);
    }

    [Fact]
    public void A_run_holds_the_evaluations_of_all_units_the_boards_and_what_they_stand_on()
    {
        using var towns = new FrozenTowns();
        var run = towns.Freeze();
        var stored = new StoredRun(run, towns.Stored(run));
        Assert.Equal(["board/towns", $"evaluations/{District}", $"evaluations/{East}", $"evaluations/{West}", "manifest"], stored.Documents.Select(document => document.Name));
        Assert.Equal(stored.Documents[^1].Sha256, run.Seal);
        Assert.Equal(stored.Documents.SkipLast(1).Select(document => new RunResult(document.Name, document.Sha256)), stored.Manifest!.Results);
        Assert.Equal([("district", "310999"), ("element", "accepted"), ("element", "closed"), ("element", "idle"), ("element", "jobs"), ("indicator", "closing"), ("indicator", "idle"), ("indicator", "jobs"), ("plan", "p"), ("scheme", "towns")],
            stored.Manifest.Definitions.Select(definition => (definition.Kind.ToString(), definition.Id)));
        Assert.Equal(["figures", "stated", "decisions", "milestones", "verdicts", "issues", "curves", "conducts", "owed"], stored.Manifest.Inputs.Select(input => input.Name));
        Assert.All(stored.Standings.SelectMany(standing => standing.Evaluations), one => Assert.NotEmpty(one.Explanation));
        // What is read back is what was judged.
        var judged = towns.Inputs(run.AsOfLoad).Judged();
        Assert.Equal(CanonicalJson.Of(judged.Standings), CanonicalJson.Of(stored.Standings));
        Assert.Equal(CanonicalJson.Of(judged.Boards), CanonicalJson.Of(stored.Boards));
        Assert.Equal([2, 3], new[] { run.Run + 1, towns.Freeze(run.Run).Run + 1 });
    }

    /// <summary>Between reading the figures and writing the run a unit certifies, and another takes its word back: what counts is what was known when the run was written.</summary>
    [Fact]
    public void A_certification_that_comes_while_a_run_is_worked_out_is_in_it()
    {
        using var towns = new FrozenTowns();
        towns.Certify(West);
        var run = towns.Freeze(meanwhile: () => { towns.Certify(East); towns.Certify(West, CertificationAct.withdrawn); });
        Assert.Equal([(East, CertificationState.certified), (West, CertificationState.withdrawn)], new StoredRun(run, towns.Stored(run)).Manifest!.Certified.Select(unit => (unit.OrgUnit, unit.State)));
        Assert.Equal(1, run.Uncertified);
        Assert.True(towns.Replayed(run).IsIdentical);
    }

    /// <summary>Whatever another district reports of its tasks, the inputs of this one stay what they were.</summary>
    [Fact]
    public void Tasks_of_another_district_are_no_input()
    {
        using var towns = new FrozenTowns();
        var before = towns.Freeze();
        towns.ReportElsewhere();
        var after = towns.Freeze(before.Run);
        RunInput Input(AssessmentRun run, string name) => new StoredRun(run, towns.Stored(run)).Manifest!.Inputs.Single(input => input.Name == name);
        Assert.All(new[] { "milestones", "verdicts" }, name => Assert.Equal(Input(before, name), Input(after, name)));
        Assert.True(RunDiff.Of(towns.Side(before), towns.Side(after)).IsEmpty);
        // Its own task is one.
        towns.Later[9]();
        Assert.Equal(1, Input(towns.Freeze(after.Run), "milestones").Rows - Input(after, "milestones").Rows);
    }

    [Fact]
    public void A_diff_tells_which_input_moved_and_what_followed()
    {
        using var towns = new FrozenTowns();
        var first = towns.Freeze();
        towns.Correct(East, 3, 1);
        var second = towns.Freeze(first.Run);
        var diff = RunDiff.Of(towns.Side(first), towns.Side(second));
        // 东镇's jobs, closed cases and idle of March, and the district's sums of them; nobody else's.
        Assert.Equal([District, East], diff.Figures.Select(moved => moved.OrgUnit).Distinct());
        var jobs = diff.Figures.Single(moved => (moved.OrgUnit, moved.Indicator) == (East, "jobs"));
        Assert.Equal((3, -5m), (jobs.FirstMoved, (jobs.After - jobs.Before)!.Value));
        Assert.Equal(-5m, diff.Figures.Single(moved => (moved.OrgUnit, moved.Indicator) == (District, "jobs")) is var whole ? whole.After - whole.Before : 0);
        Assert.Contains(diff.Evaluations, moved => (moved.OrgUnit, moved.Id) == (East, "jobs") && moved.After!.Value - moved.Before!.Value == -5);
        Assert.DoesNotContain(diff.Evaluations, moved => moved.OrgUnit == West);
        var score = Assert.Single(diff.Scores, moved => moved.OrgUnit == East);
        Assert.True(score.After!.Score < score.Before!.Score);
        Assert.Contains(score.Rules, rule => rule.Id == "jobs");
        Assert.Empty(RunDiff.Of(towns.Side(second), towns.Side(second)).Figures);
        Assert.True(RunDiff.Of(towns.Side(second), towns.Side(second)).IsEmpty);
    }

    [Fact]
    public void What_came_of_the_next_year_is_no_move_of_this_one()
    {
        using var towns = new FrozenTowns();
        var first = towns.Freeze();
        towns.Begin2023();
        var second = towns.Freeze(first.Run);
        Assert.NotEqual(new StoredRun(first, towns.Stored(first)).Manifest!.Inputs, new StoredRun(second, towns.Stored(second)).Manifest!.Inputs);
        Assert.True(RunDiff.Of(towns.Side(first), towns.Side(second)).IsEmpty);
        towns.Correct(East, 3, 1);
        Assert.Equal([2022], RunDiff.Of(towns.Side(second), towns.Side(towns.Freeze(second.Run))).Figures.Select(moved => moved.Year).Distinct());
    }

    [Fact]
    public void A_diff_names_decisions_definitions_conduct_and_certifications()
    {
        using var towns = new FrozenTowns();
        var first = towns.Freeze();
        foreach (var act in new[] { 2, 5, 7, 8, 9, 10, 15 }) towns.Later[act]();
        var moved = RunDiff.Of(towns.Side(first), towns.Side(towns.Freeze(first.Run))).Others.Select(one => one.What).ToHashSet();
        Assert.Superset(new HashSet<string> { "目标登记", "目标下达", "序时进度", "任务进展", "定义", "数据认证", "报送情况" }, moved);
    }

    [Fact]
    public void A_certification_holds_as_long_as_the_figures_do()
    {
        using var towns = new FrozenTowns();
        CertificationState State() => towns.Certified().Single(unit => unit.OrgUnit == East).State;
        Assert.Equal([East, West], towns.Certified().Select(unit => unit.OrgUnit));
        Assert.Equal(CertificationState.none, State());
        towns.Certify(East);
        Assert.Equal(CertificationState.certified, State());
        towns.Correct(West, 2, 3);
        Assert.Equal(CertificationState.certified, State());
        towns.Correct(East, 2, 3);
        Assert.Equal(CertificationState.changed_since, State());
        towns.Correct(East, 2, 6);
        Assert.Equal(CertificationState.certified, State()); // the figures that were certified are those that count again
        towns.Certify(East, CertificationAct.withdrawn);
        Assert.Equal(CertificationState.withdrawn, State());
    }
}
