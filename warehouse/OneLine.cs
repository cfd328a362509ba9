using System.Globalization;

namespace Reporting.Warehouse;

/// <summary>
/// Words of others (names of files and people, reasons, cells) as they may stand in a line of an answer: with a line break in them they
/// could add lines of their own above the verdict, and with a mark that turns the direction of writing show one that is not there.
/// </summary>
public static class OneLine
{
    /// <summary>Breaks and other controls become blanks; what shows nothing goes.</summary>
    public static string Of(string words) => !words.Any(IsSpecial) ? words
        : string.Concat(words.Where(sign => char.GetUnicodeCategory(sign) != UnicodeCategory.Format).Select(sign => IsSpecial(sign) ? ' ' : sign));

    static bool IsSpecial(char sign) => char.GetUnicodeCategory(sign)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
