using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>The text of one element, read into a buffer that is used again and again.</summary>
sealed class XlsxText(ReadBudget budget)
{
    static readonly SearchValues<char> NotXml = SearchValues.Create([.. Enumerable.Range(0, 32).Except([9, 10, 13]).Select(code => (char)code), '\uFFFE', '\uFFFF']);

    char[] buffer = new char[256];
    int length;

    public ReadOnlySpan<char> Span => buffer.AsSpan(0, length);

    /// <summary>As cells show it: the letters written as _x000D_ put in. Null where there is nothing but white space.</summary>
    public string? Shown(TextPool? pool = null)
    {
        if (Cell.IsBlank(Span)) return null;
        if (Span.IndexOf("_x", StringComparison.Ordinal) >= 0) Unescape();
        return Cell.IsBlank(Span) ? null : pool?.Get(Span) ?? new string(Span);
    }

    public void Clear() => length = 0;

    /// <summary>Takes these bytes as the whole text; false where they are no UTF-8, or hold a letter that XML does not allow.</summary>
    public bool TrySet(ReadOnlySpan<byte> utf8)
    {
        length = 0;
        if (buffer.Length < utf8.Length) buffer = new char[Math.Max(utf8.Length, buffer.Length * 2)];
        if (Utf8.ToUtf16(utf8, buffer, out _, out length, replaceInvalidSequences: false) != OperationStatus.Done) return false;
        budget.CheckText(length);
        return Span.IndexOfAny(NotXml) < 0;
    }

    /// <summary>Adds the text of the element the reader stands on and moves to its end.</summary>
    public void Append(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            int read;
            while ((read = xml.ReadValueChunk(buffer, length, buffer.Length - length)) > 0)
            {
                budget.CheckText(length += read);
                if (length == buffer.Length) Array.Resize(ref buffer, length * 2);
            }
        }
    }

    /// <summary>Adds a string item (si, is): plain text or its runs joined; the reading aids of East Asian names (rPh) are no text.</summary>
    public void AppendItem(XmlReader xml, XlsxNames names)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        var move = true; // Skip already stands on the next node
        while ((!move || xml.Read()) && xml.Depth > depth)
        {
            move = true;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (ReferenceEquals(xml.LocalName, names.Text)) Append(xml);
            else if (ReferenceEquals(xml.LocalName, names.Phonetic)) { xml.Skip(); move = false; }
        }
    }

    void Unescape()
    {
        var written = 0;
        for (var read = 0; read < length; written++)
        {
            if (buffer.AsSpan(read, length - read) is ['_', 'x', _, _, _, _, '_', ..]
                && ushort.TryParse(buffer.AsSpan(read + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter))
                (buffer[written], read) = ((char)letter, read + 7);
            else buffer[written] = buffer[read++];
        }
        length = written;
    }
}
