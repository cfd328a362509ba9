using System.Globalization;
using System.Text;
using Reporting.Portal;
using Reporting.Portal.Operations;
using Reporting.Tests.Corpus;
using Reporting.Tests.Portal;
using Reporting.Tests.Reports;
using static Reporting.Tests.Jobs.OfficeByClock;

namespace Reporting.Tests.Jobs;

/// <summary>A whole year of schedules by a clock that goes from look to look.</summary>
public sealed class YearTests : IDisposable
{
    /// <summary>What fires oftener in a day is told as a number.</summary>
    const int MostADay = 3;

    static readonly DateTimeOffset Begin = At("2022-01-01 00:00"), End = At("2023-01-01 00:00");

    readonly OfficeByClock office = new();

    /// <summary>The shipped schedule of 2022, day by day, as its timings say.</summary>
    [Fact]
    public void The_shipped_year_is_as_it_was_looked_over()
    {
        var file = JobsFile.Parse("jobs.json", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "jobs.json")), JobCatalog.Shipped, () => ShippedCatalog.Catalog.WorkingDays);
        var text = new StringBuilder();
        foreach (var job in file.Jobs)
        {
            var day = Firings(job.Timing).TakeWhile(firing => firing < Begin.AddDays(1)).Count();
            List<DateTimeOffset> firings = day > MostADay ? [] : [.. Firings(job.Timing)];
            text.AppendLine(CultureInfo.InvariantCulture, $"{job.Id} ({job.Job}) {job.Timing.Text} {job.TimeZone}: {(day > MostADay ? $"{day} a day" : $"{firings.Count} in the year")}");
            if (firings.Count > 60) text.AppendLine(CultureInfo.InvariantCulture, $"  first {Text(firings[0])}, last {Text(firings[^1])}");
            else foreach (var firing in firings) text.AppendLine(CultureInfo.InvariantCulture, $"  {Text(firing)} {firing.ToOffset(TimeSpan.FromHours(8)):ddd}");
        }
        GoldenText.Check("shipped-year.txt", text.ToString());
    }

    /// <summary>Rules of every sort through the real schedule, runner and store: each of a year's firings ran, once, on its day and in order.</summary>
    [Fact]
    public async Task A_year_goes_through_schedule_runner_and_store()
    {
        File.WriteAllBytes(office.Data.WarehouseFile, ShippedOffice.EnteredBy(new HandClock(Begin)));
        string[] entries =
        [
            "\"id\": \"eighth\", \"on\": \"working-day 8, 08:00\"", "\"id\": \"last\", \"on\": \"working-day -1, 17:00\"", "\"id\": \"month-end\", \"cron\": \"30 23 31 * *\"",
            "\"id\": \"mondays\", \"cron\": \"0 9 * * 1\"", "\"id\": \"tokyo\", \"cron\": \"0 0 1 */3 *\", \"time_zone\": \"Asia/Tokyo\"",
        ];
        office.Clock.Now = Begin;
        await office.With(entries).Start();
        await office.Engine.MoveOn(office.Clock, End.AddTicks(-1));
        GoldenText.Check("year-of-rules.txt", string.Join('\n', office.Ran.Select(line => line.Split(' ', 2)).Select(line => $"{line[1]} {line[0]}")) + "\n");
        var runs = office.Office.Operations.LatestRuns(1000);
        Assert.Equal(office.Ran.Count, runs.Count);
        Assert.All(runs, run => Assert.Equal((RunState.succeeded, RunCause.schedule, 1L), (run.State, run.Cause, run.Starts)));
        var expected = office.Office.JobsFile.Jobs.SelectMany(job => Firings(job.Timing).Select(firing => $"{job.Id} {Text(firing)}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), office.Ran.Order(StringComparer.Ordinal));
    }

    static IEnumerable<DateTimeOffset> Firings(Timing timing)
    {
        for (var next = timing.Next(Begin.AddTicks(-1)); next < End; next = timing.Next(next.Value)) yield return next.Value;
    }

    public void Dispose() => office.Dispose();
}
