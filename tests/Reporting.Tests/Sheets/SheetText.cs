using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Etl.Intake;

namespace Reporting.Tests.Sheets;

/// <summary>
/// A sheet in a few lines of text. Key lines (<c>sheet:</c>, <c>merge: A1:D1 B2:C2</c>, others for the test itself), a blank line, then one line
/// a row with cells between <c>|</c>. A cell that is a plain number is a number; <c>'12</c> is text, <c>%0.92</c> a number shown as per
/// cent, <c>@2022-03-01</c> a date, <c>!#REF!</c> an error, <c>\n</c> a line break.
/// </summary>
static partial class SheetText
{
    public static Sheet Parse(string text)
    {
        var (keys, rows) = Split(text);
        var merges = keys.TryGetValue("merge", out var ranges)
            ? ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RangeOf).ToList() : [];
        var cells = rows.SelectMany((row, index) => row.Split('|').Select((cell, column) => CellOf(index + 1, column + 1, cell)))
            .OfType<Cell>().ToList();
        return new(keys.GetValueOrDefault("sheet", "Sheet1"), hidden: false, cells, merges);
    }

    public static IReadOnlyDictionary<string, string> Keys(string text) => Split(text).Keys;

    static (Dictionary<string, string> Keys, string[] Rows) Split(string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("\n\n", 2);
        var keys = parts[0].Split('\n').Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        return (keys, parts.Length < 2 ? [] : parts[1].TrimEnd('\n').Split('\n'));
    }

    static Cell? CellOf(int row, int column, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Replace("\\n", "\n", StringComparison.Ordinal);
        return text[0] switch
        {
            '\'' => new(row, column, CellKind.Text, text[1..]),
            '%' when Number(text[1..]) is { } share => new(row, column, CellKind.Number, text[1..], share, Percent: true),
            '@' => new(row, column, CellKind.Date, text[1..], 44621),
            '!' => new(row, column, CellKind.Error, text[1..]),
            _ when Number(text) is { } number => new(row, column, CellKind.Number, text, number),
            _ => new(row, column, CellKind.Text, text),
        };
    }

    static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    static CellRange RangeOf(string text)
    {
        var match = Range().Match(text);
        return new(Row(match, 2), Column(match.Groups[1].Value), Row(match, 4), Column(match.Groups[3].Value));
    }

    static int Row(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    static int Column(string letters) => letters.Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1);

    [GeneratedRegex(@"^([A-Z]+)(\d+):([A-Z]+)(\d+)$")]
    private static partial Regex Range();
}
