using System.Globalization;
using System.Text.RegularExpressions;

namespace Reporting.Warehouse.Reference;

/// <summary>
/// A cross-line condition taken apart: <c>1 = 2 + 3</c>. Numbers are line numbers, never values; each side is a sum of lines.
/// </summary>
/// <param name="Comparator"><c>&gt;=</c>, <c>&lt;=</c>, <c>=</c>, <c>&gt;</c> or <c>&lt;</c>.</param>
public sealed partial record LineExpression(IReadOnlyList<SignedLine> Left, string Comparator, IReadOnlyList<SignedLine> Right)
{
    public IEnumerable<int> Lines => Left.Concat(Right).Select(line => line.Number);

    public static LineExpression? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success && Side(match.Groups["left"].Value) is { } left && Side(match.Groups["right"].Value) is { } right
            ? new(left, match.Groups["comparator"].Value, right)
            : null;
    }

    static List<SignedLine>? Side(string text)
    {
        var lines = new List<SignedLine>();
        foreach (Match match in Signed().Matches(text))
        {
            if (!int.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)) return null;
            lines.Add(new(match.Groups["sign"].Value == "-" ? -1 : 1, number));
        }
        return lines;
    }

    [GeneratedRegex(@"^\s*(?<left>[0-9]+(\s*[+-]\s*[0-9]+)*)\s*(?<comparator>>=|<=|=|>|<)\s*(?<right>[0-9]+(\s*[+-]\s*[0-9]+)*)\s*$")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<sign>[+-]?)\s*(?<number>[0-9]+)")]
    private static partial Regex Signed();
}

/// <param name="Sign">1 adds, −1 subtracts.</param>
public readonly record struct SignedLine(int Sign, int Number);
