using System.Xml;
using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>
/// One pass over one sheet part. Only what stands in rows and cells is believed: the dimension and the spans may lie, places may be
/// missing (then they follow the one before) and may come in any order. Rows in the usual spelling never come here:
/// <see cref="XlsxRowCut"/> has read them before.
/// </summary>
sealed class XlsxSheet(XlsxCells cells, XlsxNames names, ReadBudget budget)
{
    const int LastExcelColumn = 16_384;
    readonly List<CellRange> merges = [];
    readonly HashSet<int> hiddenColumns = [];

    public Sheet Read(XmlReader xml, IReadOnlyList<CellComment> comments)
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
        return cells.ToSheet(merges, hiddenColumns, comments);
    }

    public static XlsxType TypeOf(ReadOnlySpan<char> type) => type switch
    {
        "s" => XlsxType.Shared,
        "b" => XlsxType.Boolean,
        "e" => XlsxType.Error,
        "d" => XlsxType.IsoDate,
        "str" or "inlineStr" => XlsxType.Text,
        _ => XlsxType.Number,
    };

    public static bool IsTrue(ReadOnlySpan<char> flag) => flag is "1" or "true" or "on";

    void ReadRow(XmlReader xml) =>
        cells.BeginRow(CellAddress.TryReadNumber(xml.GetAttribute(names.Reference), out var number) ? number : 0, IsTrue(xml.GetAttribute("hidden")));

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
        var text = cells.Text;
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
        if (!Cell.IsBlank(text.Span)) cells.Add(type, style);
        else if (formula && type != XlsxType.Text) cells.AddFormulaWithoutValue(); // a formula may well result in an empty text
    }

    (XlsxType Type, int Style) ReadAttributes(XmlReader xml)
    {
        var (type, style, styleAt) = (XlsxType.Number, 0, -1);
        cells.NextColumn();
        var index = 0;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute(), index++)
        {
            if (ReferenceEquals(xml.LocalName, names.Reference))
            {
                if (CellAddress.TryRead(xml.Value, out var ownRow, out var ownColumn)) cells.MoveTo(ownRow, ownColumn);
            }
            else if (ReferenceEquals(xml.LocalName, names.Style)) styleAt = index;
            else if (ReferenceEquals(xml.LocalName, names.Text)) type = TypeOf(xml.Value);
        }
        if (type == XlsxType.Number && styleAt >= 0 && CellAddress.TryReadNumber(xml.GetAttribute(styleAt), out var number)) style = number;
        xml.MoveToElement();
        return (type, style); // a style matters to numbers only, and each attribute read is a string made
    }
}
