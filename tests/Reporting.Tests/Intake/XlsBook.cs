using System.Buffers.Binary;
using System.Text;

namespace Reporting.Tests.Intake;

/// <summary>An old workbook (BIFF 8) written record by record, so that odd and hostile ones can be made. Rows and columns count from 1.</summary>
sealed class XlsBook
{
    const ushort FirstOwnFormat = 164;
    const int BeginBytes = 20;
    readonly List<(string Name, byte Visibility, byte Kind, byte[] Records)> sheets = [];

    /// <summary>Number formats; the first is look 1.</summary>
    public string[] Formats { get; init; } = [];
    public string[] Texts { get; init; } = [];
    public bool From1904 { get; init; }
    /// <summary>Put among the records of the whole workbook.</summary>
    public byte[] Globals { get; init; } = [];

    public static byte[] OfCells(params byte[][] records) => new XlsBook().Add("表1", records).Bytes();

    public XlsBook Add(string name, params byte[][] records) => AddAs(name, 0, 0, records);

    public XlsBook AddAs(string name, byte visibility, byte kind, params byte[][] records)
    {
        sheets.Add((name, visibility, kind, [.. records.SelectMany(record => record)]));
        return this;
    }

    public byte[] Bytes()
    {
        byte[] Whole(IEnumerable<int> starts) =>
        [
            .. Begin(5), .. Record(0x22, [(byte)(From1904 ? 1 : 0), 0]), .. Globals,
            .. Formats.SelectMany((code, index) => Record(0x41E, [.. Word((ushort)(FirstOwnFormat + index)), .. Wide(code)])),
            .. Enumerable.Range(0, Formats.Length + 1).SelectMany(look => Record(0xE0, [0, 0, .. Word((ushort)(look == 0 ? 0 : FirstOwnFormat + look - 1)), .. new byte[16]])),
            .. sheets.Zip(starts).SelectMany(pair => Record(0x85, [.. Long((uint)pair.Second), pair.First.Visibility, pair.First.Kind, (byte)pair.First.Name.Length, 1, .. Encoding.Unicode.GetBytes(pair.First.Name)])),
            .. Record(0xFC, [.. Long((uint)Texts.Length), .. Long((uint)Texts.Length), .. Texts.SelectMany(Wide)]), .. End,
        ];
        var (at, starts) = (Whole(sheets.Select(_ => 0)).Length, new List<int>());
        foreach (var sheet in sheets)
        {
            starts.Add(at);
            at += BeginBytes + sheet.Records.Length + End.Length;
        }
        return [.. Whole(starts), .. sheets.SelectMany(sheet => (byte[])[.. Begin(0x10), .. sheet.Records, .. End])];
    }

    public static byte[] End => Record(0x0A, []);
    public static byte[] Begin(ushort kind) => Record(0x809, [.. Word(0x600), .. Word(kind), .. new byte[12]]);
    public static byte[] Dimensions(uint rows, ushort columns) => Record(0x200, [.. Long(0), .. Long(rows), 0, 0, .. Word(columns), 0, 0]);
    public static byte[] Number(int row, int column, double value, int look = 0) => Record(0x203, [.. Cell(row, column, look), .. BitConverter.GetBytes(value)]);
    public static byte[] Text(int row, int column, uint text) => Record(0xFD, [.. Cell(row, column, 0), .. Long(text)]);
    public static byte[] Error(int row, int column, byte error) => Record(0x205, [.. Cell(row, column, 0), error, 1]);
    public static byte[] Truth(int row, int column, bool truth) => Record(0x205, [.. Cell(row, column, 0), (byte)(truth ? 1 : 0), 0]);
    public static byte[] Blank(int row, int column) => Record(0x201, Cell(row, column, 0));
    public static byte[] Formula(int row, int column, params byte[] result) => Record(0x06, [.. Cell(row, column, 0), .. result, .. new byte[8]]);
    public static byte[] FormulaText(string text) => Record(0x207, Wide(text));
    public static byte[] Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) =>
        Record(0xE5, [1, 0, .. Word(firstRow - 1), .. Word(lastRow - 1), .. Word(firstColumn - 1), .. Word(lastColumn - 1)]);
    public static byte[] HiddenRow(int row) => Record(0x208, [.. Word(row - 1), 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]);
    public static byte[] HiddenColumns(int first, int last) => Record(0x7D, [.. Word(first - 1), .. Word(last - 1), 0, 8, 0, 0, 1, 0, 0, 0]);

    /// <summary>Whole numbers side by side in one record.</summary>
    public static byte[] Numbers(int row, int column, int[] values, int? lastColumn = null) => Record(0xBD,
        [.. Word(row - 1), .. Word(column - 1), .. values.SelectMany(value => (byte[])[0, 0, .. Long((uint)(value << 2 | 2))]), .. Word((lastColumn ?? column + values.Length - 1) - 1)]);

    public static byte[] Record(int id, byte[] body) => [.. Word(id), .. Word(body.Length), .. body];

    static byte[] Cell(int row, int column, int look) => [.. Word(row - 1), .. Word(column - 1), .. Word(look)];
    static byte[] Wide(string text) => [.. Word(text.Length), 1, .. Encoding.Unicode.GetBytes(text)];
    static byte[] Long(uint number) => BitConverter.GetBytes(number);

    static byte[] Word(int number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)number);
        return bytes;
    }
}
