using Reporting.Etl.Answer;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>The answer to a submission as it stands now, from what the warehouse keeps.</summary>
public static class Standing
{
    public static AnswerContent Of(OpenWarehouse warehouse, Submission submission)
    {
        var catalog = warehouse.Definitions.Current;
        var findings = warehouse.Submissions.FindingsOf(submission.SubmissionId).ToLookup(row => row.TableId, row => row.Finding);
        return new(submission, [.. warehouse.Submissions.TablesOf(submission.SubmissionId).Select(table =>
        {
            Period? period = table.PeriodKind is { } kind && table.PeriodStart is { } start ? Period.Of(kind, start) : null;
            return new AnsweredTable(table, table.Form is null ? null : catalog.Forms.LastOrDefault(form => form.Id == table.Form)?.Name,
                table.OrgUnit is null ? null : catalog.OrgUnit(table.OrgUnit)?.Name, period, [.. findings[table.TableId]]);
        })], [.. findings[null]]);
    }
}
