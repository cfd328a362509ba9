using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Tests.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>Several tables in one file: each settles by itself, and the file shows its least settled one.</summary>
public sealed class ManyTablesTests : IDisposable
{
    readonly TrialDistrict trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void Three_sheets_of_one_workbook_are_answered_one_by_one()
    {
        var answer = trial.Submit("二月.xlsx", Workbook(
            ("就业", Sheet("就业月报表", "新增就业岗位,12,30;其中：女性,5,11")),
            ("社会保障", Sheet("社会保障月报表", "参保人数,900,—;其中：女性,400,—")),
            ("劳动关系", Sheet("劳动关系月报表", "劳动争议案件,3,很多;其中：女性,1,2"))));
        Assert.Equal(["trial-employment loaded", "trial-insurance loaded", "trial-relations returned"], answer.Tables.Select(table => $"{table.Table.Form} {table.Table.State}"));
        Assert.Equal(TableState.returned, answer.State);
        Assert.Equal("劳动关系", answer.Tables[2].Findings.First(finding => finding.Code == "value_unreadable").Place.Sheet);
        var words = AnswerText.InWords(answer);
        foreach (var sheet in new[] { "就业", "社会保障", "劳动关系" }) Assert.Contains(sheet, words, StringComparison.Ordinal);
        Assert.Contains("2 张已入库", words, StringComparison.Ordinal);
        Assert.Contains("310999101 insured 2022-02 = 900", trial.Values());
        Assert.DoesNotContain(trial.Values(), value => value.Contains("disputes", StringComparison.Ordinal));
        Assert.Equal(answer.Tables.Select(table => table.Table.State), Standing.Of(trial.Warehouse, answer.Submission).Tables.Select(table => table.Table.State));
    }

    [Fact]
    public void Tables_below_each_other_share_unit_and_period()
    {
        var answer = trial.Submit("二月.csv", $"""
            {Sheet("就业月报表", "新增就业岗位,12,30;其中：女性,5,11")}

            社会保障月报表
            项目,本月数,本年累计
            参保人数,900,—
            其中：女性,400,—

            """);
        Assert.Equal(["trial-employment loaded", "trial-insurance loaded"], answer.Tables.Select(table => $"{table.Table.Form} {table.Table.State}"));
        Assert.Contains("310999101 insured 2022-02 = 900", trial.Values());
    }

    static string Sheet(string title, string lines) =>
        $"{title}\n填报单位：甲河镇,2022年2月\n项目,本月数,本年累计\n{lines.Replace(';', '\n')}\n";

    static byte[] Workbook(params (string Name, string Text)[] sheets) => Book.OfRows("",
    [
        ("xl/workbook.xml", Book.Workbook(string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>")))),
        ("xl/_rels/workbook.xml.rels", Book.Links([.. sheets.Select((_, index) => ($"rId{index + 1}", $"{Book.Relations}/worksheet", $"worksheets/sheet{index + 1}.xml"))])),
        .. sheets.Select((sheet, index) => ($"xl/worksheets/sheet{index + 1}.xml", Book.Sheet($"<sheetData>{Rows(sheet.Text)}</sheetData>"))),
    ]);

    static string Rows(string text) => string.Concat(text.Split('\n').Select((line, row) =>
        $"<row r=\"{row + 1}\">{string.Concat(line.Split(',').Select((cell, column) => Cell($"{(char)('A' + column)}{row + 1}", cell)))}</row>"));

    static string Cell(string at, string text) => text.Length == 0 ? ""
        : decimal.TryParse(text, out _) ? $"<c r=\"{at}\"><v>{text}</v></c>" : $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
