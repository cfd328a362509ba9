using Reporting.Portal;
using Reporting.Portal.Operations;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Arrivals;

/// <summary>What a run of the pull says in its log.</summary>
public class PullJobTests
{
    [Fact]
    public async Task What_lies_astray_is_said_by_the_first_run_that_sees_it()
    {
        using var shipped = new ShippedOffice();
        var office = shipped.Office;
        void LayAstray(string folder) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(office.Data.Inbox, folder)).FullName, "七月.csv"), "x");
        var (runner, entry) = (new JobRunner(office), new JobEntry("pull", "pull-submissions", Cron.Parse("* * * * *", TimeZoneInfo.Utc, out _)!, "UTC", "{\"source_seconds\": 5}"));
        async Task<string[]> Warnings()
        {
            var run = runner.Record(entry, RunCause.hand, "test", null)!.Value;
            await runner.Run(run, CancellationToken.None);
            Assert.Equal(RunState.succeeded, office.Operations.Run(run)!.State);
            return [.. office.Operations.LogOfRun(run).Where(line => line.Level == "warning").Select(line => line.Line)];
        }

        LayAstray("998");
        Assert.StartsWith("998/", Assert.Single(await Warnings()), StringComparison.Ordinal);
        LayAstray("999");
        Assert.StartsWith("999/", Assert.Single(await Warnings()), StringComparison.Ordinal);
    }
}
