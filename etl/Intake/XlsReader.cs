using System.Globalization;
using ExcelDataReader;
using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>
/// Reads .xls and .et: ExcelDataReader decodes the cells, <see cref="XlsOutline"/> has gone over the records before. Only this file
/// knows the library. Number formats are judged by our own rules, so that one figure is the same cell in .xls and in .xlsx.
/// </summary>
static class XlsReader
{
    public static ReadFile Read(ReadOnlyMemory<byte> bytes, string fileName, ReadBudget budget)
    {
        var outline = new XlsOutline(RecordsOf(bytes.Span), budget);
        outline.Read();
        if (outline.Encrypted) return ReadFindings.Refusal("xls", ReadFindings.Refused(fileName, "encrypted"));
        if (outline.Sheets.Count == 0) return ReadFindings.Refusal("xls", ReadFindings.NoSheets(fileName));
        try { return ReadSheets(outline, budget); }
        // The library promises nothing about what it throws over broken bytes: casts, keys and indexes that fail are some of it.
        catch (Exception broken) when (broken is not (OperationCanceledException or FileLimitException)) { throw new InvalidDataException(broken.Message, broken); }
    }

    // Old programs write the records without a container.
    static byte[] RecordsOf(ReadOnlySpan<byte> bytes)
    {
        if (!OleContainer.Is(bytes)) return bytes.ToArray();
        var container = new OleContainer(bytes);
        var streams = container.TopStreams();
        return streams.TryGetValue("Workbook", out var stream) || streams.TryGetValue("Book", out stream)
            ? container.Read(stream)
            : throw new InvalidDataException("the container holds no workbook");
    }

    static ReadFile ReadSheets(XlsOutline outline, ReadBudget budget)
    {
        // Chinese Excel 95 and WPS wrote their texts in GBK and did not always say so.
        using var reader = ExcelReaderFactory.CreateBinaryReader(new WatchedStream(outline.Records, budget), new() { FallbackEncoding = System.Text.Encoding.GetEncoding("gb18030") });
        var (sheets, findings) = (new List<Sheet>(), new List<Finding>());
        foreach (var sheet in outline.Sheets)
        {
            sheets.Add(new XlsSheet(reader, sheet, outline.From1904, budget).Read(findings));
            if (!reader.NextResult()) break;
        }
        if (sheets.Count != outline.Sheets.Count) throw new InvalidDataException("a sheet is missing");
        return new("xls", null, sheets, findings);
    }

    sealed class XlsSheet(IExcelDataReader reader, XlsSheetOutline outline, bool from1904, ReadBudget budget)
    {
        const int LongestFormat = 255, WidestColumn = 255; // as Excel has it
        const int MostFormats = 200_000; // a longer table is no form that is marked: its further numbers keep their kind only

        readonly TextPool pool = new();
        readonly Dictionary<int, NumberLook> looks = [];
        readonly List<CellRange> merges = [];
        readonly Dictionary<(int, int), string> formats = [];
        readonly string name = reader.Name;

        public Sheet Read(List<Finding> findings)
        {
            using var cells = new CellList();
            for (var row = 1; reader.Read(); row++)
            {
                budget.CheckTime();
                for (var (index, end) = (0, outline.LastColumns.GetValueOrDefault(row)); index < end; index++) AddCell(cells, row, index);
            }
            foreach (var merge in reader.MergeCells ?? []) AddMerge(merge);
            foreach (var (places, say) in new (IEnumerable<(int Row, int Column)>, Func<string, int, int, Finding>)[]
                { (outline.FormulasWithoutValue, ReadFindings.FormulaWithoutValue), (outline.TextsMissing, ReadFindings.TextMissing) })
            {
                var remarks = new CellRemarks(name, say);
                foreach (var (row, column) in places) remarks.Add(row, column);
                findings.AddRange(remarks.Findings);
            }
            return new(name, reader.VisibleState != "visible", cells.ToArray(), merges, outline.HiddenRows, outline.HiddenColumns) { ColumnWidths = Widths(), Formats = formats, Uncomputed = outline.FormulasWithoutValue.ToHashSet() };
        }

        Dictionary<int, double> Widths()
        {
            var widths = new Dictionary<int, double>();
            for (var index = 0; index < Math.Min(reader.FieldCount, budget.Limits.Columns); index++)
                if (reader.GetColumnWidth(index) is > 0 and <= WidestColumn and var width) widths[index + 1] = width;
            return widths;
        }

        void AddCell(CellList cells, int row, int index)
        {
            if (reader.GetValue(index) is { } value) { if (CellOf(row, index, value) is { } cell) cells.Add(cell); }
            else if (outline.Errors.TryGetValue((row, index + 1), out var error)) cells.Add(new(row, index + 1, CellKind.Error, error));
        }

        Cell? CellOf(int row, int index, object value)
        {
            if (value is bool truth) return new(row, index + 1, CellKind.Boolean, truth ? "TRUE" : "FALSE");
            if (value is string text)
            {
                budget.CheckText(text.Length);
                return Cell.IsBlank(text) ? null : new(row, index + 1, CellKind.Text, pool.Get(text));
            }
            var written = Written(value);
            if (!ExactNumber.TryRead(written, out var number, out _)) return new(row, index + 1, CellKind.Text, written);
            var look = LookOf(index);
            if (reader.GetNumberFormatString(index) is { Length: > 0 and <= LongestFormat } code && code != "General" && formats.Count < MostFormats) formats[(row, index + 1)] = code;
            return look == NumberLook.Date && ExcelDate.Write(number, from1904) is { } date
                ? new(row, index + 1, CellKind.Date, date, number)
                : new(row, index + 1, CellKind.Number, ExactNumber.Write(number, pool), number, look == NumberLook.Percent);
        }

        // The library has turned what it takes for days into days, to the millisecond; the number that stands in the file is wanted back.
        string Written(object value) => value switch
        {
            DateTime day => SerialOf(day).ToString(CultureInfo.InvariantCulture),
            TimeSpan time => (decimal.Round(time.Ticks / (decimal)TimeSpan.TicksPerMillisecond) * TimeSpan.TicksPerMillisecond / TimeSpan.TicksPerDay).ToString(CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        };

        decimal SerialOf(DateTime day)
        {
            var serial = day.Ticks / (decimal)TimeSpan.TicksPerDay - new DateTime(1899, 12, 30).Ticks / TimeSpan.TicksPerDay;
            return from1904 ? serial - ExcelDate.DaysTo1904 : serial is >= 1 and < 61 ? serial - 1 : serial;
        }

        NumberLook LookOf(int index)
        {
            var id = reader.GetNumberFormatIndex(index);
            if (looks.TryGetValue(id, out var look)) return look;
            return looks[id] = reader.GetNumberFormatString(index) is { } code ? NumberFormat.Of(code) : NumberFormat.OfBuiltIn(id);
        }

        void AddMerge(ExcelDataReader.CellRange merge)
        {
            if (CellAddress.TryReadRange($"{Address.Of(merge.FromRow + 1, merge.FromColumn + 1)}:{Address.Of(merge.ToRow + 1, merge.ToColumn + 1)}",
                budget.Limits, out var range)) merges.Add(range);
            budget.CheckEntries(merges.Count);
        }
    }
}
