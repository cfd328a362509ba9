using System.Text;
using System.Text.RegularExpressions;

namespace Reporting.Tests.Plans;

/// <summary>A number found in a text, with the line it begins in.</summary>
sealed record FoundNumber(int Line, string Number, string Around);

/// <summary>
/// Finds every Arabic number of a text, whatever follows it, and every Chinese numeral that counts something; lines may break within
/// a sentence and within a number.
/// </summary>
static partial class NumberScanner
{
    public static IReadOnlyList<FoundNumber> Of(string text)
    {
        var (joined, lines) = Join(text);
        return [.. Number().Matches(joined).Select(match => new FoundNumber(lines[match.Index], match.Value,
            joined[Math.Max(0, match.Index - 8)..Math.Min(joined.Length, match.Index + match.Length + 6)].Replace("¶", "", StringComparison.Ordinal)))];
    }

    /// <summary>Without whitespace and the bars between table cells: what is left of a text when its layout is taken away.</summary>
    public static string Bare(string text) => Layout().Replace(text, "");

    // A numbered heading after a line that ends in a digit is no part of that number.
    static (string Text, List<int> Lines) Join(string text)
    {
        var (joined, lines, number) = (new StringBuilder(), new List<int>(), 0);
        foreach (var line in text.Split('\n'))
        {
            number++;
            var bare = Space().Replace(line, "");
            if (joined.Length > 0 && char.IsAsciiDigit(joined[^1]) && Heading().IsMatch(bare)) bare = "¶" + bare;
            joined.Append(bare);
            lines.AddRange(Enumerable.Repeat(number, bare.Length));
        }
        return (joined.ToString(), lines);
    }

    [GeneratedRegex("[0-9]+(?:\\.[0-9]+)?[万亿]?|(?<![第〇一二三四五六七八九十百千两])[一二三四五六七八九十百千两]+(?=[个项类级方大家名人次年月日批轮色户种件起条倍成字镇街校园区体档策位支面者期保稳城]|联动)")]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]+\\.(?![0-9])")]
    private static partial Regex Heading();

    [GeneratedRegex("\\s")]
    private static partial Regex Space();

    [GeneratedRegex("[\\s|]")]
    private static partial Regex Layout();
}
