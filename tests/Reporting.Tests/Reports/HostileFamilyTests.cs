using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using ExcelDataReader;
using Reporting.Reports;
using Reporting.Reports.Issuing;

namespace Reporting.Tests.Reports;

/// <summary>
/// Every report that there is, of a district where all words are hostile: what people wrote stays text in each of them. A report that is
/// added to <see cref="Report.All"/> is asked here without a line more.
/// </summary>
public sealed partial class HostileFamilyTests(HostileFamilyTests.Filled filled) : IClassFixture<HostileFamilyTests.Filled>
{
    /// <summary>Filled once.</summary>
    public sealed class Filled : IDisposable
    {
        internal HostileDistrict District { get; } = new();
        public void Dispose() => District.Dispose();
    }

    static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static TheoryData<string> Reports => [.. Report.All.Select(report => report.Name)];

    [Theory, MemberData(nameof(Reports))]
    public void What_people_write_stays_text(string name) => AssertHarmless(name, PrintProfile.House);

    [Theory, MemberData(nameof(Reports))]
    public void And_on_the_annex_of_a_document_too(string name) => AssertHarmless(name, PrintProfile.Annex(1));

    void AssertHarmless(string name, PrintProfile print)
    {
        foreach (var (index, key) in HostileDistrict.Keys(Report.Named(name)).Index())
        {
            var workbook = key.Report.Render(filled.District.Ask(key, HostileDistrict.Words[index % HostileDistrict.Words.Count]) with { Print = print });
            AssertNothingRuns(workbook);
            AssertHeadsAreWords(workbook);
            Workbooks.AssertValid(workbook, FileFormatVersions.Microsoft365); // the same parts are held against each Office where the demo issues them
            AssertRead(workbook, key);
        }
    }

    /// <summary>No formula, no way out of the file, nothing that runs.</summary>
    static void AssertNothingRuns(byte[] workbook)
    {
        foreach (var (part, root) in Parts(workbook))
        {
            if (part.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)) Assert.Empty(root.Descendants(Main + "f"));
            Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "externalReference" or "ddeLink" or "oleObject" or "externalLink");
            if (!part.EndsWith(".rels", StringComparison.Ordinal)) continue;
            Assert.DoesNotContain(root.Elements(), relation => (string?)relation.Attribute("TargetMode") == "External" || ((string)relation.Attribute("Type")!).EndsWith("/hyperlink", StringComparison.Ordinal));
        }
        Assert.DoesNotContain(Parts(workbook), part => part.Name.Contains("vba", StringComparison.OrdinalIgnoreCase) || part.Name.Contains("externalLinks", StringComparison.Ordinal));
    }

    /// <summary>In heads and feet of pages the fields are ours: page numbers at the foot, and places, fonts and sizes.</summary>
    static void AssertHeadsAreWords(byte[] workbook)
    {
        var texts = Parts(workbook).Where(part => part.Name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).SelectMany(part => part.Root.Descendants(Main + "headerFooter").Elements()).ToList();
        Assert.NotEmpty(texts);
        foreach (var text in texts)
        {
            Assert.InRange(text.Value.Length, 0, 255);
            var fields = Field().Matches(text.Value.Replace("&&", "", StringComparison.Ordinal)).Select(match => match.Value);
            Assert.Subset(text.Name.LocalName.EndsWith("Footer", StringComparison.Ordinal) ? ["&L", "&C", "&R", "&P", "&N"] : new HashSet<string> { "&L", "&C", "&R" }, fields.ToHashSet());
        }
    }

    /// <summary>Another library reads all of it, and finds the words of the district's units as they can be carried.</summary>
    static void AssertRead(byte[] workbook, EditionKey key)
    {
        var read = new HashSet<string>();
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        do
            while (reader.Read())
                for (var column = 0; column < reader.FieldCount; column++)
                    if (reader.GetValue(column) is string text) read.Add(text);
        while (reader.NextResult());
        var all = string.Join('\n', read);
        string[] told = key.Unit is { } unit ? [HostileDistrict.Words[HostileDistrict.Units.ToList().IndexOf(unit)]] : HostileDistrict.Words.Where(words => words.Length < 100).ToArray();
        if (Names.Contains(key.Report.Name)) Assert.All(told, words => Assert.Contains(SampleVariants.AsCarried(words.Replace('\uD8FF', '？')), all, StringComparison.Ordinal));
        Assert.Contains(HostileDistrict.Name, all, StringComparison.Ordinal);
    }

    // Those that name every unit.
    static readonly string[] Names = ["monthly", "quarterly", "half-year"];

    static List<(string Name, XElement Root)> Parts(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return [.. zip.Entries.Where(entry => Path.GetExtension(entry.FullName) is ".xml" or ".rels").Select(entry =>
        {
            using var content = entry.Open();
            return (entry.FullName, XDocument.Load(content).Root!);
        })];
    }

    // A font's name and a size are no fields.
    [GeneratedRegex("&(?!\"[^\"]*\"|\\d|K[0-9A-F]{6})(.|$)")]
    private static partial Regex Field();
}
