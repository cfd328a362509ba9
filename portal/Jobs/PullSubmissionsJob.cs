using Reporting.Etl.Jobs;

namespace Reporting.Portal.Jobs;

/// <summary>Takes what lies in the units' inbox folders and other sources and answers it.</summary>
static class PullSubmissionsJob
{
    public static JobKind Kind { get; } = new("pull-submissions", "收取各单位收件夹和其他来源（data/sources.json）的报表并答复", "take the sheets in the units' inbox folders and other sources and answer them", Run) { Arguments = PullArguments.Names };

    static async Task<JobOutcome> Run(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        var (orders, wrong) = PullArguments.Orders(context);
        var pulled = await PullSubmissions.Run(office.Warehouse, office.Time, span => Task.Delay(span, office.Time, context.Stopping),
            office.CopyNotices, office.Limits, (done, total) => context.Progress(done, total), orders, context.Stopping);
        context.Log(pulled.Answers.Select(answer => ((string?)answer.Submission.Receipt, $"{answer.Submission.Receipt} {answer.Submission.FileName}: {answer.State}")));
        foreach (var line in pulled.LeftAlone.Concat(pulled.Faults).Concat(pulled.Unanswered)) context.Warn(line);
        if (wrong is not null) throw wrong; // the inbox has been answered; where the sources lie nobody knows
        return JobOutcome.Of(new
        {
            pulled.Taken, pulled.Repeated, pulled.LeftAlone, pulled.Faults, pulled.Unanswered, pulled.Seconds,
            Answers = pulled.Answers.Select(answer => new { answer.Submission.Receipt, File = answer.Submission.FileName, Unit = answer.Submission.ChannelUnit, answer.State }),
        });
    }
}
