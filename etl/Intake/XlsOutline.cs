namespace Reporting.Etl.Intake;

/// <summary>What the records of a sheet tell that the library does not.</summary>
sealed class XlsSheetOutline
{
    /// <summary>The last filled column by row: a sheet of one far cell must not be walked cell by cell.</summary>
    public Dictionary<int, int> LastColumns { get; } = [];
    public Dictionary<(int Row, int Column), string> Errors { get; } = [];
    public List<(int Row, int Column)> TextsMissing { get; } = [];
    public List<(int Row, int Column)> FormulasWithoutValue { get; } = [];
    public HashSet<int> HiddenRows { get; } = [];
    public HashSet<int> HiddenColumns { get; } = [];
}

/// <summary>
/// One pass over the records of an old workbook (BIFF 2 to 8) before the library reads its cells. Limits are enforced here, on what
/// really stands there, and what would mislead the library is mended in place: it believes a sheet's dimensions, loses the text of an
/// array formula and the cell after a formula without one, and never ends over a row of numbers whose last column lies.
/// </summary>
/// <param name="stream">The stream of records; mended.</param>
sealed class XlsOutline(byte[] stream, ReadBudget budget)
{
    const int WorkbookGlobals = 5;
    byte[] records = stream;
    readonly List<(int Start, int? ListedAt)> entries = [];
    readonly List<XlsSheetOutline> sheets = [];
    uint texts;
    int version;

    /// <summary>What the library is to read, once all is mended.</summary>
    public byte[] Records => records;
    public bool Encrypted { get; private set; }
    public bool From1904 { get; private set; }
    /// <summary>In the order of the workbook; charts and macro sheets are none.</summary>
    public IReadOnlyList<XlsSheetOutline> Sheets => sheets;

    /// <exception cref="InvalidDataException">Records contradict each other or are cut off.</exception>
    public void Read()
    {
        var start = new XlsRecord(records, 0);
        if (!start.IsBegin || start.Length < 4) throw new InvalidDataException("no workbook begins here");
        version = start.Version;
        if (start.UInt16(2) == WorkbookGlobals) ReadGlobals(start.End);
        else entries.Add((0, null));
        if (Encrypted) return;
        foreach (var (sheet, listedAt) in entries) ReadSheet(sheet, listedAt);
    }

    void ReadGlobals(int at)
    {
        for (var record = new XlsRecord(records, at); !record.IsEnd; record = new(records, record.End))
        {
            budget.CheckTime();
            if (record.Id == XlsRecord.Password) { Encrypted = true; return; }
            if (record.Id == XlsRecord.Calendar) From1904 = record.UInt16(0) == 1;
            else if (record.Id == XlsRecord.Texts) budget.CheckEntries((int)Math.Min(int.MaxValue, texts = record.UInt32(4)));
            else if (record.Id == XlsRecord.Sheet && record.Byte(5) == 0) entries.Add(((int)Math.Min(int.MaxValue, record.UInt32(0)), record.Start));
            budget.CheckSheets(entries.Count);
        }
    }

    void ReadSheet(int at, int? listedAt)
    {
        var sheet = new XlsSheetOutline();
        sheets.Add(sheet);
        var (lastRow, lastColumn, dimensions) = (0, 0, new List<XlsRecord>());
        var record = new XlsRecord(records, at);
        if (!record.IsBegin) throw new InvalidDataException("a sheet does not begin where the workbook says");
        for (record = new(records, record.End); !record.IsEnd && !record.IsBegin; record = new(records, record.End))
        {
            budget.CheckTime();
            if (record.Id is XlsRecord.Dimensions or XlsRecord.OldDimensions) dimensions.Add(record);
            else if (record.Id == XlsRecord.Calendar) From1904 = record.UInt16(0) == 1;
            else if (record.Id is XlsRecord.Row or XlsRecord.OldRow) ReadRow(record, sheet);
            else if (record.Id == XlsRecord.Column) ReadColumn(record, sheet);
            if (!record.IsCell) continue;
            var column = record.LastColumn;
            (lastRow, lastColumn) = (Math.Max(lastRow, record.CellRow), Math.Max(lastColumn, column));
            if (!record.IsBlankCell) ReadCell(record, sheet);
        }
        foreach (var dimension in dimensions) dimension.WriteDimensions(version, lastRow, lastColumn);
        if (dimensions.Count == 0 && listedAt is { } listed) records = WithDimensions(at, record.End, listed, lastRow, lastColumn);
    }

    // Without dimensions the library takes a row of numbers for its first one only. The sheet is written again behind all others, with them.
    byte[] WithDimensions(int from, int end, int listedAt, int lastRow, int lastColumn)
    {
        var begin = new XlsRecord(records, from).End;
        byte[] made = [XlsRecord.Dimensions & 0xFF, XlsRecord.Dimensions >> 8, XlsRecord.DimensionsLength, 0, .. new byte[XlsRecord.DimensionsLength]];
        new XlsRecord(made, 0).WriteDimensions(version, lastRow, lastColumn);
        new XlsRecord(records, listedAt).WriteUInt32(0, (uint)records.Length);
        return [.. records, .. records[from..begin], .. made, .. records[begin..end]];
    }

    void ReadCell(XlsRecord record, XlsSheetOutline sheet)
    {
        for (var column = record.CellColumn; column <= record.LastColumn; column++) budget.CountCell(null, record.CellRow, column);
        var place = (record.CellRow, record.CellColumn);
        sheet.LastColumns[record.CellRow] = Math.Max(record.LastColumn, sheet.LastColumns.GetValueOrDefault(record.CellRow));
        if (record.Id == XlsRecord.SharedText && record.UInt32(6) >= texts) sheet.TextsMissing.Add(place);
        if (record.ErrorIn(version) is { } error) sheet.Errors[place] = error;
        if (record.IsFormula && record.HasTextResult(version) && !MendTextResult(record)) sheet.FormulasWithoutValue.Add(place);
    }

    // The text stands in a record of its own, after the formula that several cells share. The library knows one kind of the latter.
    bool MendTextResult(XlsRecord formula)
    {
        var next = new XlsRecord(records, formula.End);
        if (next.Id is XlsRecord.Array or XlsRecord.OldArray or XlsRecord.Table or XlsRecord.OldTable or XlsRecord.OldSharedFormula) next.Rename(XlsRecord.SharedFormula);
        if (next.Id == XlsRecord.SharedFormula) next = new(records, next.End);
        if (next.Id is XlsRecord.Text or XlsRecord.OldText) return true;
        formula.WriteEmptyResult(version);
        return false;
    }

    static void ReadRow(XlsRecord record, XlsSheetOutline sheet)
    {
        var hidden = record.Id == XlsRecord.Row ? (record.Byte(12) & 0x20) != 0 : (record.UInt16(6) & 0x7FFF) == 0;
        if (hidden) sheet.HiddenRows.Add(record.UInt16(0) + 1);
    }

    static void ReadColumn(XlsRecord record, XlsSheetOutline sheet)
    {
        if ((record.Byte(8) & 1) == 0) return;
        for (var column = record.UInt16(0); column <= Math.Min((int)record.UInt16(2), 255); column++) sheet.HiddenColumns.Add(column + 1);
    }
}
