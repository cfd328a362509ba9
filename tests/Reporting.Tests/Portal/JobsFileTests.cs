using System.Text;
using Reporting.Portal;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Portal;

public class JobsFileTests
{
    /// <summary>What stands wrong, on which line, named how.</summary>
    public static TheoryData<string, int, string> Wrongs => new()
    {
        { """
          {
            "jobs": [
              { "id": "a", "job": "note",
                "corn": "0 8 * * *" } ] }
          """, 4, "\"corn\"" },
        { """
          { "jobs": [
            { "id": "a",
              "job": "nota", "cron": "0 8 * * *" } ] }
          """, 3, "“note”" },
        { """
          { "jobs": [ { "id": "a", "job": "note",
            "cron": "0 8 1 * 1" } ] }
          """, 2, "\"cron\"" },
        { """
          { "jobs": [ { "id": "a", "job": "note", "cron": "0 8 * * *",

            "time_zone": "Asia/Shanghia" } ] }
          """, 3, "\"time_zone\"" },
        { """{ "jobs": [ { "id": "a", "job": "note", "cron": "0 8 * * *", "retries": "3" } ] }""", 1, "\"retries\"" },
        { """{ "jobs": [ { "id": "a", "job": "note", "cron": "0 8 * * *", "enabled": 1 } ] }""", 1, "\"enabled\"" },
        { """{ "jobs": [ { "id": "a", "job": "note", "cron": "0 8 * * *", "arguments": { "test": 1 } } ] }""", 1, "arguments.text" },
        { """
          { "jobs": [ { "id": "a", "job": "fail", "cron": "0 8 * * *",
            "arguments": { "times": "2" } } ] }
          """, 2, "arguments.times" },
        { """{ "jobs": [ { "job": "note", "cron": "0 8 * * *" } ] }""", 1, "\"id\"" },
        { """{ "jobs": [ { "id": "A b", "job": "note", "cron": "0 8 * * *" } ] }""", 1, "\"id\"" },
        { """
          { "jobs": [ { "id": "a", "job": "note", "cron": "0 8 * * *" },
            { "id": "a", "job": "note", "cron": "0 8 * * *" } ] }
          """, 2, "“a”" },
        { """
          { "jobs": [
            { "id": "a", "id": "b" } ] }
          """, 2, "\"id\"" },
        { """{ "jobs": [], "jobs": [] }""", 1, "\"jobs\"" },
        { """{ "jobs": [ { "id": "a", "job": "note", "cron": "0 8 * * *", "arguments": { "text": "1", "text": "2" } } ] }""", 1, "arguments.text" },
        { """
          { "jobs": [
            { "id": "a", } ] }
          """, 2, "JSON" },
        { """{ "job": [] }""", 1, "“jobs”" },
        { """{ "jobs": {} }""", 1, "列表" },
        { "{}", 1, "\"jobs\"" },
        { "[]", 1, "\"jobs\"" },
        { "", 1, "JSON" },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void What_is_wrong_is_named_with_file_line_and_key(string json, int line, string named)
    {
        var failure = Assert.Throws<FailureException>(() => JobsFile.Parse("/d/jobs.json", Encoding.UTF8.GetBytes(json), TestOffice.Jobs, () => WorkingDays.WeekOnly));
        Assert.StartsWith($"/d/jobs.json 第 {line} 行", failure.In("zh"), StringComparison.Ordinal);
        Assert.Contains(named, failure.In("zh"), StringComparison.Ordinal);
        Assert.Contains($"line {line}", failure.In("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_entry_is_read_and_the_rest_has_its_usual_values()
    {
        var json = """
            { "$schema": "x", "jobs": [
              { "id": "a", "job": "note", "cron": "0  8 * * *", "time_zone": "Asia/Tokyo", "arguments": { "text": "早" },
                "retries": 2, "retry_after_seconds": 5, "enabled": false },
              { "id": "b", "job": "note", "cron": "0 8 * * *" } ] }
            """;
        var jobs = JobsFile.Parse("jobs.json", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)], TestOffice.Jobs, () => WorkingDays.WeekOnly).Jobs;
        Assert.Equal(("a", "note", "0 8 * * *", "Asia/Tokyo", """{ "text": "早" }""", 2, 5, false), Values(jobs[0]));
        Assert.Equal(("b", "note", "0 8 * * *", "Asia/Shanghai", "{}", 0, 60, true), Values(jobs[1]));

        static (string, string, string, string, string, int, int, bool) Values(JobEntry job) =>
            (job.Id, job.Job, job.Timing.Text, job.TimeZone, job.Arguments, job.Retries, job.RetryAfterSeconds, job.Enabled);
    }

    /// <summary>Notepad saves as GBK where it is told to; half of an escaped pair is no text.</summary>
    [Fact]
    public void A_file_that_is_no_text_says_so()
    {
        const string Lines = "{ \"jobs\": [\n {\"id\": \"a\", \"job\": \"note\", \"cron\": \"0 8 * * *\",\n \"arguments\": { \"text\": \"报送\" } } ] }";
        Assert.Contains("第 3 行：不是 UTF-8", Wrong(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Lines)), StringComparison.Ordinal);
        Assert.Contains("第 3 行 \"text\"：有半个字符", Wrong(Encoding.UTF8.GetBytes(Lines.Replace("报送", "\\ud800", StringComparison.Ordinal))), StringComparison.Ordinal);

        static string Wrong(byte[] bytes) => Assert.Throws<FailureException>(() => JobsFile.Parse("/d/jobs.json", bytes, TestOffice.Jobs, () => WorkingDays.WeekOnly)).In("zh");
    }

    [Fact]
    public void The_shipped_file_is_right() =>
        Assert.NotNull(JobsFile.Parse("jobs.json", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "jobs.json")), JobCatalog.Shipped, () => WorkingDays.WeekOnly));

    [Theory]
    [InlineData("serve")]
    [InlineData("jobs next")]
    public void A_wrong_file_stops_the_program_with_one_message(string verb)
    {
        using var program = new RunningProgram();
        program.WriteJobs("{ \"jobs\": [\n{ \"id\": \"a\", \"corn\": 1 } ] }");
        var ended = program.RunShipped(verb.Split(' '));
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains($"{program.Data.Jobs} 第 2 行 \"corn\"", ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }
}
