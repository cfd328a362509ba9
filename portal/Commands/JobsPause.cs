namespace Reporting.Portal.Commands;

/// <summary>Silences a job until somebody resumes it; the pause outlives restarts.</summary>
static class JobsPause
{
    public static Verb Verb { get; } = new("jobs pause", "暂停一个任务", "pause a job") { Parameters = [JobsRun.JobId], Run = Run, Decides = true };

    static Answer Run(Request request, Office office)
    {
        var job = JobsRun.Named(request, office);
        office.Operations.PauseJob(job.Id, request.By, request.Reason);
        office.Schedule?.Pause(job.Id).GetAwaiter().GetResult();
        return request.Json ? Answer.Document(new { job.Id, paused = true }) : Answer.Done(request.Say($"任务 {job.Id} 已暂停。", $"The job {job.Id} is paused."));
    }
}
