namespace Reporting.Etl.Intake;

/// <summary>Reads Excel's spelling of places: C7, $C$7, A1:C1.</summary>
static class CellAddress
{
    const int Beyond = 1 << 24; // past any limit; larger numbers stay there instead of overflowing

    public static bool TryRead(ReadOnlySpan<char> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        var index = 0;
        if (text is ['$', ..]) index++;
        for (; index < text.Length && (text[index] | 0x20) is >= 'a' and <= 'z'; index++)
            column = Math.Min(Beyond, column * 26 + (text[index] | 0x20) - 'a' + 1);
        if (index < text.Length && text[index] == '$') index++;
        return column > 0 && TryReadNumber(text[index..], out row);
    }

    /// <summary>As <see cref="TryRead(ReadOnlySpan{char}, out int, out int)"/>, from bytes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        var index = 0;
        if (text is [(byte)'$', ..]) index++;
        for (; index < text.Length && (text[index] | 0x20) is >= 'a' and <= 'z'; index++)
            column = Math.Min(Beyond, column * 26 + (text[index] | 0x20) - 'a' + 1);
        if (index < text.Length && text[index] == '$') index++;
        return column > 0 && TryReadNumber(text[index..], out row);
    }

    public static bool TryReadNumber(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var letter in text)
        {
            if (letter is < (byte)'0' or > (byte)'9') return false;
            number = Math.Min(Beyond, number * 10 + letter - '0');
        }
        return number > 0;
    }

    public static bool TryReadNumber(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var letter in text)
        {
            if (letter is < '0' or > '9') return false;
            number = Math.Min(Beyond, number * 10 + letter - '0');
        }
        return number > 0;
    }

    /// <summary>A range cut to what may be filled; false where nothing of it is left, or it is one cell only.</summary>
    public static bool TryReadRange(ReadOnlySpan<char> text, ReadLimits limits, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':');
        if (colon < 0 || !TryRead(text[..colon], out var row, out var column) || !TryRead(text[(colon + 1)..], out var lastRow, out var lastColumn))
            return false;
        range = new(Math.Min(row, lastRow), Math.Min(column, lastColumn),
            Math.Min(limits.Rows, Math.Max(row, lastRow)), Math.Min(limits.Columns, Math.Max(column, lastColumn)));
        return range.FirstRow <= range.LastRow && range.FirstColumn <= range.LastColumn
            && (range.FirstRow, range.FirstColumn) != (range.LastRow, range.LastColumn);
    }
}
