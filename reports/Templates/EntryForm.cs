using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>What a cell of a form is to whoever fills it in.</summary>
public enum EntryCellKind { open, given, computed, not_asked }

/// <param name="Shown">The figure that is held; null where there is none.</param>
/// <param name="Hint">What is demanded of it, in the words of the rules.</param>
public sealed record EntryCell(string Column, EntryCellKind Kind, decimal? Shown, string Hint);

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
            [.. grid.Columns.Select(column => CellOf(column, TemplateTable.Figure(grid, line, column)))], [.. grid.Asides.Select(column => grid.Aside(line, column))]))]);
    }

    static EntryCell CellOf(FormColumn column, Cell cell) => cell switch
    {
        Entry entry => new(column.Id, EntryCellKind.open, null, entry.Check?.Hint.Words ?? ""),
        Computed computed => new(column.Id, EntryCellKind.computed, null, computed.Hint.Words),
        Given { Content: Number number } => new(column.Id, EntryCellKind.given, number.Value, "系统留存的数，不必填写。"),
        _ => new(column.Id, EntryCellKind.not_asked, null, ""),
    };
}
