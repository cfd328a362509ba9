using System.Text;
using System.Text.RegularExpressions;

namespace Reporting.Etl.Intake;

/// <summary>Words of a web page as they are shown: white space of the source is one space, only breaks break.</summary>
sealed partial class HtmlText
{
    const int HeadLetters = 4096;
    readonly StringBuilder text = new();
    char pending; // a space or break that counts only between words

    public void Append(string words)
    {
        foreach (var letter in words)
        {
            if (letter is ' ' or '\t' or '\r' or '\n' or '\f') { if (pending == 0) pending = ' '; continue; }
            if (pending != 0 && text.Length > 0) text.Append(pending);
            pending = '\0';
            text.Append(letter);
        }
    }

    public void Break(char with) => pending = pending == '\n' ? pending : with;

    public string Take()
    {
        var taken = text.ToString();
        text.Clear();
        pending = '\0';
        return taken;
    }

    /// <summary>By byte order mark or by fitting UTF-8, as for any text; else what the page itself declares; else GB18030.</summary>
    /// <exception cref="DecoderFallbackException">Some bytes are no letters of the encoding.</exception>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        var declared = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLetters)])).Groups[1].Value.ToLowerInvariant();
        if (CsvText.IsMarked(bytes) || declared is "" or "utf-8" || declared.StartsWith("gb", StringComparison.Ordinal) || System.Text.Unicode.Utf8.IsValid(bytes)) return CsvText.Decode(bytes);
        try { return (Encoding.GetEncoding(declared, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes), declared); }
        catch (ArgumentException) { return CsvText.Decode(bytes); } // a name that nobody knows
    }

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
