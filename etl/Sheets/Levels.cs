using System.Text.RegularExpressions;

namespace Reporting.Etl.Sheets;

/// <summary>How deep a label stands: its indent against the labels above it, at least 1 behind 其中 and its like.</summary>
sealed class Levels
{
    readonly Stack<int> indents = new();
    int least = int.MaxValue;

    public int Of(string label)
    {
        if (label.Length == 0) return 0;
        var indent = Words.Indent(label);
        least = Math.Min(least, indent);
        while (indents.Count > 0 && indents.Peek() >= indent) indents.Pop();
        if (indent > least || indents.Count == 0) indents.Push(indent);
        var level = Math.Max(0, indents.Count(width => width <= indent) - 1);
        return level == 0 && SheetWords.IsOfWhich(label) ? 1 : level;
    }
}

/// <summary>Labels that head a group: 一、就业, （二）培训.</summary>
static partial class Headings
{
    public static bool IsNumbered(string label) => Numbered().IsMatch(Words.Bare(label));

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+部分|[A-DⅠⅡⅢⅣ][、.])")]
    private static partial Regex Numbered();
}
