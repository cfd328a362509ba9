using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reporting.Etl.Answer.Marked;

/// <summary>Words for XML and for cells. Whatever a sender wrote stays a text: it is never spelled so that a program would calculate it.</summary>
static partial class XmlWords
{
    const int MostInCell = 32_000; // a cell takes 32,767 letters

    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text) Append(escaped, letter);
        return escaped.ToString();
    }

    /// <summary>A text as a cell or comment holds it; what would be read as an escape (_x000D_) is escaped itself.</summary>
    public static string InCell(string text)
    {
        var cut = text.Length > MostInCell ? string.Concat(text.AsSpan(0, MostInCell), "……") : text;
        return Escaped(Unwritable().Replace(EscapeInCell().Replace(cut, "_x005F_$1").Replace("\r\n", "\n", StringComparison.Ordinal), letter => string.Create(CultureInfo.InvariantCulture, $"_x{(int)letter.Value[0]:X4}_")));
    }

    /// <summary>A text cell of its own: no shared texts, no formula.</summary>
    public static string Cell(string address, string text, int style) => text.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}\" s=\"{style}\"/>")
        : string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{InCell(text)}</t></is></c>");

    public static string Cell(string address, decimal number, int style) =>
        string.Create(CultureInfo.InvariantCulture, $"<c r=\"{address}\" s=\"{style}\"><v>{number}</v></c>");

    static void Append(StringBuilder escaped, char letter)
    {
        switch (letter)
        {
            case '&': escaped.Append("&amp;"); break;
            case '<': escaped.Append("&lt;"); break;
            case '>': escaped.Append("&gt;"); break;
            case '"': escaped.Append("&quot;"); break;
            case '\n' or '\t' or '\r' or (>= ' ' and < '\uFFFE'): escaped.Append(letter); break;
            default: escaped.Append(' '); break; // no letter that XML has
        }
    }

    // What XML cannot hold, or would not give back as it was.
    [GeneratedRegex("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]")]
    private static partial Regex Unwritable();

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeInCell();
}
