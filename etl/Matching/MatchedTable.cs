using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>
/// A table given its meaning: which form, whose, of which period, and which cell answers which line and column.
/// While form, unit or period is in doubt the part is null and a finding says what is asked.
/// </summary>
/// <param name="Unit">The unit that reports.</param>
/// <param name="Score">How sure the match to the form is, 0 to 1.</param>
/// <param name="Cells">One for each line and column of the form that the sheet has (blank ones too).</param>
public sealed record MatchedTable(
    UnderstoodTable Table, Form? Form, OrgUnit? Unit, Period? Period, decimal Score, IReadOnlyList<MatchedCell> Cells, IReadOnlyList<Finding> Findings)
{
    public bool IsClear => Form is not null && Unit is not null && Period is not null
        && !Findings.Any(finding => finding.Severity == Severity.error);
}

/// <param name="Value">In the line's unit (multiplied), rounded half-up to four decimals; null unless reported.</param>
public sealed record MatchedCell(
    FormLine Line, FormColumn Column, int Row, int ColumnNumber, CellValue Source, decimal? Value, ValueState State, Bound Bound);

/// <summary>What is known from outside the sheet: the channel it came through and what a person answered.</summary>
/// <param name="ChannelUnit">Unit whose channel it came through; null where an operator sends it.</param>
/// <param name="FileName">Name as sent; the last resort for period and unit, never against the sheet.</param>
/// <param name="Form">A person named the form (by id), the unit (by code), the period.</param>
public sealed record MatchHints(OrgUnit? ChannelUnit, string FileName, string? Form, string? OrgUnit, Period? Period)
{
    /// <summary>What the workbook's hidden mark says of the sheet; null where it has none.</summary>
    public TemplateStamp? Stamp { get; init; }
}
