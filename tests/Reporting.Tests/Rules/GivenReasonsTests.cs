using Reporting.Etl.Intake;
using Reporting.Etl.Rules;
using Reporting.Warehouse;

namespace Reporting.Tests.Rules;

/// <summary>Where senders write reasons, and which line each is of.</summary>
public class GivenReasonsTests
{
    [Fact]
    public void A_remark_is_the_reason_of_its_row()
    {
        var table = SheetInHand.Given("").Matched();
        var given = GivenReasons.Of(table with { Table = table.Table with { Remarks = new Dictionary<int, string> { [6] = "服装厂招工", [40] = "不在表里" } } }, []);
        Assert.Equal([new Reason("服装厂招工", ExplanationSource.remark, 2)], given);
    }

    [Theory]
    [InlineData("上报说明：第3行：农民返乡；第 1 行：招聘会录用 210 人。", "3 农民返乡|1 招聘会录用 210 人")]
    [InlineData("上报说明：|第3行：农民返乡|1行：招聘会录用 210 人", "3 农民返乡|1 招聘会录用 210 人")]
    [InlineData("变动原因：第2行：服装厂招工", "2 服装厂招工")]
    [InlineData("上报说明：第99行：没有这一行", "")]
    [InlineData("上报说明：第3行，农民返乡", "")]
    [InlineData("上报说明：第1行：≥第2行＋第3行", "")]
    [InlineData("上报说明：第1行：指本月新就业的人员数", "")]
    [InlineData("上报说明：|填表说明：第1行：新招用、缴纳社会保险的人员数", "")]
    [InlineData("说明：第3行，农民返乡", "")]
    [InlineData("2行 服装厂招工", "")]
    [InlineData("填表说明：本表于次月 5 日前报送", "")]
    [InlineData("填表说明：第1行指本月新就业、缴纳社会保险的人员数。", "")]
    [InlineData("填表说明：第1行：指本月新就业、缴纳社会保险的人员数。", "")]
    [InlineData("逻辑关系：第1行≥第2行＋第3行", "")]
    public void A_note_below_names_its_line(string notes, string expected)
    {
        var table = SheetInHand.Given("").Matched();
        var given = GivenReasons.Of(table with { Table = table.Table with { Footnotes = notes.Split('|') } }, []);
        Assert.Equal(expected, string.Join('|', given.Select(reason => $"{reason.Line} {reason.Words}")));
    }

    [Theory]
    [InlineData("1|本月数|招聘会录用 210 人", "1 本月数 招聘会录用 210 人")]
    [InlineData("其中：女性|服装厂招工", "2  服装厂招工")]
    [InlineData("第3行|农民返乡", "3  农民返乡")]
    [InlineData("1|其中：女性|服装厂招工", "2  服装厂招工")]
    [InlineData("2|其中：女性|服装厂招工", "2  服装厂招工")]
    [InlineData("第3行：农民返乡；第2行：服装厂招工", "3  农民返乡/2  服装厂招工")]
    [InlineData("全月停电，企业停工", "  全月停电，企业停工")]
    [InlineData("99|全月停电，企业停工", "")]
    [InlineData("行次|指标名称|上报说明", "")]
    [InlineData("第1行指本月新就业的人员数", "")]
    [InlineData("逻辑关系：第1行≥第2行＋第3行", "")]
    [InlineData("1≥2＋3", "")]
    [InlineData("填报单位：城桥镇", "")]
    public void A_row_of_the_sheet_of_reasons_names_line_and_perhaps_column(string row, string expected)
    {
        var sheet = new Sheet("上报说明", false, [.. row.Split('|').Select((words, index) => new Cell(2, index + 1, CellKind.Text, words))], []);
        var given = GivenReasons.Of(SheetInHand.Given("").Matched(), [sheet]);
        Assert.All(given, reason => Assert.Equal(ExplanationSource.sheet, reason.Source));
        Assert.Equal(expected, string.Join('/', given.Select(reason => $"{reason.Line} {reason.Column} {reason.Words}")));
    }

    [Theory]
    [InlineData("99|全月停电，企业停工", "99")]
    [InlineData("第99行|全月停电，企业停工", "第99行")]
    [InlineData("3|农民返乡", "")]
    [InlineData("99|其中：女性|服装厂招工", "")] // the words name the line
    [InlineData("99|原因", "")]
    [InlineData("全月停电，企业停工", "")]
    public void A_reason_for_a_line_that_there_is_not_is_told(string row, string expected)
    {
        var sheet = new Sheet("上报说明", false, [.. row.Split('|').Select((words, index) => new Cell(2, index + 1, CellKind.Text, words))], []);
        Assert.Equal(expected, string.Join('/', GivenReasons.Astray([SheetInHand.Given("").Matched()], [sheet]).Select(finding => $"{finding.Found}")));
    }

    [Theory]
    [InlineData("上报说明：第99行，农民返乡；第3行，农民返乡", "99")]
    [InlineData("填表说明：第99行指本月新就业的人员数。", "")]
    public void A_note_for_a_line_that_there_is_not_is_told(string note, string expected)
    {
        var table = SheetInHand.Given("").Matched();
        Assert.Equal(expected, string.Join('/', GivenReasons.Astray([table with { Table = table.Table with { Footnotes = [note] } }], []).Select(finding => finding.Found)));
    }

    [Theory]
    [InlineData("上报说明", true)]
    [InlineData(" 说明 ", true)]
    [InlineData("异常说明表", true)]
    [InlineData("填表说明", false)]
    [InlineData("就业月报", false)]
    public void A_sheet_of_reasons_is_known_by_its_name(string name, bool expected) => Assert.Equal(expected, GivenReasons.IsOfReasons(new Sheet(name, false, [], [])));
}
