using System.Text.RegularExpressions;

namespace Reporting.Etl.Sheets;

/// <summary>How deep a label stands: its indent against the labels above it, at least 1 behind 其中 and its like.</summary>
sealed partial class Levels
{
    readonly Stack<(int Indent, int Level, int Hang)> above = new();

    public int Of(string label)
    {
        if (label.Length == 0) return 0;
        var indent = Words.Indent(label);
        while (above.Count > 0 && above.Peek().Indent >= indent) above.Pop();
        var isPart = SheetWords.IsOfWhich(label);
        var level = (above.TryPeek(out var parent) ? isPart || !Hangs(parent, indent) ? parent.Level + 1 : parent.Level : 0) is var depth and > 0 ? depth : isPart ? 1 : 0;
        above.Push((indent, level, HangOf(label)));
        return level;
    }

    /// <summary>其中：女性 over 青年, set under 女性: a further part, no part of 女性. Without any indent 其中 has only further parts below it.</summary>
    static bool Hangs((int Indent, int Level, int Hang) parent, int indent) =>
        parent.Hang > 0 && (parent.Indent == 0 && parent.Level == 1 || indent - parent.Indent is var step && step >= parent.Hang - 1 && step <= parent.Hang + 1);

    static int HangOf(string label) => Lead().Match(label.TrimStart()).Value.Sum(sign => sign < 128 ? 1 : 2);

    [GeneratedRegex("^其中[：:]?")]
    private static partial Regex Lead();
}

/// <summary>Labels that head a group: 一、就业, （二）培训.</summary>
static partial class Headings
{
    public static bool IsNumbered(string label) => Numbered().IsMatch(Words.Bare(label));

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+部分|[A-DⅠⅡⅢⅣ][、.])")]
    private static partial Regex Numbered();
}
