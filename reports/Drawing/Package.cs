using System.IO.Compression;
using System.Xml.Linq;

namespace Reporting.Reports.Drawing;

/// <summary>The parts of a workbook file by name, to be changed and written again; the same parts give the same bytes.</summary>
sealed class Package
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace Linking = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    // The first moment a zip can name: no day of our own gets into the bytes.
    static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    const int Large = 1 << 20;

    readonly SortedDictionary<string, byte[]> parts = new(StringComparer.Ordinal);

    public Package(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            parts[entry.FullName] = copy.ToArray();
        }
    }

    public IEnumerable<string> Names => parts.Keys;

    public bool Has(string name) => parts.ContainsKey(name);

    public void Remove(string name) => parts.Remove(name);

    public XElement Read(string name) => XDocument.Load(new MemoryStream(parts[name])).Root!;

    public void Put(string name, XDocument document)
    {
        using var bytes = new MemoryStream();
        document.Save(bytes, SaveOptions.DisableFormatting);
        parts[name] = bytes.ToArray();
    }

    public void Put(string name, byte[] content) => parts[name] = content;

    public byte[] Bytes(string name) => parts[name];

    public void Edit(string name, Action<XElement> change)
    {
        var root = Read(name);
        change(root);
        Put(name, root.Document!);
    }

    /// <summary>Adds a part with its type.</summary>
    public void Add(string name, string contentType, XElement root)
    {
        Put(name, new XDocument(root));
        Edit("[Content_Types].xml", types => types.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", contentType))));
    }

    /// <summary>Relates a part to another.</summary>
    /// <param name="target">Relative to the part, as <c>../charts/chart1.xml</c>.</param>
    /// <returns>The relation's id.</returns>
    public string Relate(string name, string type, string target)
    {
        var (folder, file) = (name[..name.LastIndexOf('/')], name[(name.LastIndexOf('/') + 1)..]);
        var relations = $"{folder}/_rels/{file}.rels";
        if (!Has(relations)) Put(relations, new XDocument(new XElement(Relations + "Relationships")));
        var id = "";
        Edit(relations, root =>
        {
            var taken = root.Elements().Select(each => (string?)each.Attribute("Id")).ToHashSet();
            id = Enumerable.Range(1, taken.Count + 1).Select(number => $"rIdD{number}").First(each => !taken.Contains(each));
            root.Add(new XElement(Relations + "Relationship", new XAttribute("Id", id), new XAttribute("Type", Linking.NamespaceName + "/" + type), new XAttribute("Target", target)));
        });
        return id;
    }

    /// <summary>The part of a sheet by the sheet's name.</summary>
    public string PartOf(string sheet)
    {
        var id = (string)Read("xl/workbook.xml").Descendants(Main + "sheet").Single(each => (string?)each.Attribute("name") == sheet).Attribute(Linking + "id")!;
        var target = (string)Read("xl/_rels/workbook.xml.rels").Elements().Single(each => (string?)each.Attribute("Id") == id).Attribute("Target")!;
        return target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    /// <summary>In ordinal order, by which the content types stand first, where readers of streams look for them.</summary>
    public byte[] ToArray()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                // What is looked up and not read is large: there a tenth more bytes cost a third of the time.
                var entry = zip.CreateEntry(name, content.Length > Large ? CompressionLevel.Fastest : CompressionLevel.Optimal);
                entry.LastWriteTime = ZipTime;
                using var target = entry.Open();
                target.Write(content);
            }
        return bytes.ToArray();
    }
}
