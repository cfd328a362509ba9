using System.Globalization;
using Quartz;

namespace Reporting.Portal.Engine;

/// <summary>Quartz.NET, in memory. It stands in where Hangfire's packages do not restore (docs/decisions.md, "Job engine").</summary>
sealed class QuartzEngine(TimeProvider time) : IJobEngine
{
    const string Calls = "calls", JobId = "job_id", RunId = "run_id";
    static readonly JobKey Firing = new("firing"), Recorded = new("recorded");
    IScheduler? scheduler;

    public string Name => "Quartz";

    public bool Running => scheduler?.Status is SchedulerStatus.Running;

    IScheduler Scheduler => scheduler ?? throw new InvalidOperationException("the engine has not been started");

    public async Task Start(EngineCalls calls)
    {
        scheduler = await QuartzSchedulerBuilder.Create(quartz => quartz
            .UseInMemoryStore()
            .UseTimeProvider(time)
            .UseDefaultThreadPool(EngineCalls.MostAtOnce)
            // A stop that only waits would wait for a job that waits for us.
            .ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.Always)).BuildScheduler();
        scheduler.Context[Calls] = calls;
        var stays = new AddJobOptions { Replace = true };
        await scheduler.AddJob(JobBuilder.Create<FiringCall>().WithIdentity(Firing).StoreDurably().Build(), stays);
        await scheduler.AddJob(JobBuilder.Create<RunCall>().WithIdentity(Recorded).StoreDurably().Build(), stays);
        await scheduler.Start();
    }

    public async Task Schedule(string jobId, Cron cron)
    {
        await Remove(jobId);
        await Scheduler.ScheduleJob(TriggerBuilder.Create(time).WithIdentity(jobId).ForJob(Firing).UsingJobData(JobId, jobId)
            .WithSchedule(CronScheduleBuilder.Create(cron.Text, CronFormat.Unix).InTimeZone(cron.Zone)).Build());
    }

    public async Task Remove(string jobId) => await Scheduler.UnscheduleJob(new TriggerKey(jobId));

    public async Task Trigger(long runId) =>
        await Scheduler.TriggerJob(Recorded, new JobDataMap { { RunId, runId.ToString(CultureInfo.InvariantCulture) } });

    public async Task<DateTimeOffset?> NextFireTime(string jobId) => (await Scheduler.GetTrigger(new TriggerKey(jobId)))?.NextFireTimeUtc;

    public async Task ShutDown()
    {
        if (scheduler is not null) await scheduler.Shutdown(waitForJobsToComplete: true);
    }

    sealed class FiringCall : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await ((EngineCalls)context.Scheduler.Context[Calls]!).Fire(context.MergedJobDataMap.GetString(JobId)!, context.CancellationToken);
    }

    sealed class RunCall : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await ((EngineCalls)context.Scheduler.Context[Calls]!).Run(
                long.Parse(context.MergedJobDataMap.GetString(RunId)!, CultureInfo.InvariantCulture), context.CancellationToken);
    }
}
