using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
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
            var form = table.Form == LongCsv.Form ? LongCsv.FormName : catalog.Forms.LastOrDefault(known => known.Id == table.Form)?.Name;
            return new AnsweredTable(table, form, table.OrgUnit is null ? null : catalog.OrgUnit(table.OrgUnit)?.Name, table.Period, [.. findings[table.TableId]]);
        })], [.. findings[null]]);
    }
}
