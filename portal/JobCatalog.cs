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
        new("pull-submissions", "收取各单位收件夹和其他来源（data/sources.json）的报表并答复", "take the sheets in the units' inbox folders and other sources and answer them", PullSubmissions) { Arguments = PullArguments.Names },
        new("issue-editions", "签发到期的报告（月报等）；要签字的做成待签稿", "issue the reports that have fallen due; those to be signed are held", IssueEditions),
    ]);

    public JobKind? Find(string name) => Kinds.FirstOrDefault(kind => kind.Name == name);

    static async Task<JobOutcome> PullSubmissions(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        var (orders, wrong) = PullArguments.Orders(context);
        var pulled = await Etl.Jobs.PullSubmissions.Run(office.Warehouse, office.Time, span => Task.Delay(span, office.Time, context.Stopping),
            office.CopyNotices, office.Limits, (done, total) => context.Progress(done, total), orders, context.Stopping);
        context.Log(pulled.Answers.Select(answer => $"{answer.Submission.Receipt} {answer.Submission.FileName}: {answer.State}"));
        foreach (var line in pulled.LeftAlone.Concat(pulled.Faults).Concat(pulled.Unanswered)) context.Warn(line);
        if (wrong is not null) throw wrong; // the inbox has been answered; where the sources lie nobody knows
        return JobOutcome.Of(new
        {
            pulled.Taken, pulled.Repeated, pulled.LeftAlone, pulled.Faults, pulled.Unanswered, pulled.Seconds,
            Answers = pulled.Answers.Select(answer => new { answer.Submission.Receipt, File = answer.Submission.FileName, Unit = answer.Submission.ChannelUnit, answer.State }),
        });
    }

    static Task<JobOutcome> IssueEditions(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        // The day it was due on: a run that a crash put off may be taken up in another one.
        var due = ShanghaiTime.DateOf(context.ScheduledFor?.UtcDateTime ?? office.Now);
        var editions = Reports.IssueEditions.Due(office.Warehouse, due, office.Now, office.IsDemo);
        Reports.IssueEditions.ExportMissing(office.Warehouse, office.Now); // what has come to its release time
        office.CarryNotices(); // to those who are to sign
        foreach (var edition in editions.Issued) context.Log($"{edition.District} {edition.Period}: {edition.FileName}");
        foreach (var edition in editions.Held) context.Log($"{edition.District} {edition.Period}: 未签字，待签稿 {edition.EditionId} 号 {edition.FileName}");
        foreach (var warning in editions.Warnings) context.Warn(warning);
        if (editions.Failed.Count > 0)
            throw new InvalidOperationException($"{editions.Failed.Count} 种没有签发，其余 {editions.Issued.Count + editions.Held.Count} 种已办：{string.Join("；", editions.Failed)}");
        return Task.FromResult(JobOutcome.Of(new { Issued = editions.Issued.Select(Printed), Held = editions.Held.Select(Printed) }));

        static object Printed(Edition edition) => new { edition.District, edition.Report, edition.Unit, Period = $"{edition.Period}", edition.Number, File = edition.FileName, edition.Sha256 };
    }
}
