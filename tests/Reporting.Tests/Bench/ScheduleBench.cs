using System.Diagnostics;
using Reporting.Portal;
using Reporting.Portal.Engine;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Tests.Bench;

/// <summary>What a run of a job that does nothing takes, from its record to its end: the store's share alone, through the runner, and through the engine.</summary>
static class ScheduleBench
{
    public static string Run(int runs)
    {
        var data = DataFolder.At(Directory.CreateTempSubdirectory("reporting-bench-").FullName);
        try
        {
            File.WriteAllText(data.Jobs, """{ "jobs": [ { "id": "nothing", "job": "nothing", "cron": "0 0 1 1 *" } ] }""");
            using var office = new Office(data, new([], new([new("nothing", "", "", _ => Task.FromResult(JobOutcome.Of(new { })))]), TimeProvider.System));
            var job = office.JobsFile.Jobs[0];
            Of(office, job, 20).Wait(); // warm
            var (store, runner, engine) = Of(office, job, runs).Result;
            return $"{runs} empty runs, median ms a run\n  store alone (recorded, started, finished)  {Rounds.Text(store)}\n  runner over it                            {Rounds.Text(runner)}\n  {Engines.Compiled().Name} over that, asked to begun to ended    {Rounds.Text(engine)}";
        }
        finally { Directory.Delete(data.Root, recursive: true); }
    }

    static async Task<(double Store, double Runner, double Engine)> Of(Office office, JobEntry job, int runs)
    {
        var (runner, store) = (new JobRunner(office), office.Operations);
        var ended = new SemaphoreSlim(0);
        var engine = Engines.Compiled();
        await engine.Start(new((_, _) => Task.CompletedTask, async (runId, stop) => { await runner.Run(runId, stop); ended.Release(); }));
        var (alone, through, called) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < runs; round++) // in turn, so that what slows the machine down slows all of them
        {
            alone.Add(Timed(() =>
            {
                var run = store.RecordRun(job.NewRun(RunCause.hand, null, null))!.Value;
                store.StartRun(run);
                store.FinishRun(run, RunState.succeeded, "{}", null, "done");
            }));
            through.Add(Timed(() => runner.Run(runner.Record(job, RunCause.hand, null, null)!.Value, CancellationToken.None).Wait()));
            called.Add(Timed(() =>
            {
                engine.Trigger(runner.Record(job, RunCause.hand, null, null)!.Value).Wait();
                ended.Wait();
            }));
        }
        await engine.ShutDown();
        return (Median(alone), Median(through), Median(called));
    }

    static double Timed(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
