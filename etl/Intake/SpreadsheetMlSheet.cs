using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>One sheet of an XML Spreadsheet 2003: a place that is not written follows the one before, past what that has merged.</summary>
sealed class SpreadsheetMlSheet(XmlReader xml, SpreadsheetMlStyles styles, bool from1904, ReadBudget budget) : IDisposable
{
    const int LastExcelColumn = 16_384;
    const double PixelsInPoint = 96 / 72.0, PixelsInLetter = 7; // a width is written in points and meant in letters
    readonly CellList cells = new();
    readonly List<CellRange> merges = [];
    readonly HashSet<int> hiddenRows = [];
    readonly HashSet<int> hiddenColumns = [];
    readonly Dictionary<int, string> columnStyles = [];
    readonly Dictionary<int, double> widths = [];
    readonly Dictionary<(int, int), string> formats = [];
    readonly XlsxText text = new(budget);
    readonly TextPool pool = new();
    string? rowStyle, cellStyle;
    int row, column, nextColumn, columnWritten;
    bool hidden;

    public Sheet Read()
    {
        var name = Attribute("Name") ?? "";
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
            while (xml.Read() && xml.Depth > depth)
                if (xml.NodeType == XmlNodeType.Element) ReadElement();
        return new(name, hidden, cells.ToArray(), merges, hiddenRows, hiddenColumns) { ColumnWidths = widths, Formats = formats };
    }

    public void Dispose() => cells.Dispose();

    void ReadElement()
    {
        switch (xml.LocalName)
        {
            case "Column": ReadColumn(); break;
            case "Row": ReadRow(); break;
            case "Cell": ReadCell(); break;
            case "Data": ReadData(); break;
            case "Comment": SkipContent(); break; // it has a Data of its own
            case "Visible":
                text.Clear();
                text.Append(xml);
                hidden = text.Span.Trim() is "SheetHidden" or "SheetVeryHidden";
                break;
        }
    }

    void ReadColumn()
    {
        var first = NumberOf("Index") ?? columnWritten + 1;
        _ = ExactNumber.TryRead(Attribute("Width") ?? "", out var points, out _);
        columnWritten = Math.Min(LastExcelColumn, first + Math.Min(LastExcelColumn, NumberOf("Span") ?? 0));
        for (var at = first; at <= columnWritten; at++)
        {
            if (Attribute("Hidden") == "1") hiddenColumns.Add(at);
            if (Attribute("StyleID") is { } style) columnStyles[at] = style;
            if (points is > 0 and < 1400) widths[at] = Math.Round((double)points * PixelsInPoint / PixelsInLetter, 2);
        }
    }

    void ReadRow()
    {
        budget.CheckTime();
        (row, nextColumn, rowStyle) = (NumberOf("Index") ?? row + 1, 1, Attribute("StyleID"));
        var last = Math.Min(budget.Limits.Rows, row + (NumberOf("Span") ?? 0));
        if (Attribute("Hidden") == "1")
            for (var at = row; at <= last; at++) hiddenRows.Add(at);
        if (NumberOf("Span") is not null) row = Math.Max(row, last);
    }

    void ReadCell()
    {
        column = NumberOf("Index") ?? nextColumn;
        cellStyle = Attribute("StyleID");
        var (across, down) = (NumberOf("MergeAcross") ?? 0, NumberOf("MergeDown") ?? 0);
        nextColumn = column + across + 1;
        if (across == 0 && down == 0) return;
        var range = new CellRange(row, column, Math.Min(budget.Limits.Rows, row + down), Math.Min(budget.Limits.Columns, column + across));
        if (range.FirstRow <= range.LastRow && range.FirstColumn <= range.LastColumn) merges.Add(range);
        budget.CheckEntries(merges.Count);
    }

    void ReadData()
    {
        var type = Attribute("Type");
        text.Clear();
        text.Append(xml);
        if (Cell.IsBlank(text.Span)) return;
        budget.CountCell(null, row, column);
        var written = text.Span.Trim();
        if (type == "Number" && ExactNumber.TryRead(written, out var number, out _)) AddNumber(number);
        else if (type == "DateTime" && ExcelDate.TryReadIso(written, out var date, out var serial)) Add(CellKind.Date, date, serial);
        else if (type == "Boolean") Add(CellKind.Boolean, written is "1" or "true" or "True" or "TRUE" ? "TRUE" : "FALSE");
        else Add(type == "Error" ? CellKind.Error : CellKind.Text, pool.Get(type == "Error" ? written : text.Span));
    }

    void AddNumber(decimal number)
    {
        var style = cellStyle ?? rowStyle ?? columnStyles.GetValueOrDefault(column);
        var look = styles.Of(style);
        if (styles.CodeOf(style) is { } code) formats[(row, column)] = code;
        if (look == NumberLook.Date && ExcelDate.Write(number, from1904) is { } date) Add(CellKind.Date, date, number);
        else Add(CellKind.Number, ExactNumber.Write(number, pool), number, look == NumberLook.Percent);
    }

    void Add(CellKind kind, string shown, decimal number = 0, bool percent = false) => cells.Add(new(row, column, kind, shown, number, percent));

    void SkipContent()
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth) budget.CheckTime();
    }

    int? NumberOf(string name) => CellAddress.TryReadNumber(Attribute(name), out var number) ? number : null;

    string? Attribute(string name) => xml.GetAttribute(name, SpreadsheetMlStyles.Namespace);
}
