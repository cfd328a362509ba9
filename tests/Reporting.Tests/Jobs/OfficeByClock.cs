using System.Globalization;
using Reporting.Portal;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>An office on a folder of its own with a clock and an engine in the test's hand; its one job notes when it ran, and may be held or made to fail.</summary>
sealed class OfficeByClock : IDisposable
{
    readonly List<(Office Office, Schedule Schedule)> opened = [];

    public DataFolder Data { get; } = DataFolder.At(Directory.CreateTempSubdirectory("reporting-test-").FullName);
    public HandClock Clock { get; } = new(At("2022-03-01 07:30"));
    public HandEngine Engine { get; private set; } = new();
    public List<string> Log { get; } = [];

    /// <summary>What the job does beside noting that it ran.</summary>
    public Func<JobContext, Task> Work { get; set; } = _ => Task.CompletedTask;

    /// <summary>Entry and firing of each run that began, in order.</summary>
    public List<string> Ran { get; } = [];

    public Office Office => opened[^1].Office;
    public Schedule Schedule => opened[^1].Schedule;

    /// <summary>A new process on the same folder.</summary>
    public async Task<OfficeByClock> Start(TimeProvider? clock = null)
    {
        Engine = new();
        var catalog = new JobCatalog([new("note", "", "", async job =>
        {
            lock (Ran) Ran.Add($"{job.JobId} {Text(job.ScheduledFor)}");
            await Work(job);
            return JobOutcome.Of(new { job.JobId });
        }) { Arguments = [new("text", ArgumentKind.Text, "", "")] }]);
        var office = new Office(Data, new([], catalog, clock ?? Clock));
        var schedule = new Schedule(office, Engine, new Serilog.LoggerConfiguration().Enrich.FromLogContext().WriteTo.Sink(new Lines(Log)).CreateLogger());
        office.Schedule = schedule;
        opened.Add((office, schedule));
        await schedule.Start();
        return this;
    }

    /// <summary>Entries as jobs.json writes them, without braces.</summary>
    public OfficeByClock With(params string[] entries)
    {
        File.WriteAllText(Data.Jobs, $$"""{ "jobs": [ {{string.Join(", ", entries.Select(entry => $"{{ \"job\": \"note\", {entry} }}"))}} ] }""");
        return this;
    }

    /// <summary>As the watcher does, which takes an edit that it has seen twice.</summary>
    public async Task TakeUpEdits()
    {
        await Schedule.TakeUpEdits();
        await Schedule.TakeUpEdits();
    }

    public Reporting.Portal.Operations.JobRun Latest => Office.Operations.LatestRuns(1)[0];

    public static DateTimeOffset At(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static string Text(DateTimeOffset? moment) => moment?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "by hand";

    public void Dispose()
    {
        foreach (var (office, schedule) in opened)
        {
            schedule.Stop().Wait();
            schedule.Dispose();
            office.Dispose();
        }
        Directory.Delete(Data.Root, recursive: true);
    }

    sealed class Lines(List<string> log) : Serilog.Core.ILogEventSink
    {
        public void Emit(Serilog.Events.LogEvent logEvent)
        {
            lock (log) log.Add($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', logEvent.Properties.Where(property => property.Key is "RunId" or "Submission").OrderBy(property => property.Key).Select(property => $"{property.Key}={property.Value}"))}".Trim());
        }
    }
}
