using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>The cells of one sheet as they are read, whoever reads them: where the next one stands, and what its written value becomes.</summary>
sealed class XlsxCells(XlsxSheetEntry entry, XlsxWorkbook workbook, ReadBudget budget) : IDisposable
{
    readonly CellList cells = new();
    readonly HashSet<int> hiddenRows = [];
    readonly TextPool pool = new();
    readonly CellRemarks formulasWithoutValue = new(entry.Name, ReadFindings.FormulaWithoutValue);
    readonly CellRemarks cellsTwice = new(entry.Name, ReadFindings.CellTwice);
    readonly CellRemarks textsMissing = new(entry.Name, ReadFindings.TextMissing);

    /// <summary>The value's letters, to be filled in before <see cref="Add(XlsxType, int)"/>.</summary>
    public XlsxText Text { get; } = new(budget);
    public int Row { get; private set; }
    public int Column { get; private set; }
    public int SharedTexts => workbook.Strings.Count;
    public IReadOnlyList<Finding> Findings => [.. formulasWithoutValue.Findings, .. cellsTwice.Findings, .. textsMissing.Findings];

    public Sheet ToSheet(IReadOnlyList<CellRange> merges, IReadOnlySet<int> hiddenColumns, IReadOnlyList<CellComment> comments)
    {
        var filled = cells.ToArray();
        foreach (var place in CellOrder.Twice(filled)) cellsTwice.Add(place.Row, place.Column);
        return new(entry.Name, entry.Hidden, filled, merges, hiddenRows, hiddenColumns) { Comments = comments, Uncomputed = formulasWithoutValue.Places };
    }

    /// <param name="number">0 where the row does not say it: then it follows the one before.</param>
    public void BeginRow(int number, bool hidden)
    {
        budget.CheckTime();
        (Row, Column) = (number > 0 ? number : Row + 1, 0);
        if (hidden && Row <= budget.Limits.Rows) hiddenRows.Add(Row);
    }

    public void NextColumn() => Column++;

    /// <summary>A cell that says its own place.</summary>
    public void MoveTo(int row, int column) => (Row, Column) = (row, column);

    public CellMark Mark => new(cells.Count, Row, Column);

    /// <summary>Forgets the cells since the mark: somebody else reads them again.</summary>
    public void BackTo(CellMark mark)
    {
        cells.Cut(mark.Count);
        (Row, Column) = (mark.Row, mark.Column);
    }

    /// <summary>A formula whose result the file does not hold.</summary>
    public void AddFormulaWithoutValue() => formulasWithoutValue.Add(Row, Column);

    public void Add(XlsxType type, int style)
    {
        budget.CountCell(entry.Name, Row, Column);
        switch (type)
        {
            case XlsxType.Shared: AddShared(); break;
            case XlsxType.Text: AddText(CellKind.Text); break;
            case XlsxType.Boolean: Add(CellKind.Boolean, Text.Span.Trim() is "1" or "true" ? "TRUE" : "FALSE"); break;
            case XlsxType.Error: AddText(CellKind.Error); break;
            case XlsxType.IsoDate when ExcelDate.TryReadIso(Text.Span.Trim(), out var date, out var serial): Add(CellKind.Date, date, serial); break;
            case XlsxType.IsoDate: AddText(CellKind.Text); break;
            default: AddNumber(style < workbook.Looks.Count ? workbook.Looks[style] : NumberLook.Plain); break;
        }
    }

    public void Dispose() => cells.Dispose();

    void AddShared()
    {
        if (!int.TryParse(Text.Span, out var index) || index < 0 || index >= workbook.Strings.Count) textsMissing.Add(Row, Column);
        else if (workbook.Strings[index] is { } shared) Add(CellKind.Text, shared);
    }

    void AddText(CellKind kind)
    {
        if (Text.Shown(pool) is { } shown) Add(kind, shown);
    }

    // What is no number although it should be one is kept as it is written, for the sheet's reader to judge.
    void AddNumber(NumberLook look)
    {
        var written = Text.Span.Trim();
        if (!ExactNumber.TryRead(written, out var number, out var plain)) { AddText(CellKind.Text); return; }
        if (look == NumberLook.Date && ExcelDate.Write(number, workbook.From1904) is { } date) Add(CellKind.Date, date, number);
        else Add(CellKind.Number, plain ? pool.Get(written) : ExactNumber.Write(number, pool), number, look == NumberLook.Percent);
    }

    void Add(CellKind kind, string shown, decimal number = 0, bool percent = false) =>
        cells.Add(new(Row, Column, kind, shown, number, percent));
}

/// <summary>Where the reading of a sheet stood.</summary>
readonly record struct CellMark(int Count, int Row, int Column);

/// <summary>The types that a cell's <c>t</c> attribute names.</summary>
enum XlsxType { Number, Shared, Text, Boolean, Error, IsoDate }
