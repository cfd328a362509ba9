using System.Buffers.Binary;

namespace Reporting.Etl.Intake;

/// <summary>One record of an old workbook: a kind, a length, that many bytes. Nothing is read outside of them.</summary>
readonly struct XlsRecord
{
    public const byte DimensionsLength = 14;
    public const int Password = 0x2F, Calendar = 0x22, Texts = 0xFC, Sheet = 0x85, Row = 0x208, OldRow = 0x08, Column = 0x7D, Dimensions = 0x200,
        OldDimensions = 0x00, SharedText = 0xFD, Text = 0x207, OldText = 0x07, Array = 0x221, OldArray = 0x21, Table = 0x236, OldTable = 0x36,
        SharedFormula = 0x4BC, OldSharedFormula = 0xBC;
    const int Numbers = 0xBD, Blanks = 0xBE, BooleanOrError = 0x205, OldBooleanOrError = 0x05, OldFormula = 0x06;
    const int TextResult = 0, ErrorResult = 2, EmptyResult = 3;
    readonly byte[] records;
    readonly int at;

    public XlsRecord(byte[] records, int at)
    {
        (this.records, this.at) = (records, at);
        if (at > records.Length - 4 || at < 0) throw new InvalidDataException("the records are cut off");
        if (End > records.Length) throw new InvalidDataException("a record is cut off");
    }

    public int Start => at;
    public int Id => BinaryPrimitives.ReadUInt16LittleEndian(records.AsSpan(at));
    public int Length => BinaryPrimitives.ReadUInt16LittleEndian(records.AsSpan(at + 2));
    public int End => at + 4 + Length;
    Span<byte> Body => records.AsSpan(at + 4, Length);

    public bool IsBegin => Id is 0x09 or 0x209 or 0x409 or 0x809;
    public bool IsEnd => Id == 0x0A;
    public bool IsFormula => Id is OldFormula or 0x206 or 0x406;
    public bool IsBlankCell => Id is Blanks or 0x201 or 0x01;
    public bool IsCell => IsBlankCell || IsFormula
        || Id is Numbers or BooleanOrError or OldBooleanOrError or SharedText or 0xD6 or 0x27E or (>= 0x202 and <= 0x204) or (>= 0x02 and <= 0x04);

    /// <summary>2, 3, 4, 5 (Excel 5 and 95) or 8, of a record that begins something.</summary>
    public int Version => Id switch { 0x09 => 2, 0x209 => 3, 0x409 => 4, _ => UInt16(0) switch { 0x200 => 2, 0x300 => 3, 0x400 => 4, 0x600 => 8, _ => 5 } };

    public int CellRow => UInt16(0) + 1;
    public int CellColumn => UInt16(2) + 1;

    /// <summary>Of a row of numbers as many columns as it holds; where the record says otherwise it is broken.</summary>
    public int LastColumn
    {
        get
        {
            if (Id is not (Numbers or Blanks)) return CellColumn;
            var last = CellColumn + (Length - 6) / (Id == Numbers ? 6 : 2) - 1;
            return last == UInt16(Length - 2) + 1 ? last : throw new InvalidDataException("a row of numbers does not end where it says");
        }
    }

    public byte Byte(int index) => index < Length ? Body[index] : throw Short();
    public ushort UInt16(int index) => index >= 0 && index + 2 <= Length ? BinaryPrimitives.ReadUInt16LittleEndian(Body[index..]) : throw Short();
    public uint UInt32(int index) => index + 4 <= Length ? BinaryPrimitives.ReadUInt32LittleEndian(Body[index..]) : throw Short();

    /// <summary>The error in a cell, in Excel's spelling; null where there is none.</summary>
    public string? ErrorIn(int version) => Id switch
    {
        BooleanOrError => Byte(7) == 0 ? null : Spelled(Byte(6)),
        OldBooleanOrError => Byte(8) == 0 ? null : Spelled(Byte(7)),
        _ when IsFormula && HasResultOf(ErrorResult, version) => Spelled(Byte(ResultAt(version) + 2)),
        _ => null,
    };

    public bool HasTextResult(int version) => HasResultOf(TextResult, version);

    public void WriteUInt32(int index, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(Body[index..], number);

    public void WriteEmptyResult(int version) => Body[ResultAt(version)] = EmptyResult;

    public void Rename(int id) => BinaryPrimitives.WriteUInt16LittleEndian(records.AsSpan(at), (ushort)id);

    public void WriteDimensions(int version, int lastRow, int lastColumn)
    {
        if (Length < (version == 8 ? 12 : 8)) throw Short();
        Body.Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(Body[(version == 8 ? 4 : 2)..], (ushort)Math.Min(lastRow, ushort.MaxValue));
        if (version == 8) BinaryPrimitives.WriteUInt32LittleEndian(Body[4..], (uint)lastRow);
        BinaryPrimitives.WriteUInt16LittleEndian(Body[(version == 8 ? 10 : 6)..], (ushort)lastColumn);
    }

    // A result that is no number fills its last two bytes with ones, which no number does.
    bool HasResultOf(int kind, int version) => UInt16(ResultAt(version) + 6) == ushort.MaxValue && Byte(ResultAt(version)) == kind;

    static int ResultAt(int version) => version == 2 ? 7 : 6;

    static string Spelled(byte error) => error switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERR",
    };

    static InvalidDataException Short() => new("a record is shorter than what it holds");
}
