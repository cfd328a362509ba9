namespace Reporting.Warehouse.Marts;

/// <summary>One commitment's target for one unit and year, as known at a load.</summary>
/// <param name="Value">Null unless <paramref name="State"/> is issued.</param>
/// <param name="Kind">annual_total, ceiling, … (the kinds of commitments).</param>
public sealed record CommitmentTarget(
    string Commitment, string Indicator, string OrgUnit, int Year, string Kind, string Comparator, decimal? Value, string Unit, TargetState State,
    string? Document);

/// <summary>One unit, form and period: what was owed and what came.</summary>
/// <param name="State">
/// <c>reported</c> (a sheet counts), <c>nil</c> (only a 零报告 does), <c>partly</c> (of a form in parts some are still to come); while nothing
/// counts, what became of the latest sheet: <c>returned</c>, <c>unclear</c>, <c>awaiting_explanation</c>, <c>awaiting_review</c>,
/// <c>withdrawn</c>, <c>voided</c>, <c>set_aside</c> (the warehouse refused it); where none came <c>missing</c> (past due) or <c>not_due</c>.
/// </param>
/// <param name="FirstReceivedAt">UTC; null while nothing came. What was taken back does not count beside what was not.</param>
/// <param name="LoadedAt">When what counts was accepted last.</param>
/// <param name="Late">The first came after the due date.</param>
/// <param name="AcceptedLate">The one accepted first came after the due date: with an early first one, it was mended late.</param>
/// <param name="Attempts">Submissions received for it; <paramref name="Returned"/> of them sent back.</param>
/// <param name="Warnings">Of the sheet that counts, or of the latest; <paramref name="Explained"/> of them with a reason.</param>
/// <param name="Waiting">While one counts, what a later one waits for (<c>unclear</c>, <c>awaiting_explanation</c>, <c>awaiting_review</c>); else null.</param>
public sealed record UnitPeriodStatus(
    string District, string OrgUnit, string Form, DateOnly PeriodStart, DateOnly DueDate, bool PastDue, string State, DateTime? FirstReceivedAt,
    DateTime? LoadedAt, bool Late, bool AcceptedLate, int Attempts, int Returned, int Warnings, int Explained, string? Waiting);

/// <summary>A sheet that stands returned, and one code of the errors in it.</summary>
/// <param name="ReturnedAt">UTC.</param>
/// <param name="Reason">What the decision says; of a person who sent it back, the reason given.</param>
/// <param name="Code">Null where nothing was found and a person sent it back; then <paramref name="Times"/> is 0.</param>
public sealed record SheetReturn(
    long TableId, string OrgUnit, string Form, DateOnly PeriodStart, string Receipt, DateTime ReceivedAt, DateTime ReturnedAt, string? Reason, string? Code, int Times);

/// <summary>Sheets of a unit that were accepted after the lock of their period, in the place of one that counted.</summary>
public sealed record UnitCorrections(string OrgUnit, int Times);

/// <summary>Sheets of a unit and period that were accepted after the run that speaks of them had been frozen.</summary>
public sealed record FrozenCorrections(long Run, int Year, string OrgUnit, DateOnly PeriodStart, int Times);

/// <summary>One observation that a figure is made of, with the place it came from (lineage).</summary>
/// <param name="Used">How it enters: <c>month</c>, <c>cumulative</c>, <c>stock</c>; a check value never enters.</param>
/// <param name="FigureUnit">Whose figure it is part of.</param>
public sealed record Addend(
    string OrgUnit, string Reporter, string Element, string Breakdown, PeriodKind PeriodKind, DateOnly PeriodStart, DateOnly PeriodEnd, Basis Basis, decimal? Value,
    ValueState State, string Used, string? Receipt, string? FileName, string? Sha256, string? Sheet, string? CellAddress, string? Text, string? SentBy,
    DateTime? ReceivedAt, long LoadId, string FigureUnit = "", string? ReviewedBy = null, DateTime? ReviewedAt = null);

