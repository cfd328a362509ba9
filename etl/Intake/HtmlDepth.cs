namespace Reporting.Etl.Intake;

/// <summary>
/// Tells before a page is parsed whether its elements nest too deep, by a look at its tags alone. Elements that end without saying so
/// do not count, and a cell ends whatever was left open in the one before.
/// </summary>
static class HtmlDepth
{
    static readonly HashSet<string> EndAlone = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "colgroup", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "option", "p", "tbody", "tfoot", "thead", "wbr", "caption",
    };

    public static bool Passes(ReadOnlySpan<char> text, int most)
    {
        var (depth, tables) = (0, new Stack<int>());
        var names = EndAlone.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at; (at = text.IndexOf('<')) >= 0 && depth <= most;)
        {
            text = text[(at + 1)..];
            var ends = text is ['/', ..];
            var name = NameOf(ends ? text[1..] : text);
            var isTable = name.Equals("table", StringComparison.OrdinalIgnoreCase);
            if (name.IsEmpty || names.Contains(name)) continue;
            if (isTable && !ends) tables.Push(++depth);
            else if (isTable) depth = tables.TryPop(out var before) ? before - 1 : 0;
            else if (tables.TryPeek(out var table) && IsPartOfTable(name)) depth = table;
            else if (!ends) depth++;
            else if (depth > (tables.TryPeek(out table) ? table : 0)) depth--;
        }
        return depth > most;
    }

    static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < 16 && char.IsAsciiLetterOrDigit(tag[length])) length++;
        return length > 0 && char.IsAsciiLetter(tag[0]) ? tag[..length] : [];
    }

    static bool IsPartOfTable(ReadOnlySpan<char> name) => name.Equals("td", StringComparison.OrdinalIgnoreCase)
        || name.Equals("th", StringComparison.OrdinalIgnoreCase) || name.Equals("tr", StringComparison.OrdinalIgnoreCase);
}
