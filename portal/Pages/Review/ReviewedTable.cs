using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Review;

/// <summary>A line of a sheet as a reviewer reads it.</summary>
/// <param name="Values">By column id, in words.</param>
/// <param name="Held">What was held before where the sheet changes it, by column id.</param>
/// <param name="Findings">Rules it breaks and figures that do not tie; with none, and nothing changed, it is folded.</param>
public sealed record ReviewedLine(FormLine Line, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Held, IReadOnlyList<Finding> Findings)
{
    public bool IsExceptional => Findings.Count > 0 || Held.Count > 0;
}

/// <summary>One table of a submission, line by line of its form.</summary>
public sealed record ReviewedTable(AnsweredTable Answered, IReadOnlyList<FormColumn> Columns, IReadOnlyList<ReviewedLine> Lines, IReadOnlyList<Finding> Others)
{
    /// <param name="cells">What the table claims.</param>
    public static ReviewedTable Of(AnsweredTable answered, IReadOnlyList<StagedCell> cells)
    {
        var spoken = answered.Findings.Where(finding => finding.Severity != Severity.info).ToList();
        if (answered.Form is not { } form) return new(answered, [], [], spoken);
        var values = cells.Where(cell => cell.LineNumber is not null && cell.ColumnId is not null).ToLookup(cell => cell.LineNumber!.Value);
        var lines = form.Lines.Where(line => values.Contains(line.Number) || spoken.Exists(finding => IsOf(finding, line))).Select(line => new ReviewedLine(line,
            values[line.Number].GroupBy(cell => cell.ColumnId!).ToDictionary(same => same.Key, same => WhatChanged.InWords(same.Last().Value, same.Last().State, same.Last().Bound)),
            answered.ChangedValues.Where(change => IsOf(change, line)).GroupBy(change => form.Columns.FirstOrDefault(column => column.Title == change.Place.Column)?.Id ?? "").ToDictionary(same => same.Key, same => same.Last().Expected ?? "无"),
            [.. spoken.Where(finding => IsOf(finding, line))])).ToList();
        return new(answered, [.. form.Columns.Where(column => lines.Exists(line => line.Values.ContainsKey(column.Id)))], lines, [.. spoken.Where(finding => !form.Lines.Any(line => IsOf(finding, line)))]);
    }

    // A line's words begin with its number.
    static bool IsOf(Finding finding, FormLine line) => finding.Place.Line?.StartsWith($"{line.Number} ", StringComparison.Ordinal) == true;
}
