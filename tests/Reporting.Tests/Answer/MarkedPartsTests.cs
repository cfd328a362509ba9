using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Portal.Demo;
using Reporting.Tests.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>What marking changes in a workbook, and what it leaves as it was: over workbooks of many shapes.</summary>
public class MarkedPartsTests
{
    static readonly string[] MayChange = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];

    public static TheoryData<string> Shapes => [.. MarkedShapes.All.Keys];

    [Theory, MemberData(nameof(Shapes))]
    public void Only_the_parts_that_must_change_do(string shape)
    {
        var original = MarkedShapes.All[shape]();
        var (was, becomes) = (MarkedBooks.Parts(original), MarkedBooks.Parts(MarkedBooks.Mark(original, MarkedBooks.Findings()).Bytes));
        Assert.Empty(was.Keys.Except(becomes.Keys));
        var changed = was.Where(part => !part.Value.AsSpan().SequenceEqual(becomes[part.Key])).Select(part => part.Key);
        Assert.DoesNotContain(changed.Except(MayChange), part => !IsOfMarkedSheet(part) && !IsOnlyDeselected(was[part], becomes[part]));
        Assert.Equal(was.Keys, becomes.Keys.Take(was.Count)); // their order too
    }

    // The marked sheet, its relationships, its comments and the boxes of these.
    static bool IsOfMarkedSheet(string part) => part is "xl/worksheets/sheet1.xml" or "xl/worksheets/_rels/sheet1.xml.rels"
        || part.Contains("comments", StringComparison.Ordinal) || part.EndsWith(".vml", StringComparison.Ordinal) || part == "xl/worksheets/Odd-Blatt_1.xml";

    static bool IsOnlyDeselected(byte[] was, byte[] becomes) =>
        Encoding.UTF8.GetString(was).Replace(" tabSelected=\"1\"", "", StringComparison.Ordinal) == Encoding.UTF8.GetString(becomes);

    [Theory, MemberData(nameof(Shapes))]
    public void The_figures_are_read_as_before(string shape)
    {
        var original = MarkedShapes.All[shape]();
        var (was, becomes) = (MarkedBooks.Read(original), MarkedBooks.Read(MarkedBooks.Mark(original, MarkedBooks.Findings()).Bytes));
        Assert.Equal(Told(was), Told(becomes));
        Assert.Equal(2, becomes.Marks.Count);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void No_rule_of_the_format_is_newly_broken(string shape)
    {
        var original = MarkedShapes.All[shape]();
        var broken = Broken(MarkedBooks.Mark(original, MarkedBooks.Findings()).Bytes);
        Assert.Empty(broken.Except(Broken(original)));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void The_list_of_results_is_last_and_alone_selected(string shape)
    {
        var parts = MarkedBooks.Parts(MarkedBooks.Mark(MarkedShapes.All[shape](), MarkedBooks.Findings()).Bytes);
        var selected = parts.Where(part => part.Key.Contains("sheets/", StringComparison.Ordinal) && Encoding.UTF8.GetString(part.Value).Contains("tabSelected", StringComparison.Ordinal)).ToList();
        Assert.Contains(OwnMarks.Marker, Encoding.UTF8.GetString(Assert.Single(selected).Value), StringComparison.Ordinal);
        var book = Encoding.UTF8.GetString(parts["xl/workbook.xml"]);
        var names = System.Text.RegularExpressions.Regex.Matches(book, "<(?:\\w+:)?sheet [^>]*?name=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal((OwnMarks.HelpSheet, OwnMarks.ResultSheet), (names[^2], names[^1]));
        Assert.Contains($"activeTab=\"{names.Count - 1}\"", book, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void A_second_round_replaces_the_first(string shape)
    {
        var original = MarkedShapes.All[shape]();
        var first = MarkedBooks.Mark(original, MarkedBooks.Findings()).Bytes;
        var once = MarkedBooks.Mark(original, [MarkedBooks.Finding("month_jump", Severity.warning, "E5")]).Bytes;
        var twice = MarkedBooks.Mark(first, [MarkedBooks.Finding("month_jump", Severity.warning, "E5")]).Bytes;
        Assert.Equal(MarkedLooks.Of(once), MarkedLooks.Of(twice));
        Assert.Equal(Told(MarkedBooks.Read(original)), Told(MarkedBooks.Read(twice)));
        Assert.Empty(Broken(twice).Except(Broken(original)));
        var third = MarkedBooks.Mark(twice, [MarkedBooks.Finding("month_jump", Severity.warning, "E5")]).Bytes;
        Assert.Equal(MarkedBooks.Part(twice, "xl/styles.xml"), MarkedBooks.Part(third, "xl/styles.xml")); // formats do not pile up
    }

    [Fact]
    public void What_a_sender_hung_on_the_old_list_goes_with_it()
    {
        var first = MarkedBooks.Mark(MarkedBooks.Made("<sheetData><row r=\"6\"><c r=\"E6\"><f>1299+1</f><v>1300</v></c></row></sheetData>",
            MarkedBooks.Override("xl/calcChain.xml", "calcChain"), MarkedBooks.Link("rId9", "calcChain", "calcChain.xml"), "", ("xl/calcChain.xml", $"<calcChain xmlns=\"{Book.Main}\"><c r=\"E6\" i=\"1\"/></calcChain>")), MarkedBooks.Findings()).Bytes;
        var list = MarkedBooks.Parts(first).Keys.Where(part => part.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Last();
        // A formula typed beside the list, and a note on one of its cells: as Excel saves them.
        var edited = Book.Zip([.. MarkedBooks.Parts(MarkedReturnTests.Changed(MarkedReturnTests.Changed(first, "xl/calcChain.xml", chain => chain.Replace("<c r", "<c r=\"L2\" i=\"3\"/><c r", StringComparison.Ordinal)),
            "[Content_Types].xml", types => types.Replace("</Types>", $"{MarkedBooks.Override("xl/comments9.xml", "comments")}</Types>", StringComparison.Ordinal))).Select(part => (part.Key, part.Value)),
            ("xl/comments9.xml", Encoding.UTF8.GetBytes($"<comments xmlns=\"{Book.Main}\"><authors><author/></authors><commentList/></comments>")),
            (list.Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{MarkedBooks.Link("rId1", "comments", "../comments9.xml")}</Relationships>"))]);
        var parts = MarkedBooks.Parts(MarkedBooks.Mark(edited, MarkedBooks.Findings()).Bytes);
        Assert.DoesNotContain(parts.Keys, part => part is "xl/calcChain.xml" or "xl/comments9.xml" || part == list.Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels");
        Assert.DoesNotContain(parts.Where(part => part.Key is "[Content_Types].xml" or "xl/_rels/workbook.xml.rels"),
            part => Encoding.UTF8.GetString(part.Value) is var text && (text.Contains("calcChain", StringComparison.Ordinal) || text.Contains("comments9", StringComparison.Ordinal)));
        Assert.Contains("xl/calcChain.xml", MarkedBooks.Parts(MarkedBooks.Mark(first, MarkedBooks.Findings()).Bytes).Keys); // nothing of the list stood in it
    }

    public static string Told(ReadFile file) => string.Join('\n', file.Sheets.Select(sheet =>
        $"{sheet.Name} {sheet.Hidden} {string.Join(' ', sheet.Cells)} {string.Join(' ', sheet.Merges)} {string.Join(' ', sheet.HiddenRows)} {string.Join(' ', sheet.HiddenColumns)} {string.Join(' ', sheet.Comments)}"));

    public static IReadOnlyList<string> Broken(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Id} {error.Description}")];
    }
}
