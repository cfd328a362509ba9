using Reporting.Warehouse.Assessment.Runs;
using static Reporting.Tests.Assessment.Runs.FrozenTowns;
using Replay = Reporting.Warehouse.Assessment.Runs.Replay;

namespace Reporting.Tests.Assessment.Runs;

/// <summary>What somebody altered of a frozen run, or of the history that it stands on, is found and named, whatever engine reads it.</summary>
public class AlteredRunTests
{
    [Theory]
    [InlineData("update assessment_result set body = replace(body, '\"score\":', '\"score\":9') where name = 'board/towns'", "board/towns", ReplayOutcome.altered, false)]
    [InlineData("update assessment_result set body = replace(body, '东镇', '西镇') where name = 'board/towns'", "board/towns", ReplayOutcome.altered, false)]
    [InlineData("update assessment_result set body = replace(body, '东镇', '西镇'), sha256 = sha256(replace(body, '东镇', '西镇')) where name = 'board/towns'", "board/towns", ReplayOutcome.altered, false)]
    [InlineData("update assessment_result set sha256 = sha256('x') where name = 'board/towns'", "board/towns", ReplayOutcome.altered, false)]
    [InlineData("update assessment_result set body = '{', sha256 = sha256('{') where name = 'board/towns'", "board/towns", ReplayOutcome.altered, false)]
    [InlineData("update assessment_result set body = 'null' where name = 'evaluations/310999101'", "evaluations/310999101", ReplayOutcome.altered, false)]
    [InlineData("delete from assessment_result where name = 'evaluations/310999101'", "evaluations/310999101", ReplayOutcome.missing, false)]
    [InlineData("insert into assessment_result select run, 'board/other', body, sha256 from assessment_result where name = 'board/towns'", "board/other", ReplayOutcome.surplus, false)]
    [InlineData("insert into assessment_result select * from assessment_result where name = 'board/towns'", "board/towns", ReplayOutcome.surplus, false)]
    [InlineData("update assessment_result set body = replace(body, '因', '果'), sha256 = sha256(replace(body, '因', '果')) where name = 'manifest'", "manifest", ReplayOutcome.altered, false)]
    [InlineData("update assessment_result set body = '[]' where name = 'manifest'", "manifest", ReplayOutcome.altered, false)]
    [InlineData("update assessment_result set body = replace(body, '\"as_of_moment\":\"', '\"as_of_moment\":\"x') where name = 'manifest'", "manifest", ReplayOutcome.altered, false)]
    [InlineData("delete from assessment_result where name = 'manifest'", "manifest", ReplayOutcome.missing, false)]
    // What is told of the run beside its documents.
    [InlineData("update assessment_run set uncertified = 0", "run", ReplayOutcome.altered, false)]
    [InlineData("update assessment_run set decided_at = decided_at - interval 1 day", "run", ReplayOutcome.altered, false)]
    [InlineData("update assessment_run set schemes = 'towns,others'", "run", ReplayOutcome.altered, false)]
    [InlineData("update assessment_run set engine = '0'", "run", ReplayOutcome.altered, false)]
    [InlineData("update assessment_run set known_from_load = known_from_load + 1", "run", ReplayOutcome.altered, false)]
    [InlineData("update assessment_run set through = '上半年', as_of_load = 99999", "run", ReplayOutcome.altered, false)]
    [InlineData("update assessment_run set decided_by = '乙'", "run", ReplayOutcome.altered, false)]
    [InlineData("update assessment_run set seal = sha256('x')", "manifest", ReplayOutcome.altered, false)]
    // The history that it stands on: a figure, a definition, the target of that time, who certified.
    [InlineData("update fact_indicator_year set numerator = numerator + 1 where org_unit = '310999101' and indicator = 'jobs' and year = 2022", "evaluations/310999101", ReplayOutcome.differs, true)]
    [InlineData("update target_decision set value = 81 where org_unit = '310999101'", "evaluations/310999101", ReplayOutcome.differs, true)]
    [InlineData("update definition set body = replace(body, '乡镇办法', '另一办法') where kind = 'scheme'", "manifest", ReplayOutcome.differs, true)]
    [InlineData("update year_certification set person = '某人'", "manifest", ReplayOutcome.differs, true)]
    public void What_was_altered_is_found_on_every_engine(string statement, string document, ReplayOutcome outcome, bool isSealed)
    {
        using var towns = new FrozenTowns();
        towns.Certify(East);
        var run = towns.Freeze();
        Assert.True(towns.Replayed(run).IsIdentical);
        towns.Run(statement);
        foreach (var engine in new[] { AssessmentEngine.Version, "next" })
        {
            var replay = towns.Replayed(run, engine);
            Assert.False(replay.IsIdentical);
            Assert.Equal(isSealed, replay.IsSealed);
            Assert.Contains(new ReplayedDocument(document, outcome), replay.Documents);
        }
    }

    [Fact]
    public void Another_engine_is_told_apart_from_a_fault()
    {
        using var towns = new FrozenTowns();
        var run = towns.Freeze();
        Assert.Equal((true, true), (towns.Replayed(run).IsSameEngine, towns.Replayed(run).IsSealed));
        Assert.Equal((false, true), (towns.Replayed(run, "next").IsSameEngine, towns.Replayed(run, "next").IsSealed));
        // What the other engine makes otherwise is news about documents that are as they were sealed.
        var stored = new StoredRun(run, towns.Stored(run));
        List<RunDocument> again = [.. towns.Again(run).Select(document => document.Name == $"evaluations/{East}" ? RunDocument.Of(document.Name, "another judgment") : document), RunDocument.Of("board/new", 1)];
        var replay = Replay.Of(stored, again, "next");
        Assert.True(replay.IsSealed);
        Assert.Equal([($"evaluations/{East}", ReplayOutcome.differs), ("board/new", ReplayOutcome.differs)],
            replay.Documents.Where(document => document.Outcome != ReplayOutcome.same).Select(document => (document.Name, document.Outcome)));
    }

    /// <summary>A manifest of engine 1 says less of its run; what it does not say cannot be held against it.</summary>
    [Fact]
    public void A_manifest_of_the_first_engine_is_held_against_what_it_says()
    {
        using var towns = new FrozenTowns();
        var run = towns.Freeze();
        var documents = towns.Stored(run);
        var manifest = RunDocument.Of(RunDocument.Manifest, new StoredRun(run, documents).Manifest! with { Run = null, Schemes = null, DecidedAt = null, Load = null });
        var first = run with { Seal = manifest.Sha256, Run = 7 };
        Assert.Empty(new StoredRun(first, [.. documents.SkipLast(1), manifest]).Faults);
        Assert.Equal([new("run", ReplayOutcome.altered)], new StoredRun(first with { DecidedBy = "乙" }, [.. documents.SkipLast(1), manifest]).Faults);
    }
}
