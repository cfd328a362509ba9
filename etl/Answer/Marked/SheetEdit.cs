using System.Buffers;
using System.Globalization;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Answer.Marked;

/// <summary>
/// Changes to one sheet part. A row without a mark is passed over in one leap, so a sheet of a hundred thousand rows costs little more
/// than its decoding. Rows and cells follow the one before where they do not say their place, as the reader takes them.
/// </summary>
sealed class SheetEdit
{
    // What may stand before <legacyDrawing>; whatever else is there comes after it.
    static readonly HashSet<string> BeforeDrawing =
    [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
        "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
        "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    ];

    readonly string text;
    readonly List<Element> children;
    readonly bool plain;

    public SheetEdit(string text)
    {
        this.text = text;
        (Root, Patch) = (Markup.Root(text), new(text));
        children = [.. Markup.Children(Root)];
        plain = !text.Contains("<![CDATA[", StringComparison.Ordinal) && !text.Contains("<!--", StringComparison.Ordinal);
    }

    public Element Root { get; }
    public Patch Patch { get; }
    public IReadOnlyList<Element> Children => children;
    public Element? Data => Child("sheetData");

    /// <summary>The relationship of the part that holds the boxes of comments and old controls; null where there is none.</summary>
    public string? DrawingId => Child("legacyDrawing")?.Open.Prefixed("id");

    public Element? Child(string localName)
    {
        foreach (var child in children)
            if (child.Is(localName)) return child;
        return null;
    }

    /// <summary>Of grouped sheets each would take an edit meant for one: only one sheet may be selected.</summary>
    public void Deselect()
    {
        if (Child("sheetViews") is not { } views) return;
        foreach (var view in Markup.Children(views).Where(view => view.Is("sheetView"))) Patch.Drop(view.Open, "tabSelected");
    }

    public void SetDrawing(string id, bool strict)
    {
        if (Child("legacyDrawing") is { } old) Patch.Remove(old);
        var place = children.Where(child => BeforeDrawing.Contains(child.Open.LocalName.ToString())).Select(child => child.End).DefaultIfEmpty(Root.Open.End).Max();
        Patch.Insert(place, $"<{Root.Open.Prefix}legacyDrawing xmlns:r=\"{(strict ? XmlParts.StrictRelations : XmlParts.Relations)}\" r:id=\"{id}\"/>");
    }

    /// <summary>Gives cells another format.</summary>
    /// <param name="wanted">Columns by row; a cell that is not there yet is put in.</param>
    /// <param name="also">Rows in which one of these words stands are asked for all their cells; null for none.</param>
    /// <param name="format">Row, column and format as it is to the format as it shall be.</param>
    public void Restyle(IReadOnlyDictionary<int, SortedSet<int>> wanted, SearchValues<string>? also, Func<int, int, int, int> format)
    {
        if (Data is not { } data || (wanted.Count == 0 && (also is null || !text.AsSpan().ContainsAny(also)))) return;
        int[] order = [.. wanted.Keys.Order()];
        var (seen, place, next) = (new HashSet<int>(), new Dictionary<int, int>(), 0);
        foreach (var (number, row) in Rows(data))
        {
            for (; next < order.Length && order[next] < number; next++) place[order[next]] = row.Start;
            var columns = wanted.GetValueOrDefault(number);
            if (columns is not null) seen.Add(number);
            if (columns is not null || (also is not null && text.AsSpan(row.Start, row.End - row.Start).ContainsAny(also))) RestyleRow(row, number, columns ?? [], format);
        }
        var missing = order.Where(number => !seen.Contains(number)).Select(number => (Number: number, Xml: NewRow(number, wanted[number], format))).ToList();
        if (data.Open.IsEmpty) Patch.Append(data, string.Concat(missing.Select(row => row.Xml)));
        else foreach (var row in missing) Patch.Insert(place.GetValueOrDefault(row.Number, data.ContentEnd), row.Xml);
    }

    /// <summary>The rows with their numbers, in the order of the part.</summary>
    public IEnumerable<(int Number, Element Row)> Rows(Element data)
    {
        var number = 0;
        for (var at = data.Open.End; Markup.Next(text, at, data.ContentEnd) is { } tag;)
        {
            var row = EndOf(tag, data.ContentEnd);
            at = row.End;
            if (!tag.Is("row")) continue;
            number = CellAddress.TryReadNumber(tag["r"], out var own) ? own : number + 1;
            yield return (number, row);
        }
    }

    public static IEnumerable<(int Column, Element Cell)> Cells(Element row)
    {
        var column = 0;
        foreach (var cell in Markup.Children(row).Where(cell => cell.Is("c")))
        {
            column = CellAddress.TryRead(cell.Open["r"], out _, out var own) ? own : column + 1;
            yield return (column, cell);
        }
    }

    Element EndOf(Tag tag, int to)
    {
        if (!plain || tag.IsEmpty || !tag.Is("row")) return Markup.Of(tag, to);
        var closing = text.IndexOf($"</{tag.Name}", tag.End, to - tag.End, StringComparison.Ordinal);
        return closing < 0 ? throw new FormatException("a row has no end") : new(tag, closing, text.IndexOf('>', closing) + 1);
    }

    void RestyleRow(Element row, int number, SortedSet<int> wanted, Func<int, int, int, int> format)
    {
        var (seen, place) = (new HashSet<int>(), new Dictionary<int, int>());
        foreach (var (column, cell) in Cells(row))
        {
            foreach (var missing in wanted.TakeWhile(missing => missing < column)) place.TryAdd(missing, cell.Start);
            seen.Add(column);
            var was = cell.Open.NumberOf("s") ?? 0;
            var becomes = format(number, column, was);
            if (becomes != was) Patch.Set(cell.Open, "s", becomes.ToString(CultureInfo.InvariantCulture));
        }
        var added = wanted.Where(column => !seen.Contains(column)).ToList();
        if (added.Count == 0) return;
        Patch.Drop(row.Open, "spans"); // it only helps to lay out the row, and would now be wrong
        var own = row.Open.IsOn("customFormat") ? row.Open.NumberOf("s") : null;
        if (row.Open.IsEmpty) Patch.Append(row, string.Concat(added.Select(column => NewCell(number, column, own, format))));
        else foreach (var column in added) Patch.Insert(place.GetValueOrDefault(column, row.ContentEnd), NewCell(number, column, own, format));
    }

    string NewRow(int number, SortedSet<int> columns, Func<int, int, int, int> format) => string.Create(CultureInfo.InvariantCulture,
        $"<{Root.Open.Prefix}row r=\"{number}\">{string.Concat(columns.Select(column => NewCell(number, column, null, format)))}</{Root.Open.Prefix}row>");

    string NewCell(int row, int column, int? rowFormat, Func<int, int, int, int> format) => string.Create(CultureInfo.InvariantCulture,
        $"<{Root.Open.Prefix}c r=\"{Address.Of(row, column)}\" s=\"{format(row, column, rowFormat ?? ColumnFormat(column))}\"/>");

    int ColumnFormat(int column) => Child("cols") is not { } columns ? 0 : Markup.Children(columns)
        .Where(one => one.Open.NumberOf("min") <= column && one.Open.NumberOf("max") >= column).Select(one => one.Open.NumberOf("style") ?? 0).FirstOrDefault();
}
