using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Warehouse;

namespace Reporting.Etl.Answer.Marked;

/// <summary>How a cell looked before it was marked: its fill and its border, in the words of the styles part, without prefix.</summary>
readonly record struct FormerLook(string Fill, string Border);

/// <summary>
/// The cell formats of a workbook. A marked cell gets a copy of its own format with another fill and a heavier border, so that number
/// format, font and alignment stay; the border tells the mark where colours are not printed.
/// </summary>
sealed partial class Styles
{
    public const string ErrorColour = "FDC9CD", WarningColour = "FEF1C1";
    const string ErrorLine = "C0282D", WarningLine = "9C6500";
    const int MostFormats = 64_000; // Excel opens no more
    const int LongestLook = 2_000;
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static readonly string[] Order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"];

    readonly string text, p;
    readonly Element root;
    readonly StyleList fonts, fills, borders, formats;
    readonly HashSet<int> marked;

    /// <param name="written">The styles part; null where the workbook has none.</param>
    public Styles(string? written, string? mainNamespace)
    {
        text = written ?? $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{"\n"}<styleSheet xmlns="{mainNamespace ?? Main}"></styleSheet>""";
        root = Markup.Root(text);
        p = root.Open.Prefix;
        fonts = new("fonts", Markup.Child(root, "fonts"), [$"<{p}font><{p}sz val=\"11\"/><{p}name val=\"宋体\"/></{p}font>"]);
        fills = new("fills", Markup.Child(root, "fills"), [$"<{p}fill><{p}patternFill patternType=\"none\"/></{p}fill>", $"<{p}fill><{p}patternFill patternType=\"gray125\"/></{p}fill>"]);
        borders = new("borders", Markup.Child(root, "borders"), [$"<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>"]);
        formats = new("cellXfs", Markup.Child(root, "cellXfs"), [$"<{p}xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"{(Markup.Child(root, "cellStyleXfs") is null ? "" : " xfId=\"0\"")}/>"]);
        marked = [.. Enumerable.Range(0, formats.Count).Where(format => OwnFill().IsMatch(Look(format).Fill))];
        MarkedCells = marked.Count == 0 ? null : SearchValues.Create([.. marked.SelectMany(format => new[] { $"s=\"{format}\"", $"s='{format}'" })], StringComparison.Ordinal);
    }

    /// <summary>How cells that an earlier round has marked are written in a sheet; null where there are none.</summary>
    public SearchValues<string>? MarkedCells { get; }

    /// <summary>Of the formats that were there; what is marked now does not count.</summary>
    public bool IsMarked(int format) => marked.Contains(format);

    public FormerLook Look(int format)
    {
        var xf = XfOf(format).Open;
        return new(ItemOf(fills, xf.NumberOf("fillId")), ItemOf(borders, xf.NumberOf("borderId")));
    }

    public int Marked(int format, Severity severity)
    {
        if (formats.Count >= MostFormats) return format;
        var (fill, line, style) = severity == Severity.error ? (ErrorColour, ErrorLine, "medium") : (WarningColour, WarningLine, "mediumDashed");
        return With(format, Solid(fill), Border(style, line));
    }

    /// <summary>The format with the look it had before; an unknown one gets no fill, and no border.</summary>
    public int Unmarked(int format, FormerLook? former) => With(format, Safe(former?.Fill) ?? "<fill><patternFill patternType=\"none\"/></fill>", Safe(former?.Border) ?? "<border><left/><right/><top/><bottom/><diagonal/></border>");

    /// <summary>A format for sheets of our own.</summary>
    public int Own(bool bold = false, int size = 10, string colour = "", string fill = "", bool framed = true, string alignment = "vertical=\"top\" wrapText=\"1\"", bool text = true)
    {
        var font = fonts.NumberOf(Prefixed($"<font>{(bold ? "<b/>" : "")}<sz val=\"{size}\"/>{(colour.Length == 0 ? "" : $"<color rgb=\"FF{colour}\"/>")}<name val=\"宋体\"/><charset val=\"134\"/></font>"));
        var border = framed ? borders.NumberOf(Prefixed(Border("thin", "A6A6A6"))) : 0;
        var filled = fill.Length == 0 ? 0 : fills.NumberOf(Prefixed(Solid(fill)));
        return formats.NumberOf(string.Create(CultureInfo.InvariantCulture,
            $"<{p}xf numFmtId=\"{(text ? 49 : 0)}\" fontId=\"{font}\" fillId=\"{filled}\" borderId=\"{border}\"{XfId} applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><{p}alignment {alignment}/></{p}xf>"));
    }

    public string Saved()
    {
        var patch = new Patch(text);
        var missing = new[] { fonts, fills, borders, formats }.Select(list => (list.Name, Xml: list.Save(patch, p))).Where(list => list.Xml is not null).ToList();
        foreach (var (name, xml) in missing) patch.Insert(PlaceOf(name), xml!);
        return patch.Applied();
    }

    string XfId => Markup.Child(root, "cellStyleXfs") is null ? "" : " xfId=\"0\"";

    int PlaceOf(string list)
    {
        var before = Order[..Array.IndexOf(Order, list)];
        return Markup.Children(root).Where(child => before.Contains(child.Open.LocalName.ToString())).Select(child => child.End).DefaultIfEmpty(root.Open.End).Last();
    }

    int With(int format, string fill, string border)
    {
        var xf = XfOf(format);
        var patch = new Patch(xf.Open.Text);
        foreach (var (name, number) in new[] { ("fillId", fills.NumberOf(Prefixed(fill))), ("borderId", borders.NumberOf(Prefixed(border))), ("applyFill", 1), ("applyBorder", 1) })
            patch.Set(xf.Open, name, number.ToString(CultureInfo.InvariantCulture));
        return formats.NumberOf(patch.Applied());
    }

    Element XfOf(int format) => Markup.Root(formats[format >= 0 && format < formats.Count ? format : 0]);

    string ItemOf(StyleList list, int? number) => number is { } there && there < list.Count ? Bare(list[there]) : Bare(list[0]);

    string Bare(string item) => p.Length == 0 ? item : item.Replace($"<{p}", "<", StringComparison.Ordinal).Replace($"</{p}", "</", StringComparison.Ordinal);

    string Prefixed(string item) => p.Length == 0 ? item : TagName().Replace(item, $"$1{p}");

    static string Solid(string colour) => $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>";

    static string Border(string style, string colour) =>
        $"<border>{string.Concat(new[] { "left", "right", "top", "bottom" }.Select(side => $"<{side} style=\"{style}\"><color rgb=\"FF{colour}\"/></{side}>"))}<diagonal/></border>";

    /// <summary>What a marker says of former looks has been in other hands: only what is plainly a fill or a border goes back into the styles.</summary>
    static string? Safe(string? item)
    {
        if (item is null or { Length: > LongestLook } || !PlainLook().IsMatch(item)) return null;
        try { return Markup.Root(item) is var root && root.End == item.Length && root.Open.Start == 0 && Markup.Of(root.Open, item.Length).End == item.Length && !OwnFill().IsMatch(item) ? item : null; }
        catch (FormatException) { return null; }
    }

    [GeneratedRegex("fgColor [^>]*rgb=\"(FF)?(" + ErrorColour + "|" + WarningColour + ")\"", RegexOptions.IgnoreCase)]
    private static partial Regex OwnFill();

    [GeneratedRegex("(</?)(?=[A-Za-z])")]
    private static partial Regex TagName();

    [GeneratedRegex("""\A(\s*</?(fill|patternFill|gradientFill|stop|fgColor|bgColor|border|left|right|top|bottom|start|end|vertical|horizontal|diagonal|color)(\s+[A-Za-z]+="[A-Za-z0-9.+-]*")*\s*/?>)+\z""")]
    private static partial Regex PlainLook();
}
