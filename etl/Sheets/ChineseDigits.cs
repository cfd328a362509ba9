using System.Globalization;
using System.Text.RegularExpressions;

namespace Reporting.Etl.Sheets;

/// <summary>Years, months and ordinals written in Chinese become Arabic: 二〇二二年十一月 → 2022年11月.</summary>
static partial class ChineseDigits
{
    const string Digits = "〇一二三四五六七八九";

    public static string InDates(string text)
    {
        text = YearDigits().Replace(text, match => string.Concat(match.Groups[1].Value.Select(Digit)) + "年");
        return SmallNumber().Replace(text, match => Small(match.Groups[1].Value).ToString(CultureInfo.InvariantCulture) + match.Groups[2].Value);
    }

    /// <summary>一 to 九十九; 0 where the text is no such number.</summary>
    public static int Small(string text)
    {
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return text.Length == 1 ? Math.Max(0, Digits.IndexOf(text[0], StringComparison.Ordinal)) : 0;
        var tens = ten == 0 ? 1 : Math.Max(0, Digits.IndexOf(text[0], StringComparison.Ordinal));
        var ones = ten == text.Length - 1 ? 0 : Math.Max(0, Digits.IndexOf(text[ten + 1], StringComparison.Ordinal));
        return tens * 10 + ones;
    }

    static char Digit(char sign) => sign is '零' or '○' or 'Ｏ' or 'O' ? '0' : (char)('0' + Digits.IndexOf(sign, StringComparison.Ordinal));

    [GeneratedRegex("([〇零○O一二三四五六七八九]{4})年")]
    private static partial Regex YearDigits();

    [GeneratedRegex("([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(月|季|[-—–~～至到]+(?=[一二三四五六七八九十]+月))")]
    private static partial Regex SmallNumber();
}
