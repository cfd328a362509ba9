using Reporting.Etl.Jobs;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Answer;

/// <summary>All that an answer says: the receipt, how each table was understood, what became of it and why.</summary>
/// <param name="FileFindings">About the file as a whole: what could not be read, or in which no table was found.</param>
public sealed record AnswerContent(Submission Submission, IReadOnlyList<AnsweredTable> Tables, IReadOnlyList<Finding> FileFindings)
{
    /// <summary>The least settled table's state; of a file without tables, what its own findings lead to.</summary>
    public TableState State => Tables.Count == 0 ? FileFindings.Any(finding => finding.Code == JobFindings.SetAside) ? TableState.set_aside : TableState.returned : Verdict.OfSubmission(Tables.Select(table => table.Table.State));

    /// <summary>A trial: nothing was received, and nothing was kept.</summary>
    public bool IsTrial => Submission.SubmissionId == 0;

    public IEnumerable<Finding> AllFindings => FileFindings.Concat(Tables.SelectMany(table => table.Findings));
}

/// <param name="FormName">Names in words; null where that part is in doubt.</param>
/// <param name="Findings">Everything found in the table, by reading, matching and rules, in the order to be shown.</param>
public sealed record AnsweredTable(
    SubmissionTable Table, string? FormName, string? UnitName, Period? Period, IReadOnlyList<Finding> Findings)
{
    /// <summary>The form's definition; null while it is in doubt, or where every figure stands for itself.</summary>
    public Form? Form { get; init; }

    /// <summary>Last day on which it is on time; null where it is not owed, or in doubt.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>A warning whose reason the sender still owes.</summary>
    public bool AsksReason(Finding finding) => finding.Explanation is null && Form is not null && Explained.NeedsReason(finding, Form);

    /// <summary>The values that differ from what is held (<c>Expected</c>: held, <c>Found</c>: now); none on a first sheet.</summary>
    public IEnumerable<Finding> ChangedValues => Findings.Where(ChangeFindings.IsOfValue);

    /// <summary>How much was changed and how much stays; null where nothing was held before.</summary>
    public Finding? Changes => Findings.FirstOrDefault(finding => ChangeFindings.Is(finding.Code) && !ChangeFindings.IsOfValue(finding));
}
