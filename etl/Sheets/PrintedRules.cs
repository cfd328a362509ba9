using System.Text.RegularExpressions;

namespace Reporting.Etl.Sheets;

/// <summary>Relations between lines that are printed on a form: <c>1=6+7+8</c>, <c>1≥2</c>, <c>（1）＝（2）-（3）</c>.</summary>
static partial class PrintedRules
{
    static readonly System.Buffers.SearchValues<char> Comparators = System.Buffers.SearchValues.Create("=≥≤≧≦<>＝＜＞");

    /// <summary>Each relation in the order of print, without blanks and brackets, <c>&gt;=</c> for ≥. A chain 1=2+3=4+5 is two.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string> notes) =>
        [.. notes.Where(HasComparator).SelectMany(note => Rule().Matches(Words.Narrow(note))).SelectMany(Links).Distinct()];

    /// <summary>True where a line says nothing but relations.</summary>
    public static bool IsOnly(string text) =>
        HasComparator(text) && Rule().Replace(Words.Narrow(text), "") is var rest && rest.Length < text.Length && rest.All(sign => char.IsWhiteSpace(sign) || char.IsPunctuation(sign));

    static bool HasComparator(string text) => text.AsSpan().ContainsAny(Comparators);

    static IEnumerable<string> Links(Match match)
    {
        var sides = match.Groups["side"].Captures;
        var signs = match.Groups["sign"].Captures;
        for (var index = 0; index < signs.Count; index++) yield return Plain(sides[index].Value) + Sign(signs[index].Value) + Plain(sides[index + 1].Value);
    }

    static string Plain(string side) => string.Concat(side.Where(sign => char.IsAsciiDigit(sign) || sign is '+' or '-'));

    static string Sign(string sign) => sign switch { "≥" or "≧" => ">=", "≤" or "≦" => "<=", _ => sign };

    const string Line = @"(?:第?\(?\d{1,3}\)?[行栏列项]?)";
    const string Side = $@"(?<side>{Line}(?:\s?[+-]\s?{Line})*)";

    [GeneratedRegex($@"(?<![\d.%\p{{Lo}}]){Side}(?:\s?(?<sign>>=|<=|[=≥≤≧≦<>])\s?{Side})+(?![\d.%])")]
    private static partial Regex Rule();
}
