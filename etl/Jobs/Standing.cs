using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

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
            var form = catalog.Forms.LastOrDefault(known => known.Id == table.Form && (table.FormVersion is null || known.Version == table.FormVersion));
            var unit = table.OrgUnit is null ? null : catalog.OrgUnit(table.OrgUnit);
            return new AnsweredTable(table, table.Form == LongCsv.Form ? LongCsv.FormName : form?.Name, unit?.Name, table.Period, [.. findings[table.TableId]])
            {
                Form = form,
                DueOn = form is not null && unit is not null && table.Period is { } period ? Dues.DueOn(catalog, form, unit, period) : null,
            };
        })], [.. findings[null]]);
    }
}
