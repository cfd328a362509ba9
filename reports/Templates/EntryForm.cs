using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>What a cell of a form is to whoever fills it in.</summary>
public enum EntryCellKind { open, given, computed, not_asked }

/// <param name="Shown">The figure that is held; null where there is none.</param>
/// <param name="Hint">What is demanded of it, in the words of the rules.</param>
/// <param name="Held">Of an open cell what counts already of the unit and period; null where nothing does.</param>
/// <param name="Adds">Of a computed cell what it adds up: the column of the period, and what went before it in the year.</param>
public sealed record EntryCell(string Column, EntryCellKind Kind, decimal? Shown, string Hint, decimal? Held = null, (string Column, decimal Before)? Adds = null);

/// <param name="Asides">The figures of the period before, in the order of <see cref="EntryForm.Asides"/>.</param>
public sealed record EntryLine(FormLine Line, string Label, IReadOnlyList<EntryCell> Cells, IReadOnlyList<decimal?> Asides);

/// <summary>An empty form as a page shows it: the same lines, columns and open cells as the workbook that is written from it.</summary>
public sealed record EntryForm(TemplateContent Content, IReadOnlyList<FormColumn> Columns, IReadOnlyList<FormColumn> Asides, IReadOnlyList<EntryLine> Lines)
{
    /// <summary>Labels of the foot: who signs.</summary>
    public static IReadOnlyList<string> Signing => TemplateFoot.Signing;

    public static EntryForm Of(TemplateContent content)
    {
        var grid = new TemplateGrid(content);
        return new(content, grid.Columns, grid.Asides, [.. grid.Lines.Select(line => new EntryLine(line, line.Label.Trim(),
            [.. grid.Columns.Select(column => CellOf(grid, line, column))], [.. grid.Asides.Select(column => grid.Aside(line, column))]))]);
    }

    static EntryCell CellOf(TemplateGrid grid, FormLine line, FormColumn column) => TemplateTable.Figure(grid, line, column) switch
    {
        Entry entry => new(column.Id, EntryCellKind.open, null, entry.Check?.Hint.Words ?? "", column is { IsQuoted: false, HasOwnPeriod: false } ? grid.Figures.Value(line, column.Basis, grid.Content.Period) : null),
        Computed computed => new(column.Id, EntryCellKind.computed, null, computed.Hint.Words, Adds: (TemplateTable.SingleOf(grid, line)!.Id, grid.Aside(line, column) ?? 0)),
        Given { Content: Number number } => new(column.Id, EntryCellKind.given, number.Value, "系统留存的数，不必填写。"),
        _ => new(column.Id, EntryCellKind.not_asked, null, ""),
    };
}
