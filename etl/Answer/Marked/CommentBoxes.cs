using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Answer.Marked;

/// <summary>
/// The boxes of a sheet's comments, in the old drawing language that Excel still asks for. Such parts are often no XML (Excel itself
/// writes &lt;br&gt; into them), so they are edited as text: boxes out, boxes in, the rest as it is.
/// </summary>
static partial class CommentBoxes
{
    const string Spaces = "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
    const string Layout = "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>";
    const int LettersInLine = 22, FirstShape = 1025;

    /// <summary>Null where the part that is there cannot be understood; then comments have no place.</summary>
    public static string? With(string? written, IReadOnlyList<string> removed, IReadOnlyList<(string Address, string Text)> comments)
    {
        var text = Without(written ?? $"<xml {Spaces}>{Layout}</xml>", removed);
        var end = text.LastIndexOf("</", StringComparison.Ordinal);
        if (end < 0) return null;
        var first = ShapeNumber().Matches(text).Select(match => long.TryParse(match.Groups[1].ValueSpan, out var number) ? number : 0).DefaultIfEmpty(FirstShape - 1).Max() + 1;
        var kind = text.Contains("\"_x0000_t202\"", StringComparison.Ordinal) ? "" : $"<v:shapetype {Spaces} id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
        return text.Insert(end, kind + string.Concat(comments.Select((comment, index) => Box(comment.Address, comment.Text, Math.Max(FirstShape, first) + index))));
    }

    static string Without(string text, IReadOnlyList<string> removed)
    {
        if (removed.Count == 0) return text;
        var places = removed.Select(address => CellAddress.TryRead(address, out var row, out var column) ? (row - 1, column - 1) : (-1, -1)).ToHashSet();
        return Shape().Replace(text, shape => PlaceOf(shape.Value) is { } place && places.Contains(place) ? "" : shape.Value);
    }

    static (int Row, int Column)? PlaceOf(string shape) =>
        shape.Contains("\"Note\"", StringComparison.Ordinal) && RowOf().Match(shape) is { Success: true } row && ColumnOf().Match(shape) is { Success: true } column
            && int.TryParse(row.Groups[1].ValueSpan, out var rowIndex) && int.TryParse(column.Groups[1].ValueSpan, out var columnIndex) ? (rowIndex, columnIndex) : null;

    static string Box(string address, string text, long number)
    {
        _ = CellAddress.TryRead(address, out var row, out var column);
        var lines = Math.Clamp(text.Split('\n').Sum(line => 1 + line.Length / LettersInLine), 4, 24);
        // Anchor: left column, pixels, top row, pixels, right column, pixels, bottom row, pixels; all from 0.
        var anchor = string.Create(CultureInfo.InvariantCulture, $"{column}, 15, {Math.Max(0, row - 2)}, 6, {column + 4}, 20, {Math.Max(0, row - 2) + lines}, 6");
        return string.Create(CultureInfo.InvariantCulture, $"<v:shape {Spaces} id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:{lines * 14}pt;z-index:{number % 1000};visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>");
    }

    [GeneratedRegex("_x0000_s([0-9]{1,9})")]
    private static partial Regex ShapeNumber();

    [GeneratedRegex("<(?:[A-Za-z0-9]+:)?shape\\s[^>]*>.*?</(?:[A-Za-z0-9]+:)?shape>", RegexOptions.Singleline)]
    private static partial Regex Shape();

    [GeneratedRegex("<(?:[A-Za-z0-9]+:)?Row>\\s*([0-9]+)\\s*<")]
    private static partial Regex RowOf();

    [GeneratedRegex("<(?:[A-Za-z0-9]+:)?Column>\\s*([0-9]+)\\s*<")]
    private static partial Regex ColumnOf();
}
