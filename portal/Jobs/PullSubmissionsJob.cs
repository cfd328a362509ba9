using Reporting.Etl.Jobs;

namespace Reporting.Portal.Jobs;

/// <summary>Takes what lies in the units' inbox folders and answers it.</summary>
static class PullSubmissionsJob
{
    public static JobKind Kind { get; } = new("pull-submissions", "收取各单位收件夹里的报表并答复", "take the sheets in the units' inbox folders and answer them", Run);

    static async Task<JobOutcome> Run(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        var pulled = await PullSubmissions.Run(office.Warehouse, office.Time, span => Task.Delay(span, office.Time, context.Stopping),
            office.CopyNotices, office.Limits, (done, total) => context.Progress(done, total), context.Stopping);
        context.Log(pulled.Answers.Select(answer => $"{answer.Submission.Receipt} {answer.Submission.FileName}: {answer.State}"));
        foreach (var left in pulled.LeftAlone) context.Warn(left);
        return JobOutcome.Of(new
        {
            pulled.Taken, pulled.Repeated, pulled.LeftAlone, pulled.Seconds,
            Answers = pulled.Answers.Select(answer => new { answer.Submission.Receipt, File = answer.Submission.FileName, Unit = answer.Submission.ChannelUnit, answer.State }),
        });
    }
}
