using Reporting.Etl.Jobs;
using Reporting.Portal.Operations;
using Reporting.Reports;
using Reporting.Warehouse;

namespace Reporting.Portal;

/// <summary>What a run did, as data: one JSON document.</summary>
public sealed record JobOutcome(string Json)
{
    public static JobOutcome Of<T>(T document) => new(PrintedJson.Of(document));
}

/// <summary>One kind of job: the name that jobs.json uses, the arguments it may give, and the plain method that does it.</summary>
public sealed record JobKind(string Name, string Help, string HelpEn, Func<JobContext, Task<JobOutcome>> Run)
{
    /// <summary>The keys that <c>arguments</c> may have; others stop the program at start.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>The one visible list of jobs.</summary>
public sealed record JobCatalog(IReadOnlyList<JobKind> Kinds)
{
    public static JobCatalog Shipped { get; } = new(
    [
        new("pull-submissions", "收取各单位收件夹里的报表并答复", "take the sheets in the units' inbox folders and answer them", PullSubmissions),
        new("issue-editions", "签发上月的月报", "issue last month's report", IssueEditions),
    ]);

    public JobKind? Find(string name) => Kinds.FirstOrDefault(kind => kind.Name == name);

    static async Task<JobOutcome> PullSubmissions(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        var pulled = await Etl.Jobs.PullSubmissions.Run(office.Warehouse, office.Time, span => Task.Delay(span, office.Time, context.Stopping),
            office.CopyNotices, office.Limits, (done, total) => context.Progress(done, total), context.Stopping);
        context.Log(pulled.Answers.Select(answer => $"{answer.Submission.Receipt} {answer.Submission.FileName}: {answer.State}"));
        foreach (var left in pulled.LeftAlone) context.Warn(left);
        return JobOutcome.Of(new
        {
            pulled.Taken, pulled.Repeated, pulled.LeftAlone, pulled.Seconds,
            Answers = pulled.Answers.Select(answer => new { answer.Submission.Receipt, File = answer.Submission.FileName, Unit = answer.Submission.ChannelUnit, answer.State }),
        });
    }

    static Task<JobOutcome> IssueEditions(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        // The month it was due for: a run that a crash put off may be taken up in another one.
        var due = ShanghaiTime.DateOf(context.ScheduledFor?.UtcDateTime ?? office.Now);
        var issued = Reports.IssueEditions.MonthBefore(office.Warehouse, due, office.Now, office.IsDemo);
        foreach (var edition in issued) context.Log($"{edition.District} {edition.PeriodStart:yyyy-MM}: {edition.FileName}");
        return Task.FromResult(JobOutcome.Of(new { Issued = issued.Select(edition => new { edition.District, edition.Report, Period = $"{edition.PeriodStart:yyyy-MM}", edition.Number, File = edition.FileName, edition.Sha256 }) }));
    }
}
