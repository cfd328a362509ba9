namespace Reporting.Etl.Answer.Marked;

/// <summary>One tag as it stands in a text of XML. Names are compared as written, or without their prefix.</summary>
readonly record struct Tag(string Text, int Start, int End)
{
    public bool IsClosing => Text[Start + 1] == '/';
    public bool IsEmpty => Text[End - 2] == '/';

    public int NameEnd
    {
        get
        {
            var end = Start + 1;
            if (Text[end] == '/') end++;
            while (end < End && Text[end] is not (' ' or '\t' or '\r' or '\n' or '/' or '>')) end++;
            return end;
        }
    }

    public ReadOnlySpan<char> Name => Text.AsSpan(Start + (IsClosing ? 2 : 1), NameEnd - Start - (IsClosing ? 2 : 1));
    public ReadOnlySpan<char> LocalName => Name[(Name.IndexOf(':') + 1)..];
    /// <summary>With its colon; empty where names stand without a prefix.</summary>
    public string Prefix => Name[..(Name.IndexOf(':') + 1)].ToString();

    public bool Is(string localName) => LocalName.SequenceEqual(localName);

    /// <summary>An attribute by its full name, decoded; null where it is not there.</summary>
    public string? this[string name] => Find(name, anyPrefix: false) is { } found ? Markup.Decoded(Text.AsSpan(found.ValueStart, found.ValueEnd - found.ValueStart)) : null;

    /// <summary>An attribute with some prefix, such as <c>r:id</c>, whatever the prefix is called in this file.</summary>
    public string? Prefixed(string localName) =>
        Find(localName, anyPrefix: true) is { } found ? Markup.Decoded(Text.AsSpan(found.ValueStart, found.ValueEnd - found.ValueStart)) : null;

    public int? NumberOf(string name) => int.TryParse(this[name], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsOn(string name) => this[name] is "1" or "true" or "on";

    public AttributeSpan? Find(string name, bool anyPrefix)
    {
        for (var at = NameEnd; at < End;)
        {
            var equals = Text.IndexOf('=', at, End - at);
            if (equals < 0) return null;
            var opening = Text.AsSpan(equals, End - equals).IndexOfAny('"', '\'');
            if (opening < 0) return null;
            var valueStart = equals + opening + 1;
            var valueEnd = Text.IndexOf(Text[valueStart - 1], valueStart, End - valueStart);
            if (valueEnd < 0) return null;
            var written = Text.AsSpan(at, equals - at).Trim();
            if (anyPrefix ? written.IndexOf(':') is > 0 and var colon && written[(colon + 1)..].SequenceEqual(name) && !written.StartsWith("xmlns") : written.SequenceEqual(name))
                return new(at, valueStart, valueEnd);
            at = valueEnd + 1;
        }
        return null;
    }
}

/// <summary>Where an attribute stands, from the white space before it, and its value between the quotes.</summary>
readonly record struct AttributeSpan(int Start, int ValueStart, int ValueEnd);

/// <summary>An element from its tag to the end of its closing tag; of an empty one both ends are the tag's.</summary>
readonly record struct Element(Tag Open, int ContentEnd, int End)
{
    public int Start => Open.Start;
    public string Outer => Open.Text[Start..End];
    public string Content => Open.Text[Open.End..ContentEnd];
    public bool Is(string localName) => Open.Is(localName);
}

/// <summary>
/// Finds tags and elements in a text of XML without building anything: a part is edited where it must change and stays the same letters
/// elsewhere, with whatever its program has put there. The texts have been read as XML before; broken ones are a <see cref="FormatException"/>.
/// </summary>
static class Markup
{
    /// <summary>The next tag between two places; comments, CDATA and instructions are passed over.</summary>
    public static Tag? Next(string text, int from, int to)
    {
        while (from < to && text.IndexOf('<', from, to - from) is >= 0 and var start)
        {
            var rest = text.AsSpan(start);
            if (rest.StartsWith("<!--")) from = After(text, start, "-->");
            else if (rest.StartsWith("<![CDATA[")) from = After(text, start, "]]>");
            else if (rest.StartsWith("<?")) from = After(text, start, "?>");
            else if (rest.StartsWith("<!")) from = After(text, start, ">");
            else return new(text, start, EndOfTag(text, start));
        }
        return null;
    }

    public static Element Of(Tag open, int to)
    {
        if (open.IsEmpty) return new(open, open.End, open.End);
        var depth = 1;
        for (var at = open.End; Next(open.Text, at, to) is { } tag; at = tag.End)
        {
            if (tag.IsClosing) depth--;
            else if (!tag.IsEmpty) depth++;
            if (depth == 0) return new(open, tag.Start, tag.End);
        }
        throw new FormatException($"<{open.Name}> has no end");
    }

    /// <summary>The document's one element; what is within it is not looked at.</summary>
    public static Element Root(string text)
    {
        var open = Next(text, 0, text.Length) ?? throw new FormatException("no element");
        return open.IsEmpty ? new(open, open.End, open.End) : Last(open, text.Length);
    }

    /// <summary>The elements directly within one. The rows of a sheet are passed over in one leap.</summary>
    public static IEnumerable<Element> Children(Element parent)
    {
        for (var at = parent.Open.End; Next(parent.Open.Text, at, parent.ContentEnd) is { } tag;)
        {
            var child = tag.Is("sheetData") && !tag.IsEmpty ? Last(tag, parent.ContentEnd) : Of(tag, parent.ContentEnd);
            yield return child;
            at = child.End;
        }
    }

    public static Element? Child(Element parent, string localName)
    {
        foreach (var child in Children(parent))
            if (child.Is(localName)) return child;
        return null;
    }

    public static string Decoded(ReadOnlySpan<char> value)
    {
        if (value.IndexOf('&') < 0) return value.ToString();
        return System.Text.RegularExpressions.Regex.Replace(value.ToString(), "&(#x?[0-9A-Fa-f]+|[a-z]+);", match => match.Groups[1].Value switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            "apos" => "'",
            ['#', 'x', .. var hex] when int.TryParse(hex, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) && System.Text.Rune.IsValid(code) => new System.Text.Rune(code).ToString(),
            ['#', .. var digits] when int.TryParse(digits, out var code) && System.Text.Rune.IsValid(code) => new System.Text.Rune(code).ToString(),
            _ => match.Value,
        });
    }

    static Element Last(Tag open, int to)
    {
        var closing = open.Text.LastIndexOf($"</{open.Name}", to - 1, to - open.End, StringComparison.Ordinal);
        return closing < 0 ? throw new FormatException($"<{open.Name}> has no end") : new(open, closing, After(open.Text, closing, ">"));
    }

    static int After(string text, int from, string end) =>
        text.IndexOf(end, from, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : throw new FormatException($"no {end}");

    static int EndOfTag(string text, int start)
    {
        for (var at = start; text.AsSpan(at).IndexOfAny('>', '"', '\'') is >= 0 and var step;)
        {
            at += step;
            if (text[at] == '>') return at + 1;
            at = text.IndexOf(text[at], at + 1) + 1;
            if (at == 0) break;
        }
        throw new FormatException("a tag has no end");
    }
}
