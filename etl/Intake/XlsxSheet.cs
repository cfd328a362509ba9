using System.Xml;
using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>
/// One pass over one sheet part. Only what stands in rows and cells is believed: the dimension and the spans may lie, places may be
/// missing (then they follow the one before) and may come in any order.
/// </summary>
sealed class XlsxSheet(XlsxSheetEntry entry, XlsxWorkbook workbook, XlsxNames names, ReadBudget budget) : IDisposable
{
    const int LastExcelColumn = 16_384;
    readonly CellList cells = new();
    readonly List<CellRange> merges = [];
    readonly HashSet<int> hiddenRows = [];
    readonly HashSet<int> hiddenColumns = [];
    readonly XlsxText text = new(budget);
    readonly TextPool pool = new();
    readonly CellRemarks formulasWithoutValue = new(entry.Name, ReadFindings.FormulaWithoutValue);
    readonly CellRemarks cellsTwice = new(entry.Name, ReadFindings.CellTwice);
    readonly CellRemarks textsMissing = new(entry.Name, ReadFindings.TextMissing);
    int row, column;

    public IReadOnlyList<CellComment> Comments { get; init; } = [];

    public IReadOnlyList<Finding> Findings => [.. formulasWithoutValue.Findings, .. cellsTwice.Findings, .. textsMissing.Findings];

    public Sheet Read(XmlReader xml)
    {
        var move = true; // Skip already stands on the next node
        while (!move || xml.Read())
        {
            move = true;
            if (xml.NodeType != XmlNodeType.Element) continue;
            var name = xml.LocalName;
            if (ReferenceEquals(name, names.Cell)) ReadCell(xml);
            else if (ReferenceEquals(name, names.Row)) ReadRow(xml);
            else if (ReferenceEquals(name, names.Merge)) ReadMerge(xml);
            else if (ReferenceEquals(name, names.Column)) ReadColumn(xml);
            else if (ReferenceEquals(name, names.Extension)) { xml.Skip(); move = xml.EOF; }
        }
        var filled = cells.ToArray();
        foreach (var place in CellOrder.Twice(filled)) cellsTwice.Add(place.Row, place.Column);
        return new(entry.Name, entry.Hidden, filled, merges, hiddenRows, hiddenColumns) { Comments = Comments };
    }

    public void Dispose() => cells.Dispose();

    void ReadRow(XmlReader xml)
    {
        budget.CheckTime();
        (row, column) = (CellAddress.TryReadNumber(xml.GetAttribute(names.Reference), out var number) ? number : row + 1, 0);
        if (row <= budget.Limits.Rows && IsTrue(xml.GetAttribute("hidden"))) hiddenRows.Add(row);
    }

    void ReadColumn(XmlReader xml)
    {
        if (!IsTrue(xml.GetAttribute("hidden"))) return;
        if (!CellAddress.TryReadNumber(xml.GetAttribute("min"), out var first) || !CellAddress.TryReadNumber(xml.GetAttribute("max"), out var last)) return;
        for (var hidden = first; hidden <= Math.Min(last, LastExcelColumn); hidden++) hiddenColumns.Add(hidden);
    }

    void ReadMerge(XmlReader xml)
    {
        if (CellAddress.TryReadRange(xml.GetAttribute("ref"), budget.Limits, out var merge)) merges.Add(merge);
        budget.CheckEntries(merges.Count);
    }

    void ReadCell(XmlReader xml)
    {
        var (type, style) = ReadAttributes(xml);
        if (xml.IsEmptyElement) return;
        text.Clear();
        var (formula, inline) = (false, false);
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (ReferenceEquals(xml.LocalName, names.Value) && !inline) text.Append(xml);
            else if (ReferenceEquals(xml.LocalName, names.Formula)) formula = true;
            else if (ReferenceEquals(xml.LocalName, names.Inline))
            {
                text.Clear(); // some programs write a value beside it; Excel shows the inline text
                text.AppendItem(xml, names);
                inline = true;
            }
        }
        if (!Cell.IsBlank(text.Span)) AddCell(type, style);
        else if (formula && type != CellType.Text) formulasWithoutValue.Add(row, column); // a formula may well result in an empty text
    }

    (CellType Type, int Style) ReadAttributes(XmlReader xml)
    {
        var (type, style, styleAt) = (CellType.Number, 0, -1);
        column++;
        var index = 0;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute(), index++)
        {
            if (ReferenceEquals(xml.LocalName, names.Reference))
            {
                if (CellAddress.TryRead(xml.Value, out var ownRow, out var ownColumn)) (row, column) = (ownRow, ownColumn);
            }
            else if (ReferenceEquals(xml.LocalName, names.Style)) styleAt = index;
            else if (ReferenceEquals(xml.LocalName, names.Text)) type = TypeOf(xml.Value);
        }
        if (type == CellType.Number && styleAt >= 0 && CellAddress.TryReadNumber(xml.GetAttribute(styleAt), out var number)) style = number;
        xml.MoveToElement();
        return (type, style); // a style matters to numbers only, and each attribute read is a string made
    }

    void AddCell(CellType type, int style)
    {
        budget.CountCell(entry.Name, row, column);
        switch (type)
        {
            case CellType.Shared: AddShared(); break;
            case CellType.Text: AddText(CellKind.Text); break;
            case CellType.Boolean: Add(CellKind.Boolean, text.Span.Trim() is "1" or "true" ? "TRUE" : "FALSE"); break;
            case CellType.Error: AddText(CellKind.Error); break;
            case CellType.IsoDate when ExcelDate.TryReadIso(text.Span.Trim(), out var date, out var serial): Add(CellKind.Date, date, serial); break;
            case CellType.IsoDate: AddText(CellKind.Text); break;
            default: AddNumber(style < workbook.Looks.Count ? workbook.Looks[style] : NumberLook.Plain); break;
        }
    }

    void AddShared()
    {
        if (!int.TryParse(text.Span, out var index) || index < 0 || index >= workbook.Strings.Count) textsMissing.Add(row, column);
        else if (workbook.Strings[index] is { } shared) Add(CellKind.Text, shared);
    }

    void AddText(CellKind kind)
    {
        if (text.Shown(pool) is { } shown) Add(kind, shown);
    }

    // What is no number although it should be one is kept as it is written, for the sheet's reader to judge.
    void AddNumber(NumberLook look)
    {
        var written = text.Span.Trim();
        if (!ExactNumber.TryRead(written, out var number, out var plain)) { AddText(CellKind.Text); return; }
        if (look == NumberLook.Date && ExcelDate.Write(number, workbook.From1904) is { } date) Add(CellKind.Date, date, number);
        else Add(CellKind.Number, plain ? pool.Get(written) : ExactNumber.Write(number, pool), number, look == NumberLook.Percent);
    }

    void Add(CellKind kind, string shown, decimal number = 0, bool percent = false) =>
        cells.Add(new(row, column, kind, shown, number, percent));

    static CellType TypeOf(string type) => type switch
    {
        "s" => CellType.Shared,
        "b" => CellType.Boolean,
        "e" => CellType.Error,
        "d" => CellType.IsoDate,
        "str" or "inlineStr" => CellType.Text,
        _ => CellType.Number,
    };

    static bool IsTrue(string? flag) => flag is "1" or "true" or "on";

    enum CellType { Number, Shared, Text, Boolean, Error, IsoDate }
}
