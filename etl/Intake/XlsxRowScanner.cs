using System.Buffers;
using System.Text.Unicode;

namespace Reporting.Etl.Intake;

/// <summary>
/// Reads one row from its bytes: <c>row</c>, <c>c</c>, <c>v</c>, <c>f</c> and plain <c>is</c> without prefixes, entities, comments or CDATA.
/// Whatever else comes ends the reading with false, and nothing of the row may then be kept.
/// </summary>
sealed class XlsxRowScanner(XlsxCells cells)
{
    static readonly SearchValues<byte> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_"u8);

    /// <param name="row">From <c>&lt;row</c> to its end, both included.</param>
    public bool Read(ReadOnlySpan<byte> row)
    {
        var rest = row;
        if (!Open(ref rest, "<row"u8, out var attributes, out var isEmpty)) return false;
        var (number, hidden) = (0, false);
        while (attributes.Length > 0)
        {
            if (!Attribute(ref attributes, out var name, out var value)) return false;
            if (name.SequenceEqual("r"u8)) number = CellAddress.TryReadNumber(value, out var own) ? own : 0;
            else if (name.SequenceEqual("hidden"u8)) hidden = value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8) || value.SequenceEqual("on"u8);
        }
        cells.BeginRow(number, hidden);
        if (isEmpty) return rest.Length == 0;
        while (true)
        {
            rest = rest.TrimStart(" \t\r\n"u8);
            if (rest.StartsWith("</row>"u8)) return rest.Length == "</row>"u8.Length;
            if (!ReadCell(ref rest)) return false;
        }
    }

    bool ReadCell(scoped ref ReadOnlySpan<byte> rest)
    {
        if (!Open(ref rest, "<c"u8, out var attributes, out var isEmpty) || !Place(attributes, out var type, out var style)) return false;
        if (isEmpty) return true;
        ReadOnlySpan<byte> value = [];
        var (inline, formula) = (false, false);
        while (!Close(ref rest, "</c>"u8))
        {
            if (rest.StartsWith("<v"u8))
            {
                if (!Content(ref rest, "<v"u8, "</v>"u8, out var written)) return false;
                if (!inline) value = written;
            }
            else if (rest.StartsWith("<f"u8))
            {
                formula = true;
                if (!Content(ref rest, "<f"u8, "</f>"u8, out _, anything: true)) return false;
            }
            else if (Close(ref rest, "<is>"u8)) // Excel shows the inline text, whatever value stands beside it
            {
                if (!Content(ref rest, "<t"u8, "</t>"u8, out value) || !Close(ref rest, "</is>"u8)) return false;
                inline = true;
            }
            else return false;
        }
        return Add(type, style, value, formula);
    }

    bool Add(XlsxType type, int style, scoped ReadOnlySpan<byte> value, bool formula)
    {
        if (!cells.Text.TrySet(value)) return false;
        if (Cell.IsBlank(cells.Text.Span)) return !formula || type == XlsxType.Text;
        if (type == XlsxType.Shared && !(int.TryParse(value, out var index) && index >= 0 && index < cells.SharedTexts)) return false;
        cells.Add(type, style);
        return true;
    }

    bool Place(scoped ReadOnlySpan<byte> attributes, out XlsxType type, out int style)
    {
        (type, style) = (XlsxType.Number, 0);
        cells.NextColumn();
        var seen = 0;
        while (attributes.Length > 0)
        {
            if (!Short(ref attributes, out var letter, out var value))
            {
                if (!Attribute(ref attributes, out var name, out value)) return false;
                if (name.Length != 1) continue;
                letter = name[0];
            }
            if ((seen & 1 << (letter & 31)) != 0) return false; // twice
            seen |= 1 << (letter & 31);
            if (letter == 'r') { if (CellAddress.TryRead(value, out var row, out var column)) cells.MoveTo(row, column); }
            else if (letter == 's') { if (CellAddress.TryReadNumber(value, out var number)) style = number; }
            else if (letter == 't') type = TypeOf(value);
        }
        return true;
    }

    /// <summary>An attribute as nearly every cell has it: a blank, one letter, a value of letters and digits in double quotes.</summary>
    static bool Short(scoped ref ReadOnlySpan<byte> attributes, out byte letter, out ReadOnlySpan<byte> value)
    {
        letter = 0;
        value = [];
        if (attributes is not [(byte)' ', >= (byte)'a' and <= (byte)'z' and var name, (byte)'=', (byte)'"', .. var rest]) return false;
        var length = 0;
        while (length < rest.Length && rest[length] is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z') length++;
        if (length >= rest.Length || rest[length] != '"' || length + 1 < rest.Length && rest[length + 1] != ' ') return false;
        letter = name;
        value = rest[..length];
        attributes = rest[(length + 1)..];
        return true;
    }

    static XlsxType TypeOf(ReadOnlySpan<byte> type)
    {
        if (type is [(byte)'s']) return XlsxType.Shared;
        Span<char> letters = stackalloc char[Math.Min(type.Length, 16)];
        System.Text.Encoding.ASCII.GetChars(type[..letters.Length], letters);
        return XlsxSheet.TypeOf(letters);
    }

    /// <summary>A start tag of this very name, its attributes, and whether it has no content.</summary>
    static bool Open(scoped ref ReadOnlySpan<byte> rest, scoped ReadOnlySpan<byte> tag, out ReadOnlySpan<byte> attributes, out bool isEmpty)
    {
        attributes = [];
        isEmpty = false;
        if (!rest.StartsWith(tag)) return false;
        var end = rest.IndexOf((byte)'>');
        if (end < tag.Length) return false;
        isEmpty = rest[end - 1] == '/';
        attributes = rest[tag.Length..(isEmpty ? end - 1 : end)];
        rest = rest[(end + 1)..];
        // A longer name would go on here; a > within a value leaves its quote open, and the attribute is refused.
        return attributes is [] or [(byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..];
    }

    /// <summary>The next of some attributes; false where it is not spelled name="value", or the value holds an entity.</summary>
    static bool Attribute(scoped ref ReadOnlySpan<byte> attributes, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = [];
        attributes = attributes.TrimStart(" \t\r\n"u8);
        if (attributes.IsEmpty) return true;
        var equals = attributes.IndexOf((byte)'=');
        if (equals <= 0 || equals + 1 >= attributes.Length || attributes[equals + 1] is not ((byte)'"' or (byte)'\'')) return false;
        var length = attributes[(equals + 2)..].IndexOf(attributes[equals + 1]);
        if (length < 0) return false;
        name = attributes[..equals];
        value = attributes.Slice(equals + 2, length);
        attributes = attributes[(equals + 3 + length)..];
        // Plain words and nothing else: what needs a closer look is left to the XML reader.
        return value.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 && value.IndexOfAny((byte)'&', (byte)'<') < 0
            && name.IndexOfAnyExcept(NameLetters) < 0 && name[0] is not (>= (byte)'0' and <= (byte)'9') && (attributes.IsEmpty || attributes[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
    }

    /// <summary>The letters between a start tag and its end tag; none for an empty element.</summary>
    /// <param name="anything">They are passed over, so entities do not matter.</param>
    static bool Content(scoped ref ReadOnlySpan<byte> rest, scoped ReadOnlySpan<byte> tag, scoped ReadOnlySpan<byte> endTag, out ReadOnlySpan<byte> content, bool anything = false)
    {
        content = [];
        if (!Open(ref rest, tag, out var attributes, out var isEmpty)) return false;
        while (attributes.Length > 0)
            if (!Attribute(ref attributes, out _, out _)) return false;
        if (isEmpty) return true;
        var end = rest.IndexOf((byte)'<');
        if (end < 0) return false;
        content = rest[..end];
        rest = rest[end..];
        if (!rest.StartsWith(endTag)) return false;
        rest = rest[endTag.Length..];
        return content.IndexOfAny((byte)'&', (byte)'\r', (byte)']') < 0 || anything && IsPlainFormula(content);
    }

    /// <summary>Whether a formula's entities and letters are what XML allows.</summary>
    static bool IsPlainFormula(ReadOnlySpan<byte> formula)
    {
        if (formula.IndexOf("]]>"u8) >= 0 || !Utf8.IsValid(formula) || formula.IndexOfAnyInRange((byte)0, (byte)8) >= 0 || formula.IndexOfAnyInRange((byte)11, (byte)31) >= 0) return false;
        for (int at; (at = formula.IndexOf((byte)'&')) >= 0;)
        {
            formula = formula[at..];
            if (!(formula.StartsWith("&amp;"u8) || formula.StartsWith("&lt;"u8) || formula.StartsWith("&gt;"u8) || formula.StartsWith("&quot;"u8) || formula.StartsWith("&apos;"u8))) return false;
            formula = formula[1..];
        }
        return true;
    }

    static bool Close(scoped ref ReadOnlySpan<byte> rest, scoped ReadOnlySpan<byte> tag)
    {
        var trimmed = rest.TrimStart(" \t\r\n"u8);
        if (!trimmed.StartsWith(tag)) { rest = trimmed; return false; }
        rest = trimmed[tag.Length..];
        return true;
    }
}
