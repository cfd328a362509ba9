using System.Collections.Concurrent;
using Reporting.Etl.Jobs;

namespace Reporting.Portal.Jobs;

/// <summary>Takes what lies in the units' inbox folders and other sources and answers it.</summary>
static class PullSubmissionsJob
{
    public static JobKind Kind { get; } = new("pull-submissions", "收取各单位收件夹和其他来源（data/sources.json）的报表并答复", "take the sheets in the units' inbox folders and other sources and answer them", Run) { Arguments = PullArguments.Names };

    // What lies astray lies there every minute: it is told when it is first seen, and once more after a start.
    static readonly ConcurrentDictionary<string, IReadOnlyList<string>> LeftBefore = new();

    static async Task<JobOutcome> Run(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        var (orders, wrong) = PullArguments.Orders(context);
        var pulled = await PullSubmissions.Run(office.Warehouse, office.Time, span => Task.Delay(span, office.Time, context.Stopping),
            office.CopyNotices, office.Limits, (done, total) => context.Progress(done, total), orders, context.Stopping);
        context.Log(pulled.Answers.Select(answer => ((string?)answer.Submission.Receipt, $"{answer.Submission.Receipt} {answer.Submission.FileName}: {answer.State}")));
        var left = pulled.LeftAlone.Except(LeftBefore.GetValueOrDefault(office.Data.Root, [])).ToList();
        LeftBefore[office.Data.Root] = pulled.LeftAlone;
        context.Warn([.. left.Concat(pulled.Faults).Select(line => ((string?)null, line)), .. pulled.Unanswered.Select(line => ((string?)line.Split(' ', 2)[0], line))]);
        if (wrong is not null) throw wrong; // the inbox has been answered; where the sources lie nobody knows
        return JobOutcome.Of(new
        {
            pulled.Taken, pulled.Repeated, LeftAlone = left, StillLeft = pulled.LeftAlone.Count - left.Count, pulled.Faults, pulled.Unanswered, pulled.Seconds,
            Answers = pulled.Answers.Select(answer => new { answer.Submission.Receipt, File = answer.Submission.FileName, Unit = answer.Submission.ChannelUnit, answer.State }),
        });
    }
}
