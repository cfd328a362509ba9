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

    public static string Told(ReadFile file) => string.Join('\n', file.Sheets.Select(sheet =>
        $"{sheet.Name} {sheet.Hidden} {string.Join(' ', sheet.Cells)} {string.Join(' ', sheet.Merges)} {string.Join(' ', sheet.HiddenRows)} {string.Join(' ', sheet.HiddenColumns)} {string.Join(' ', sheet.Comments)}"));

    public static IReadOnlyList<string> Broken(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Id} {error.Description}")];
    }
}
