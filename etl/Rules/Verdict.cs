using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Rules;

/// <summary>What becomes of a table, from everything that was found in it.</summary>
public static class Verdict
{
    // What the sender's sheet leaves open and a person must answer; sending the same sheet again would not help.
    static readonly HashSet<string> Questions =
    [
        "form_unknown", "form_unsure", "form_title_differs", "org_unit_conflict", "org_unit_unknown", "org_unit_missing", "period_missing", "period_conflict",
        "period_kind", "form_not_in_force", "stamp_conflict", "period_unchanged",
    ];

    /// <summary>
    /// <c>unclear</c> while form, unit or period awaits an answer, <c>returned</c> with any error, then a warning about figures awaits its
    /// reason, and the whole a review where one is asked for or the sheet names another unit than its sender; else <c>loaded</c>.
    /// </summary>
    /// <param name="form">Null where it is not known, or every figure stands for itself: then no reason is asked for.</param>
    public static TableState Of(IReadOnlyCollection<Finding> findings, Form? form = null, bool needsReview = false) =>
        findings.Any(finding => finding.Severity == Severity.error && Questions.Contains(finding.Code)) ? TableState.unclear
        : findings.Any(finding => finding.Severity == Severity.error) ? TableState.returned
        : form is not null && findings.Any(finding => finding.Explanation is null && Explained.NeedsReason(finding, form)) ? TableState.awaiting_explanation
        : needsReview || findings.Any(IsTakenForAnother) ? TableState.awaiting_review
        : TableState.loaded;

    // Its sender says that a sheet which names another unit is theirs: somebody else looks before it counts.
    static bool IsTakenForAnother(Finding finding) => finding is { Code: "org_unit_overridden", Severity: Severity.warning };

    /// <summary>A submission shows its least settled table; one in which no table was found has been returned.</summary>
    public static TableState OfSubmission(IEnumerable<TableState> tables) => tables.DefaultIfEmpty(TableState.returned).MinBy(Settledness);

    // From waiting for an answer to long past; set aside is last, for it asks nothing of anyone.
    static int Settledness(TableState state) => state switch
    {
        TableState.received => 0,
        TableState.unclear => 1,
        TableState.returned => 2,
        TableState.awaiting_explanation => 3,
        TableState.awaiting_review => 4,
        TableState.loaded => 5,
        TableState.superseded => 6,
        TableState.withdrawn => 7,
        TableState.voided => 8,
        _ => 9,
    };
}
