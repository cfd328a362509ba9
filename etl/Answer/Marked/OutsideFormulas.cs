using System.Text.RegularExpressions;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Answer.Marked;

/// <summary>
/// Takes out of a workbook the names and formulas that reach outside it: into other files, over the network, along somebody's paths. A
/// formula leaves the value it had. What rests on a name that is gone goes with it.
/// </summary>
sealed partial class OutsideFormulas(PackageParts parts, BookEdit book)
{
    readonly List<string> gone = [];
    Regex? mentioned;

    /// <summary>To be asked before the sheets are.</summary>
    public bool TakeNames()
    {
        if (book.Child("definedNames") is not { } names) return false;
        var left = Markup.Children(names).ToList();
        while (left.Find(name => Reaches(name.Content)) is { End: > 0 } name)
        {
            left.Remove(name);
            book.Patch.Remove(name);
            gone.Add(name.Open["name"] ?? "");
            mentioned = new($@"(?<![\p{{L}}\p{{N}}_.\\])(?:{string.Join('|', gone.Select(Regex.Escape))})(?![\p{{L}}\p{{N}}_.\\(\[])", RegexOptions.IgnoreCase);
        }
        return gone.Count > 0;
    }

    public bool TakeFrom(string part)
    {
        if (parts.TextOf(part) is not { } text) return false;
        var shared = new HashSet<string>();
        var without = Formula().Replace(text, formula =>
        {
            if (!Reaches(formula.Groups["words"].Value)) return formula.Value;
            if (SharedNumber().Match(formula.Groups["tag"].Value) is { Success: true } number) shared.Add(number.Groups[1].Value);
            // A link without words of its own shows where it leads.
            return Path().IsMatch(Markup.Decoded(formula.Groups["value"].Value)) ? "" : formula.Groups["shown"].Value;
        });
        foreach (var number in shared) without = Regex.Replace(without, $"<(\\w+:)?f\\s[^>]*\\bsi=\"{number}\"[^>]*(/>|>[^<]*</(\\w+:)?f>)", "");
        var patch = new Patch(without);
        foreach (var child in Markup.Children(Markup.Root(without)).Where(child => child.Open.LocalName is "conditionalFormatting" or "dataValidations" or "extLst" && Reaches(child.Content))) patch.Remove(child);
        without = patch.Applied();
        if (without == text) return false;
        parts.Put(part, without);
        return true;
    }

    bool Reaches(string written) => Markup.Decoded(written) is var words && (Outside().IsMatch(words) || Path().IsMatch(words) || mentioned?.IsMatch(words) == true);

    // [1]台账!A1 and '[1]台 账'!A1 are of another file; 表1[2023] is a column of a table in this one.
    [GeneratedRegex(@"'(?:[^']|'')*\[[^\[\]]+\](?:[^']|'')*'!|\[[^\[\]]+\][\p{L}\p{N}_.]*!|\b(?:HYPERLINK|WEBSERVICE|RTD)\s*\(|[\w']\|", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    [GeneratedRegex(@"\\\\\w|\b[A-Za-z]:\\|file:", RegexOptions.IgnoreCase)]
    private static partial Regex Path();

    [GeneratedRegex(@"(?<tag><(?:\w+:)?f(?:\s[^>]*)?(?<!/)>)(?<words>[^<]*)</(?:\w+:)?f>(?<shown>(?:<(?:\w+:)?v>(?<value>[^<]*)</(?:\w+:)?v>)?)")]
    private static partial Regex Formula();

    [GeneratedRegex("\\bsi=\"([0-9]+)\"")]
    private static partial Regex SharedNumber();
}
