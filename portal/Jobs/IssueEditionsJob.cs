using Reporting.Reports;
using Reporting.Reports.Issuing;
using Reporting.Warehouse;

namespace Reporting.Portal.Jobs;

/// <summary>Issues the reports that have fallen due; those to be signed are held.</summary>
static class IssueEditionsJob
{
    public static JobKind Kind { get; } = new("issue-editions", "签发到期的报告（月报等）；要签字的做成待签稿", "issue the reports that have fallen due; those to be signed are held", Run);

    static Task<JobOutcome> Run(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        // The day it was due on: a run that a crash put off may be taken up in another one.
        var due = ShanghaiTime.DateOf(context.ScheduledFor?.UtcDateTime ?? office.Now);
        var editions = IssueEditions.Due(office.Warehouse, due, office.Now, office.IsDemo, stop: context.Stopping);
        IssueEditions.ExportMissing(office.Warehouse, office.Now); // what has come to its release time
        office.CarryNotices(); // to those who are to sign
        foreach (var edition in editions.Issued) context.Log($"{edition.District} {edition.Period}: {edition.FileName}");
        foreach (var edition in editions.Held) context.Log($"{edition.District} {edition.Period}: 未签字，待签稿 {edition.EditionId} 号 {edition.FileName}");
        foreach (var edition in editions.Awaiting) context.Log(edition.InWords(office.Warehouse.Definitions.Current));
        foreach (var warning in editions.Warnings) context.Warn(warning);
        if (editions.Failed.Count > 0)
            throw new AggregateException($"{editions.Failed.Count} 种没有签发，其余 {editions.Issued.Count + editions.Held.Count} 种已办：{string.Join("；", editions.Failed)}", editions.Errors);
        return Task.FromResult(JobOutcome.Of(new { Issued = editions.Issued.Select(Printed), Held = editions.Held.Select(Printed), Awaiting = editions.Awaiting.Select(Awaited) }));

        static object Printed(Edition edition) => new { edition.District, edition.Report, edition.Unit, Period = $"{edition.Period}", edition.Number, File = edition.FileName, edition.Sha256 };

        static object Awaited(AwaitedEdition edition) => new { edition.Key.District, Report = edition.Key.Report.Name, edition.Key.Unit, Period = $"{edition.Key.Period}", edition.Until, edition.NotIn };
    }
}
