using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Reporting.Reports.Lineage;

/// <summary>Reads the flat tables of a workbook that was issued here, from the file alone.</summary>
sealed class FlatReader : IDisposable
{
    static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Linking = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    readonly ZipArchive zip;
    readonly Lazy<IReadOnlyList<string>> strings;

    /// <exception cref="InvalidDataException">The file is no workbook.</exception>
    public FlatReader(Stream workbook)
    {
        zip = new(workbook, ZipArchiveMode.Read);
        strings = new(() => Part("xl/sharedStrings.xml") is { } root ? [.. root.Elements(Main + "si").Select(Text)] : []);
    }

    /// <summary>Names of the sheets, in order.</summary>
    public IReadOnlyList<string> Sheets => [.. Book().Descendants(Main + "sheet").Select(sheet => (string)sheet.Attribute("name")!)];

    /// <summary>The rows of a sheet's named table by its heads; null where the sheet has no such table.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>>? Table(string sheet, IReadOnlyList<string> heads)
    {
        if (PartOf(sheet) is not { } part || Part(part) is not { } root) return null;
        var rows = root.Element(Main + "sheetData")!.Elements(Main + "row").Select(Cells);
        var body = rows.SkipWhile(row => !heads.All(row.ContainsValue)).ToList();
        if (body.Count == 0) return null;
        var columns = body[0].Where(cell => heads.Contains(cell.Value)).ToDictionary(cell => cell.Key, cell => cell.Value);
        return body.Skip(1).Select(row => (IReadOnlyDictionary<string, string>)row.Where(cell => columns.ContainsKey(cell.Key)).ToDictionary(cell => columns[cell.Key], cell => cell.Value));
    }

    Dictionary<string, string> Cells(XElement row) => row.Elements(Main + "c").Select(cell => (Column: Column((string)cell.Attribute("r")!), Value: Value(cell)))
        .Where(cell => cell.Value is not null).ToDictionary(cell => cell.Column, cell => cell.Value!);

    static string Column(string address) => new([.. address.TakeWhile(char.IsAsciiLetter)]);

    string? Value(XElement cell) => (string?)cell.Attribute("t") switch
    {
        "inlineStr" => Text(cell.Element(Main + "is")!),
        "s" when cell.Element(Main + "v") is { } index => strings.Value[int.Parse(index.Value, CultureInfo.InvariantCulture)],
        _ => cell.Element(Main + "v")?.Value,
    };

    static string Text(XElement item) => Layout.PlainText.Unescaped(string.Concat(item.Descendants(Main + "t").Select(text => text.Value)));

    string? PartOf(string sheet)
    {
        if (Book().Descendants(Main + "sheet").FirstOrDefault(each => (string?)each.Attribute("name") == sheet) is not { } found) return null;
        var target = (string?)Part("xl/_rels/workbook.xml.rels")?.Elements().FirstOrDefault(each => (string?)each.Attribute("Id") == (string?)found.Attribute(Linking + "id"))?.Attribute("Target");
        return target is null ? null : target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    XElement Book() => Part("xl/workbook.xml") ?? throw new InvalidDataException("the zip holds no workbook");

    XElement? Part(string name)
    {
        if (zip.GetEntry(name) is not { } entry) return null;
        using var stream = entry.Open();
        return XDocument.Load(stream).Root;
    }

    public void Dispose() => zip.Dispose();
}
