using System.Globalization;

namespace Reporting.Tests.Portal;

/// <summary>What verbs print for people, beside their JSON.</summary>
public class PrintedTextTests
{
    const string Sheet = """
        就业工作月报表
        填报单位：横沙乡,,2022年1月
        项目,本月数,本年累计,上年同期累计
        新增就业人数,20,20,18
        其中：女性,8,8,7
        其中：离土农民,7,7,6
        帮扶引领成功创业人数,0,0,0
        其中：青年大学生,0,0,0
        帮助长期失业青年实现就业创业人数,1,1,1
        其中：女性,1,1,0
        职业技能培训人次,21,21,20
        其中：农民,7,7,6
        期末城乡登记失业人数,113,—,—
        """;

    /// <summary>A CSV has cells and no sheet; its address is the cell's alone.</summary>
    [Fact]
    public void Lineage_of_a_csv_names_the_cell_without_a_sheet()
    {
        using var program = RunningProgram.WithDefinitions();
        var file = Path.Combine(program.Home, "1月.csv");
        File.WriteAllText(file, Sheet);
        var sent = program.RunShipped("submit", file);
        Assert.True(sent.ExitCode == 0, sent.Out + sent.Error);
        var lineage = program.RunShipped("lineage", "--indicator", "new_employment", "--year", "2022", "--org", "310151202");
        Assert.Contains("20  1月.csv B4  ", lineage.Out, StringComparison.Ordinal);
    }

    /// <summary>Stored in UTC, read in Shanghai: a run's time on screen carries the district's clock.</summary>
    [Fact]
    public void Runs_are_listed_by_the_clock_of_shanghai()
    {
        using var program = new RunningProgram();
        program.WriteJobs("""{"jobs":[{"id":"pull","job":"pull-submissions","cron":"* * * * *","time_zone":"Asia/Shanghai"}]}""");
        Assert.Equal(0, program.RunShipped("jobs", "run", "pull").ExitCode);
        var run = program.RunShipped("jobs", "runs", "--json").Json.GetProperty("runs")[0];
        var there = run.GetProperty("recorded_at").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        Assert.Contains($"  {there}  ", program.RunShipped("jobs", "runs").Out, StringComparison.Ordinal);
        var started = run.GetProperty("started_at").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        Assert.Contains(started, program.RunShipped("jobs", "show", "1").Out, StringComparison.Ordinal);
    }
}
