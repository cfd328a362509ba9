using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Reporting.Reports.Bulk;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>The rows of a flat table and its name, put into the saved file as text: thousands of plain cells need no styles and no cell objects.</summary>
static class FlatParts
{
    const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

    public static void Add(Package package, Placements placed)
    {
        if (placed.Sheet.Flat is not { } flat) return;
        var part = package.PartOf(placed.Sheet.Name);
        var rows = flat.Rows.ToList();
        var end = placed.FlatHead + Math.Max(1, rows.Count); // a table has one row at least
        var reference = string.Create(CultureInfo.InvariantCulture, $"A{placed.FlatHead}:{Placements.Letters(flat.Columns.Count)}{end}");
        var number = package.Names.Count(name => name.StartsWith("xl/tables/", StringComparison.Ordinal)) + 1;
        package.Add($"xl/tables/table{number}.xml", Type, Table(flat, reference, number));
        var relation = package.Relate(part, "table", $"../tables/table{number}.xml");
        package.Edit(part, sheet =>
        {
            sheet.Element(Package.Main + "dimension")?.Remove(); // it said where the cells ended before
            sheet.Element(Package.Main + "tableParts")?.Remove(); // the library writes an empty one
            SheetXml.Insert(sheet, new XElement(Package.Main + "tableParts", new XAttribute("count", 1), new XElement(Package.Main + "tablePart", new XAttribute(Package.Linking + "id", relation))));
        });
        package.Put(part, Spliced(package.Bytes(part), rows, flat.Columns.Count, placed.FlatHead + 1));
    }

    /// <summary>The part with the rows behind those that it has.</summary>
    static byte[] Spliced(byte[] part, IReadOnlyList<IReadOnlyList<object?>> rows, int columns, int first)
    {
        var text = Encoding.UTF8.GetString(part);
        var end = text.LastIndexOf('<', text.LastIndexOf("sheetData>", StringComparison.Ordinal));
        var prefix = text[(end + 2)..text.IndexOf("sheetData>", end, StringComparison.Ordinal)]; // of the end tag, </x:sheetData>
        using var whole = new MemoryStream();
        using (var cells = new StreamedCells(whole, columns, prefix))
        {
            cells.Put(text[..end]);
            foreach (var (index, values) in rows.Index()) cells.Row(first + index, values);
            cells.Put(text[end..]);
        }
        return whole.ToArray();
    }

    static XElement Table(FlatTable flat, string reference, int number)
    {
        var main = Package.Main;
        return new(main + "table", new XAttribute("id", number), new XAttribute("name", flat.Name), new XAttribute("displayName", flat.Name), new XAttribute("ref", reference),
            new XAttribute("totalsRowShown", 0), new XElement(main + "autoFilter", new XAttribute("ref", reference)),
            new XElement(main + "tableColumns", new XAttribute("count", flat.Columns.Count),
                flat.Columns.Select((column, index) => new XElement(main + "tableColumn", new XAttribute("id", index + 1), new XAttribute("name", column.Head)))),
            new XElement(main + "tableStyleInfo", new XAttribute("name", "TableStyleLight1"), new XAttribute("showFirstColumn", 0), new XAttribute("showLastColumn", 0),
                new XAttribute("showRowStripes", 0), new XAttribute("showColumnStripes", 0)));
    }
}
