using System.Globalization;
using System.Text.RegularExpressions;

namespace Reporting.Etl.Intake;

/// <summary>The number formats that Excel writes into the styles of a web page (mso-number-format), by class or in the cell itself.</summary>
sealed partial class HtmlFormats
{
    readonly Dictionary<string, (NumberLook Look, bool AsText)> classes = new(StringComparer.Ordinal);

    public HtmlFormats(IEnumerable<string> styleSheets)
    {
        foreach (var rule in styleSheets.SelectMany(sheet => sheet.Split('}')))
            if (rule.IndexOf('{', StringComparison.Ordinal) is >= 0 and var begin && FormatIn(rule[begin..]) is { } format)
                foreach (Match name in ClassName().Matches(rule[..begin])) classes[name.Groups[1].Value] = format;
    }

    public (NumberLook Look, bool AsText) Of(string? style, string? className)
    {
        if (style is not null && FormatIn(style) is { } own) return own;
        foreach (var name in (className ?? "").Split(' '))
            if (classes.TryGetValue(name, out var format)) return format;
        return default;
    }

    static (NumberLook Look, bool AsText)? FormatIn(string style)
    {
        if (Format().Match(style) is not { Success: true } match) return null;
        // Signs that style sheets keep for themselves are written as their number: \0022 is a quote.
        var code = Escaped().Replace(match.Groups[1].Value.Trim().Trim('"', '\''), sign => ((char)int.Parse(sign.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return (NumberFormat.OfNamed(code), code.TrimStart('\\') == "@");
    }

    [GeneratedRegex("""\.([A-Za-z0-9_-]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex ClassName();

    [GeneratedRegex("""(?:mso-number-format|vnd\.ms-excel\.numberformat)\s*:\s*("[^"]*"|'[^']*'|[^;"']*)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Format();

    [GeneratedRegex("""\\([0-9A-Fa-f]{4})""", RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
