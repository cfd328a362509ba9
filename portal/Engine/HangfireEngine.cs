using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.Storage;

namespace Reporting.Portal.Engine;

/// <summary>Hangfire, in memory: the engine of the design, compiled with <c>-p:JobEngine=Hangfire</c> (docs/decisions.md, "Job engine").</summary>
sealed class HangfireEngine : IJobEngine, IDisposable
{
    // Without the global filters: their automatic retry (ten attempts) would count beside our own attempts.
    readonly JobFilterProviderCollection noFilters = [];
    readonly InMemoryStorage storage = new();
    BackgroundJobServer? server;

    public string Name => "Hangfire";

    public bool Running { get; private set; }

    public Task Start(EngineCalls calls)
    {
        server = new(new BackgroundJobServerOptions
        {
            Activator = new CallActivator(calls), FilterProvider = noFilters, WorkerCount = EngineCalls.MostAtOnce, SchedulePollingInterval = TimeSpan.FromSeconds(1),
            ShutdownTimeout = Timeout.InfiniteTimeSpan, // systemd ends what does not heed it
        }, storage);
        Running = true;
        return Task.CompletedTask;
    }

    public Task Schedule(string jobId, Cron cron)
    {
        new RecurringJobManager(storage, noFilters).AddOrUpdate<EngineCall>(
            jobId, call => call.Fire(jobId, CancellationToken.None), cron.Text, new RecurringJobOptions { TimeZone = cron.Zone });
        return Task.CompletedTask;
    }

    public Task Remove(string jobId)
    {
        new RecurringJobManager(storage, noFilters).RemoveIfExists(jobId);
        return Task.CompletedTask;
    }

    public Task Trigger(long runId)
    {
        new BackgroundJobClient(storage, noFilters).Enqueue<EngineCall>(call => call.Run(runId, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset?> NextFireTime(string jobId)
    {
        using var connection = storage.GetConnection();
        var next = connection.GetRecurringJobs([jobId]).FirstOrDefault(job => !job.Removed)?.NextExecution;
        return Task.FromResult(next is { } time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : (DateTimeOffset?)null);
    }

    public Task ShutDown() => Task.Run(Dispose);

    /// <summary>The server's own disposal sends the stop, cancels the calls' tokens and waits for them.</summary>
    public void Dispose()
    {
        if (!Running) return;
        Running = false;
        server!.Dispose();
        storage.Dispose();
    }

    /// <summary>What Hangfire stores is the call of one of these methods with its id; the token is replaced by its own.</summary>
    public sealed class EngineCall(EngineCalls calls)
    {
        public Task Fire(string jobId, CancellationToken stopping) => calls.Fire(jobId, stopping);

        public Task Run(long runId, CancellationToken stopping) => calls.Run(runId, stopping);
    }

    sealed class CallActivator(EngineCalls calls) : JobActivator
    {
        public override object ActivateJob(Type jobType) => new EngineCall(calls);
    }
}
