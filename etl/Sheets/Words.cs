using System.Buffers;
using System.Text;

namespace Reporting.Etl.Sheets;

/// <summary>Spelling without meaning: what makes two ways of writing the same words equal.</summary>
public static class Words
{
    // What Narrow changes, but for digits of other scripts: most texts hold none of it and stay as they are.
    static readonly SearchValues<char> Wide = SearchValues.Create(
        [.. Enumerable.Range(0xFF01, 0x5E).Select(sign => (char)sign), '\u3000', '\u00A0', '\u2007', '\u202F', '\u200B', '\uFEFF', '﹪', '﹣', '−']);

    static bool HasForeignDigit(string text)
    {
        foreach (var sign in text)
            if (sign > '\u007F' && char.IsDigit(sign)) return true;
        return false;
    }

    /// <summary>Full-width forms made narrow (digits, letters, signs, brackets, colon); other text stays as it is.</summary>
    public static string Narrow(string text)
    {
        if (!text.AsSpan().ContainsAny(Wide) && !HasForeignDigit(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var sign in text)
            result.Append(sign switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(sign - 0xFEE0),
                '\u3000' or '\u00A0' or '\u2007' or '\u202F' => ' ',
                '\u200B' or '\uFEFF' => ' ',
                '﹪' => '%',
                '﹣' or '−' => '-',
                _ when sign > '\u007F' && char.IsDigit(sign) => (char)('0' + (int)char.GetNumericValue(sign)),
                _ => sign,
            });
        return result.ToString();
    }

    /// <summary>Narrow and without any white space.</summary>
    public static string Bare(string text)
    {
        var narrow = Narrow(text);
        foreach (var sign in narrow)
            if (char.IsWhiteSpace(sign)) return string.Concat(narrow.Where(other => !char.IsWhiteSpace(other)));
        return narrow;
    }

    /// <summary>One line as written: runs of white space become one blank.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Width of the blanks before the first sign; a full-width blank is two wide.</summary>
    public static int Indent(string text) =>
        text.TakeWhile(char.IsWhiteSpace).Sum(sign => sign == '\u3000' ? 2 : sign == '\t' ? 4 : 1);

    public static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF' or '〇';

    /// <summary>True for words in Latin script only, such as the English line below a Chinese title.</summary>
    public static bool IsLatin(string text) => text.Any(char.IsAsciiLetter) && !text.Any(IsHan);
}
