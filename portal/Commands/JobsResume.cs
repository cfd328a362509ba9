namespace Reporting.Portal.Commands;

/// <summary>Lets a paused job fire again; what passed meanwhile is not made good.</summary>
static class JobsResume
{
    public static Verb Verb { get; } = new("jobs resume", "恢复一个任务", "resume a paused job") { Parameters = [JobsRun.JobId], Run = Run, Decides = true };

    static Answer Run(Request request, Office office)
    {
        var job = JobsRun.Named(request, office);
        office.Operations.ResumeJob(job.Id);
        office.Operations.Consider(job.SeenUntil(office.Time.GetUtcNow()));
        office.Schedule?.Resume(job).GetAwaiter().GetResult();
        return request.Json ? Answer.Document(new { job.Id, paused = false }) : Answer.Done(request.Say($"任务 {job.Id} 已恢复。", $"The job {job.Id} is resumed."));
    }
}
