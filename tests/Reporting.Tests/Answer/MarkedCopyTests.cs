using System.Text;
using Reporting.Etl.Answer;
using Reporting.Tests.Intake;

namespace Reporting.Tests.Answers;

/// <summary>A copy for others holds the figures and nothing that is the sender's own, and says what it has left out.</summary>
public class MarkedCopyTests
{
    const string Secret = "张三的电脑";

    static byte[] Telling() => MarkedBooks.Made(
        "<sheetData><row r=\"5\"><c r=\"D5\"><f>[1]台账!$A$1</f><v>96</v></c><c r=\"E5\"><f>D5*2</f><v>192</v></c></row><row r=\"6\"><c r=\"D6\"><f t=\"shared\" ref=\"D6:D7\" si=\"0\">[1]台账!A2</f><v>97</v></c></row><row r=\"7\"><c r=\"D7\"><f t=\"shared\" si=\"0\"/><v>98</v></c></row></sheetData>"
        + "<hyperlinks><hyperlink ref=\"A1\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId3\"/></hyperlinks><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId2\"/><legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId4\"/>",
        MarkedBooks.Override("xl/externalLinks/externalLink1.xml", "externalLink") + MarkedBooks.Override("xl/connections.xml", "connections") + MarkedBooks.Override("xl/calcChain.xml", "calcChain") + MarkedBooks.Override("xl/comments1.xml", "comments")
        + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
        MarkedBooks.Link("rId2", "externalLink", "externalLinks/externalLink1.xml") + MarkedBooks.Link("rId3", "connections", "connections.xml") + MarkedBooks.Link("rId4", "calcChain", "calcChain.xml")
        + "<Relationship Id=\"rId5\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>",
        "<externalReferences><externalReference r:id=\"rId2\"/></externalReferences><definedNames><definedName name=\"上月\">[1]台账!$B$1</definedName><definedName name=\"本月\">就业!$D$5</definedName></definedNames>",
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"),
        ("docProps/core.xml", $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>{Secret}</dc:creator><cp:lastModifiedBy>{Secret}</cp:lastModifiedBy></cp:coreProperties>"),
        ("xl/externalLinks/externalLink1.xml", $"<externalLink xmlns=\"{Book.Main}\"><externalBook xmlns:r=\"{Book.Relations}\" r:id=\"rId1\"/></externalLink>"),
        ("xl/externalLinks/_rels/externalLink1.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Book.Relations}/externalLinkPath\" Target=\"file:///C:/{Secret}/a.xlsx\" TargetMode=\"External\"/></Relationships>"),
        ("xl/connections.xml", $"<connections xmlns=\"{Book.Main}\"><connection id=\"1\" name=\"{Secret}\" type=\"1\" refreshedVersion=\"0\"/></connections>"),
        ("xl/calcChain.xml", $"<calcChain xmlns=\"{Book.Main}\"><c r=\"D5\" i=\"1\"/><c r=\"E5\"/></calcChain>"),
        ("xl/vbaProject.bin", $"Attribute VB_Name {Secret}"),
        ("xl/printerSettings/printerSettings1.bin", Secret),
        ("xl/comments1.xml", $"<comments xmlns=\"{Book.Main}\"><authors><author>{Secret}</author></authors><commentList><comment ref=\"E5\" authorId=\"0\"><text><r><t>{Secret}:</t></r><r><t>已核对</t></r></text></comment></commentList></comments>"),
        ("xl/drawings/vmlDrawing1.vml", "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"></xml>"),
        ("xl/worksheets/_rels/sheet1.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Book.Relations}/comments\" Target=\"../comments1.xml\"/><Relationship Id=\"rId2\" Type=\"{Book.Relations}/printerSettings\" Target=\"../printerSettings/printerSettings1.bin\"/><Relationship Id=\"rId3\" Type=\"{Book.Relations}/hyperlink\" Target=\"file:///C:/{Secret}\" TargetMode=\"External\"/><Relationship Id=\"rId4\" Type=\"{Book.Relations}/vmlDrawing\" Target=\"../drawings/vmlDrawing1.vml\"/></Relationships>"));

    static byte[] WithMacros() => MarkedReturnTests.Changed(Telling(), "[Content_Types].xml", types => types.Replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal));

    [Fact]
    public void A_copy_for_others_tells_nothing_of_the_sender()
    {
        var copy = MarkedBooks.Mark(WithMacros(), MarkedBooks.Findings(), Audience.others);
        Assert.Equal(".xlsx", copy.Extension);
        Assert.Equal(["宏", "外部链接（公式已换成数值）", "查询和数据连接", "超链接", "打印机设置", "批注作者", "作者和存放路径"], copy.LeftOut);
        Assert.Empty(MarkedBooks.Parts(copy.Bytes).Where(part => Encoding.UTF8.GetString(part.Value).Contains(Secret, StringComparison.Ordinal)).Select(part => part.Key));
        Assert.Equal("D5 Number 96; E5 Number 192; D6 Number 97; D7 Number 98", Book.Cells(MarkedBooks.Read(copy.Bytes)));
        var sheet = MarkedBooks.Part(copy.Bytes, "xl/worksheets/sheet1.xml");
        Assert.Contains("<f>D5*2</f>", sheet, StringComparison.Ordinal); // a formula within the book stays
        Assert.DoesNotContain("[1]", sheet, StringComparison.Ordinal);
        Assert.Contains("本月", MarkedBooks.Part(copy.Bytes, "xl/workbook.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("上月", MarkedBooks.Part(copy.Bytes, "xl/workbook.xml"), StringComparison.Ordinal);
        Assert.Contains("已核对", MarkedBooks.Part(copy.Bytes, "xl/comments1.xml"), StringComparison.Ordinal);
        Assert.Empty(MarkedPartsTests.Broken(copy.Bytes));
        Assert.Contains("宏、外部链接", string.Join(' ', MarkedBooks.Read(copy.Bytes).Marks.SelectMany(own => own.Cells).Select(cell => cell.Text)), StringComparison.Ordinal);
    }

    const string Share = "\\\\fileserver\\张三";

    static byte[] Sharing() => MarkedBooks.Made(
        $"<sheetData><row r=\"5\"><c r=\"D5\"><f>上月+1</f><v>96</v></c><c r=\"E5\"><f>SUM(表1[2023])</f><v>192</v></c></row><row r=\"6\"><c r=\"D6\" t=\"str\"><f>HYPERLINK(\"{Share}\",\"台账\")</f><v>台账</v></c><c r=\"E6\" t=\"str\"><f>HYPERLINK(\"{Share}\")</f><v>{Share}</v></c></row>"
        + "<row r=\"7\"><c r=\"D7\"><f>再上月*2</f><v>98</v></c><c r=\"E7\"><f>本月+&apos;[1]台 账&apos;!A1</f><v>99</v></c></row></sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
        + "<oleObjects><oleObject progId=\"Excel.Sheet.12\" shapeId=\"1\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\"/></oleObjects>",
        MarkedBooks.Override("xl/externalLinks/externalLink1.xml", "externalLink") + MarkedBooks.Override("xl/revisions/userNames.xml", "userNames") + MarkedBooks.Override("xl/revisions/revisionHeaders.xml", "revisionHeaders")
        + MarkedBooks.Override("xl/revisions/revisionLog1.xml", "revisionLog") + "<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/><Default Extension=\"wmf\" ContentType=\"image/x-wmf\"/>",
        MarkedBooks.Link("rId2", "externalLink", "externalLinks/externalLink1.xml") + MarkedBooks.Link("rId3", "usernames", "revisions/userNames.xml") + MarkedBooks.Link("rId4", "revisionHeaders", "revisions/revisionHeaders.xml"),
        "<externalReferences><externalReference r:id=\"rId2\"/></externalReferences><definedNames><definedName name=\"上月\">[1]台账!$B$1</definedName><definedName name=\"再上月\">上月-1</definedName><definedName name=\"本月\">就业!$D$5</definedName></definedNames>",
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail\" Target=\"docProps/thumbnail.wmf\"/></Relationships>"),
        ("docProps/thumbnail.wmf", Secret),
        ("xl/externalLinks/externalLink1.xml", $"<externalLink xmlns=\"{Book.Main}\"/>"),
        ("xl/revisions/userNames.xml", $"<users xmlns=\"{Book.Main}\" count=\"1\"><userInfo guid=\"{{00000000-0000-0000-0000-000000000000}}\" name=\"{Secret}\" id=\"1\" dateTime=\"2022-04-07T00:00:00\"/></users>"),
        ("xl/revisions/revisionHeaders.xml", $"<headers xmlns=\"{Book.Main}\" guid=\"{{00000000-0000-0000-0000-000000000000}}\"/>"),
        ("xl/revisions/_rels/revisionHeaders.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{MarkedBooks.Link("rId1", "revisionLog", "revisionLog1.xml")}</Relationships>"),
        ("xl/revisions/revisionLog1.xml", $"<revisions xmlns=\"{Book.Main}\"><rcmt author=\"{Secret}\" sheetId=\"1\" cell=\"A1\" guid=\"{{00000000-0000-0000-0000-000000000000}}\"/></revisions>"),
        ("xl/embeddings/台账.xlsx", Secret),
        ("xl/worksheets/_rels/sheet1.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{MarkedBooks.Link("rId1", "package", "../embeddings/台账.xlsx")}</Relationships>"));

    [Fact]
    public void Neither_who_shared_it_nor_where_it_leads_is_told()
    {
        var copy = MarkedBooks.Mark(Sharing(), MarkedBooks.Findings(), Audience.others);
        Assert.Equal(["外部链接（公式已换成数值）", "嵌入的对象", "修订记录和用户名", "作者和存放路径"], copy.LeftOut);
        Assert.Empty(MarkedBooks.Parts(copy.Bytes).Where(part => Encoding.UTF8.GetString(part.Value) is var text && (text.Contains(Secret, StringComparison.Ordinal) || text.Contains("fileserver", StringComparison.Ordinal))).Select(part => part.Key));
        Assert.DoesNotContain(MarkedBooks.Parts(copy.Bytes).Keys, part => part.Contains("revisions", StringComparison.Ordinal) || part.Contains("embeddings", StringComparison.Ordinal) || part.Contains("thumbnail", StringComparison.Ordinal));
        var (sheet, book) = (MarkedBooks.Part(copy.Bytes, "xl/worksheets/sheet1.xml"), MarkedBooks.Part(copy.Bytes, "xl/workbook.xml"));
        Assert.Equal(["<f>SUM(表1[2023])</f>"], System.Text.RegularExpressions.Regex.Matches(sheet, "<f>[^<]*</f>").Select(formula => formula.Value)); // a column of a table in it
        Assert.Contains("本月", book, StringComparison.Ordinal);
        Assert.DoesNotContain("上月", book, StringComparison.Ordinal);
        Assert.StartsWith("D5 Number 96; E5 Number 192; D6 Text 台账; ", Book.Cells(MarkedBooks.Read(copy.Bytes)), StringComparison.Ordinal);
        Assert.Empty(MarkedPartsTests.Broken(copy.Bytes));
    }

    [Fact]
    public void The_senders_own_keeps_all_of_it()
    {
        var own = MarkedBooks.Mark(WithMacros(), MarkedBooks.Findings());
        Assert.Equal((".xlsm", 0), (own.Extension, own.LeftOut.Count));
        Assert.Empty(MarkedBooks.Parts(WithMacros()).Keys.Except(MarkedBooks.Parts(own.Bytes).Keys));
        Assert.Contains(Secret, MarkedBooks.Part(own.Bytes, "xl/vbaProject.bin"), StringComparison.Ordinal);
        Assert.Contains("[1]台账!$A$1", MarkedBooks.Part(own.Bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_book_loses_its_author_only()
    {
        var copy = MarkedBooks.Mark(MarkedShapes.All["excel"](), MarkedBooks.Findings(), Audience.others);
        Assert.Equal(["作者和存放路径"], copy.LeftOut);
    }
}