/// <summary>A value that stood once: known from one load, and no more from another on.</summary>
/// <param name="EndedAt">UTC, of the load that superseded it; <paramref name="Cause"/> says by what.</param>
public sealed record SupersededValue(
    string OrgUnit, string Reporter, string Element, string Breakdown, PeriodKind PeriodKind, DateOnly PeriodStart, Basis Basis, decimal? Value, ValueState State,
    string? Receipt, string? FileName, string? Sheet, string? CellAddress, string? SentBy, DateTime? ReceivedAt, long LoadId, long KnownToLoad, DateTime? EndedAt, string? Cause);

/// <summary>Who sent a table and who accepted it.</summary>
/// <param name="ReviewedBy">Null: nobody had to look at it.</param>
public sealed record SheetReview(string Receipt, string? Sheet, string SentBy, DateTime ReceivedAt, string? ReviewedBy, DateTime? ReviewedAt);

/// <summary>A district figure beside the sum of its units and beside other reporters' figures of the same period.</summary>
/// <param name="Reporter">Who states <paramref name="Stated"/>; null for the sum of the units against the authority.</param>
/// <param name="Kind"><c>residual</c> (authority minus sum of units: 区本级/未分列), <c>check</c> (another reporter against the figure that counts).</param>
public sealed record SourceDifference(
    string OrgUnit, string Element, string Breakdown, DateOnly PeriodStart, Basis Basis, string Kind, string? Reporter, decimal? Counts, decimal? Stated,
    decimal? Difference);

/// <summary>A figure quoted in an accepted table that differs from what is held of the period it quotes.</summary>
public sealed record QuotedDifference(
    long TableId, string CellAddress, string OrgUnit, string Element, string Breakdown, DateOnly PeriodStart, decimal? Quoted, decimal? Held);

/// <summary>The warehouse in numbers. Submissions are counted by their least settled table; one without a table counts as returned.</summary>
public sealed record WarehouseCounts(
    int Received, int Loaded, int Returned, int Unclear, int Superseded, int Withdrawn, int Errors, int Warnings, int Infos, long Observations, long Cells);

/// <summary>One kind of finding in one received file.</summary>
public sealed record FileFinding(string? OrgUnit, string FileName, string Code, Severity Severity, int Times);

/// <summary>What one code has found: <paramref name="Hits"/> findings in <paramref name="Tables"/> tables.</summary>
/// <param name="Explained">Findings for which a reason was given.</param>
/// <param name="Fixed">Tables of which a later sheet of the same unit, form and period has it no more.</param>
public sealed record RuleHits(string Code, int Hits, int Tables, int Explained, int Fixed);

/// <summary>How often one code spoke of one form and period of a unit, in sheets that were accepted or sent back: <paramref name="Times"/> findings in <paramref name="Tables"/> tables.</summary>
public sealed record UnitFinding(string OrgUnit, string Form, DateOnly PeriodStart, string Code, Severity Severity, int Times, int Tables);

/// <summary>A sheet that was sent back.</summary>
/// <param name="Reason">What a reviewer wrote; empty where the checks sent it back.</param>
/// <param name="Codes">Of its errors, with commas between, the most frequent first; empty where it has none.</param>
public sealed record UnitReturn(string OrgUnit, string Form, DateOnly PeriodStart, string Receipt, DateTime ReturnedAt, string Reason, string Codes)
{
    /// <summary>One for each sheet, by unit, period and form.</summary>
    public static IReadOnlyList<UnitReturn> Of(IReadOnlyList<SheetReturn> returns) =>
    [
        .. from row in returns
           group row by row.TableId into sheet
           let one = sheet.First()
           orderby one.OrgUnit, one.PeriodStart, one.Form, one.ReturnedAt, one.Receipt
           select new UnitReturn(one.OrgUnit, one.Form, one.PeriodStart, one.Receipt, one.ReturnedAt, one.Reason ?? "",
               string.Join(',', sheet.Where(row => row.Code is not null).OrderByDescending(row => row.Times).ThenBy(row => row.Code, StringComparer.Ordinal).Select(row => row.Code))),
    ];
}
