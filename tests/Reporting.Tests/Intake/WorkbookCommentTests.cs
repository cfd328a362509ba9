using Reporting.Etl.Intake;

namespace Reporting.Tests.Intake;

public class WorkbookCommentTests
{
    const string Talk = "http://schemas.microsoft.com/office/2017/10/relationships";
    const string Cell = "<row r='1'><c r='A1'><v>1</v></c></row>";

    [Fact]
    public void Comments_are_told_with_their_author_and_place()
    {
        var book = Book.OfRows(Cell,
            ("xl/worksheets/_rels/sheet1.xml.rels", Book.Links(("r1", $"{Book.Relations}/comments", "../comments1.xml"), ("r2", $"{Book.Relations}/vmlDrawing", "../drawings/vml.vml"))),
            ("xl/comments1.xml", $"<comments xmlns='{Book.Main}'><authors><author>王五</author><author/></authors><commentList>"
                + "<comment ref='B2' authorId='0'><text><r><rPr><b/></rPr><t>王五:</t></r><r><t xml:space='preserve'>\n含上月漏报 2 人</t></r></text></comment><comment ref='A1' authorId='9'><text><t>核</t></text></comment></commentList></comments>"));
        Assert.Equal([new CellComment(2, 2, "王五", "王五:\n含上月漏报 2 人"), new(1, 1, "", "核")], Book.Read(book).Sheets[0].Comments);
    }

    [Fact]
    public void A_conversation_counts_and_not_its_stand_in()
    {
        var book = Book.OfRows(Cell,
            ("xl/_rels/workbook.xml.rels", Book.Links(("rId1", $"{Book.Relations}/worksheet", "worksheets/sheet1.xml"), ("rId9", $"{Talk}/person", "persons/person.xml"))),
            ("xl/persons/person.xml", "<personList xmlns='x'><person displayName='赵六' id='{P1}'/></personList>"),
            ("xl/worksheets/_rels/sheet1.xml.rels", Book.Links(("r1", $"{Book.Relations}/comments", "../comments1.xml"), ("r2", $"{Talk}/threadedComment", "../threadedComments/threadedComment1.xml"))),
            ("xl/comments1.xml", $"<comments xmlns='{Book.Main}'><authors><author>tc=1</author></authors><commentList><comment ref='A1' authorId='0'><text><t>[Threaded comment] Your version of Excel</t></text></comment></commentList></comments>"),
            ("xl/threadedComments/threadedComment1.xml", "<ThreadedComments xmlns='x'><threadedComment ref='A1' personId='{P1}' id='1'><text>为何下降？</text></threadedComment><threadedComment ref='A1' personId='{P2}' id='2' parentId='1'><text>季节原因</text></threadedComment></ThreadedComments>"));
        Assert.Equal([new CellComment(1, 1, "赵六", "为何下降？\n季节原因")], Book.Read(book).Sheets[0].Comments);
    }

    [Fact]
    public void A_book_without_comments_has_none() => Assert.Empty(Book.Read(Book.OfRows(Cell)).Sheets[0].Comments);
}
