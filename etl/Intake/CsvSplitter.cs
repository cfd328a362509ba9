namespace Reporting.Etl.Intake;

/// <summary>
/// Walks through delimited text field by field, as RFC 4180 has it: quotes, doubled quotes, line breaks within quotes; any of the three
/// line ends. Text after a closing quote belongs to the field.
/// </summary>
ref struct CsvSplitter(ReadOnlySpan<char> text, char delimiter)
{
    readonly ReadOnlySpan<char> text = text;
    readonly char delimiter = delimiter;
    int position;
    bool endOfRecord = true;
    bool afterDelimiter;
    char[]? unquoted;

    /// <summary>Record and field the last call stands on, from 1.</summary>
    public int Record { get; private set; }
    public int Field { get; private set; }
    public ReadOnlySpan<char> Value { get; private set; }
    /// <summary>The record in which a quote was opened that nothing closes; 0 where there is none.</summary>
    public int OpenQuote { get; private set; }

    public bool Next()
    {
        if (position >= text.Length && !afterDelimiter) return false;
        if (endOfRecord) (Record, Field) = (Record + 1, 0);
        Field++;
        Value = position < text.Length && text[position] == '"' ? ReadQuoted() : ReadPlain();
        EndField();
        return true;
    }

    ReadOnlySpan<char> ReadPlain()
    {
        var rest = text[position..];
        var length = rest.IndexOfAny(delimiter, '\r', '\n');
        if (length < 0) length = rest.Length;
        position += length;
        return rest[..length];
    }

    ReadOnlySpan<char> ReadQuoted()
    {
        var start = ++position;
        var written = -1; // nothing to mend yet: the field is a slice of the text
        while (true)
        {
            var length = text[position..].IndexOf('"');
            if (length < 0) { OpenQuote = Record; position = text.Length; return text[start..]; }
            if (written >= 0) written = Copy(text.Slice(position, length), written);
            position += length + 1;
            if (position >= text.Length || text[position] != '"') break;
            if (written < 0) written = Copy(text[start..(position - 1)], 0);
            written = Copy("\"", written);
            position++;
        }
        var end = position - 1;
        var tail = ReadPlain();
        if (tail.IsEmpty) return written < 0 ? text[start..end] : unquoted.AsSpan(0, written);
        if (written < 0) written = Copy(text[start..end], 0);
        return unquoted.AsSpan(0, Copy(tail, written));
    }

    int Copy(ReadOnlySpan<char> part, int at)
    {
        if (unquoted is null || unquoted.Length < at + part.Length) Array.Resize(ref unquoted, Math.Max(256, (at + part.Length) * 2));
        part.CopyTo(unquoted.AsSpan(at));
        return at + part.Length;
    }

    void EndField()
    {
        afterDelimiter = position < text.Length && text[position] == delimiter;
        endOfRecord = !afterDelimiter;
        if (position >= text.Length) return;
        position += text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
    }
}
