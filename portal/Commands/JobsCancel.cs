using Reporting.Portal.Operations;

namespace Reporting.Portal.Commands;

/// <summary>Ends a run that waits, or stops one that is under way; it is not taken up again.</summary>
static class JobsCancel
{
    // A job heeds its cancellation within a second or two; one that does not is told to still be ending.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Verb Verb { get; } = new("jobs cancel", "取消一次等待中或正在进行的运行", "cancel a run that waits or is under way")
    {
        Parameters = [JobsShow.RunNumber],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        var run = JobsShow.Named(request, office);
        var runner = office.Schedule?.Runner ?? new JobRunner(office);
        var because = $"cancelled by {request.By}{(string.IsNullOrWhiteSpace(request.Reason) ? "" : $": {request.Reason}")}";
        var over = runner.Cancel(run.RunId, because)
            ?? throw new FailureException($"运行 {run.RunId} 已经结束（{run.State}），不能取消。", $"Run {run.RunId} has ended ({run.State}) and cannot be cancelled.");
        over.Wait(Patience);
        var now = office.Operations.Run(run.RunId)!;
        if (request.Json) return Answer.Document(new { run = PrintedRun.Of(now) });
        return Answer.Done(!now.HasEnded ? request.Say($"运行 {run.RunId} 已通知停止，还在收尾；用 jobs show {run.RunId} 查看。", $"Run {run.RunId} was told to stop and is still ending; see jobs show {run.RunId}.")
            : now.State == RunState.cancelled ? request.Say($"运行 {run.RunId} 已取消。", $"Run {run.RunId} is cancelled.")
            : request.Say($"运行 {run.RunId} 没来得及取消，已结束：{now.State}。", $"Run {run.RunId} had ended by then: {now.State}."));
    }
}
