using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reporting.Reports.Layout;

/// <summary>Text made fit for a cell without changing what a reader sees.</summary>
static partial class PlainText
{
    /// <summary>The most a cell of a workbook may hold.</summary>
    public const int Longest = 32_767;

    const char Unprintable = '\uFFFD';

    /// <summary>
    /// The text without what XML cannot carry (control characters, half surrogates), cut to what a cell holds. Line ends become LF.
    /// </summary>
    public static string Of(string text) => Cut(text, Longest);

    /// <summary>The same as a part of a workbook spells it: <c>_x000D_</c> would be read as the sign it stands for, so its underscore is spelled out.</summary>
    public static string Escaped(string text) => Escape().Replace(Of(text), "_x005F_");

    /// <summary>What stands in a part of a workbook, as its reader sees it.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Spelled().Replace(text, spelled => ((char)int.Parse(spelled.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;

    /// <summary>The same, cut to fewer signs.</summary>
    public static string Cut(string text, int longest)
    {
        var plain = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > longest) break;
            if (IsCarried(rune)) plain.Append(rune.ToString());
            else plain.Append(Unprintable);
        }
        return plain.ToString();
    }

    /// <summary>Whether a spreadsheet program might take the text for a formula once someone edits or re-imports it.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\'' or '＝' or '＋' or '－' or '＠';

    static bool IsCarried(Rune rune) =>
        rune.Value is '\t' or '\n' || (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control && rune.Value is not (0xFFFE or 0xFFFF));

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Spelled();
}
