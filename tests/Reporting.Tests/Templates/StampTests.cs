using ClosedXML.Excel;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Reports.Templates;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using static Reporting.Tests.Templates.FilledTemplate;

namespace Reporting.Tests.Templates;

/// <summary>What the hidden mark of a template decides, and what it does not.</summary>
public class StampTests
{
    const string Unit101 = "填报单位（盖章）：城桥镇";

    [Fact]
    public void A_template_that_is_left_as_it_is_needs_no_mark() => Assert.Equal("employment-monthly 310151101 2022-03", Said(Chengqiao));

    [Theory]
    [InlineData(Unit101, "", "employment-monthly 310151101 2022-03 stamp_used")]
    [InlineData("2022年3月", "", "employment-monthly 310151101 2022-03 stamp_used")]
    [InlineData("2022年3月", "2022年", "employment-monthly 310151101 2022-03 stamp_used")]
    [InlineData("2022年3月", "2022年4月", "employment-monthly 310151101 2022-04 stamp_period_differs")]
    [InlineData(Unit101, "填报单位：堡镇", "employment-monthly - 2022-03 stamp_conflict")]
    [InlineData(Unit101, "填报单位：某某公司", "employment-monthly - 2022-03 org_unit_unknown")]
    public void Printed_words_stand_above_the_mark_and_the_mark_above_silence(string words, string others, string said) =>
        Assert.Equal(said, Said(Replaced(Chengqiao, words, others)));

    [Fact]
    public void A_mark_stands_above_the_name_of_the_file() =>
        Assert.Equal("employment-monthly 310151101 2022-03 stamp_used", Said(Replaced(Replaced(Chengqiao, Unit101, ""), "2022年3月", ""), name: "堡镇2022年5月.xlsx"));

    [Fact]
    public void A_mark_never_stands_against_the_channel()
    {
        var silent = Replaced(Chengqiao, Unit101, "");
        Assert.Equal("employment-monthly - 2022-03 org_unit_conflict", Said(silent, Unit("310151102")));
        Assert.Equal("employment-monthly 310151101 2022-03 org_unit_from_channel", Said(silent, Unit("310151101")));
        Assert.Equal("employment-monthly - 2022-03 org_unit_conflict", Said(Chengqiao, Unit("310151102")));
    }

    [Fact]
    public void A_form_that_its_own_words_do_not_make_sure_is_the_marks()
    {
        var vague = Edited(Chengqiao, book =>
        {
            var sheet = book.Worksheet(1);
            foreach (var place in new[] { "A1", "G3", "D7", "E7", "F7" }) sheet.Cell(place).SetValue<string>("");
            foreach (var row in new[] { 10, 11, 13, 15, 17 }) sheet.Cell(row, 1).SetValue<string>($"另一项{row}");
        });
        Assert.Contains("form_un", Said(Edited(vague, book => book.Worksheet(TemplateStamp.SheetName).Delete())), StringComparison.Ordinal);
        Assert.StartsWith("employment-monthly 310151101 2022-03", Said(vague), StringComparison.Ordinal);
        Assert.Contains("stamp_used", Said(vague), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B3", "chongming-social-security-monthly", "- 310151101 - stamp_conflict")]
    [InlineData("D3", "310151102", "employment-monthly - 2022-03 stamp_conflict")]
    [InlineData("B3", "no-such-form", "employment-monthly 310151101 2022-03 stamp_ignored")]
    [InlineData("D3", "999999", "employment-monthly 310151101 2022-03 stamp_ignored")]
    [InlineData("E3", "三月", "employment-monthly 310151101 2022-03 stamp_ignored")]
    [InlineData("C3", "7", "employment-monthly 310151101 2022-03 stamp_outdated")]
    [InlineData("C3", "", "employment-monthly 310151101 2022-03")]
    public void A_mark_that_was_changed_is_asked_about_or_passed_over(string place, string words, string said) =>
        Assert.Equal(said, Said(Edited(Chengqiao, book => book.Worksheet(TemplateStamp.SheetName).Cell(place).SetValue<string>(words))));

    [Fact]
    public void A_contradiction_waits_for_an_answer_and_ends_with_it()
    {
        var table = Assert.Single(Read(Replaced(Chengqiao, Unit101, "填报单位：堡镇")));
        Assert.Equal(TableState.unclear, Verdict.Of(table.Findings));
        var answered = Matcher.Match(table.Table, Known, new(null, "报表.xlsx", null, "310151102", null) { Stamp = new("就业工作月报表", "employment-monthly", 1, "310151101", "2022-03") });
        Assert.Equal(("310151102", 0), (answered.Unit?.Code, answered.Findings.Count));
    }

    [Fact]
    public void A_sheet_under_another_name_is_still_the_one_that_was_drawn()
    {
        var renamed = Edited(Replaced(Chengqiao, Unit101, ""), book => book.Worksheet(1).Name = "三月");
        Assert.Equal("employment-monthly 310151101 2022-03 stamp_used", Said(renamed));
        // Beside another sheet nobody can say which of the two it was.
        Assert.Equal("employment-monthly - 2022-03 org_unit_missing", Said(Edited(renamed, book => book.AddWorksheet("草稿").Cell("A1").SetValue("算一算"))));
    }

    [Fact]
    public void Each_sheet_of_a_workbook_has_its_own_mark()
    {
        var (unit, month) = (Unit("310151101"), Period.Month(2022, 3));
        var book = FormTemplate.Render([.. TemplateReading.Owed(Known, unit, month).Select(form => Content(form, unit, month))]);
        var silent = Edited(book, all => { foreach (var sheet in all.Worksheets) foreach (var cell in sheet.CellsUsed(cell => cell.GetString() == Unit101)) cell.SetValue<string>(""); });
        var tables = Read(silent);
        Assert.Equal(TemplateReading.Owed(Known, unit, month).Select(form => form.Id), tables.Select(table => table.Form?.Id));
        Assert.All(tables, table => Assert.Equal("stamp_used", Assert.Single(table.Findings).Code));
    }

    static byte[] Replaced(byte[] workbook, string words, string others) => Edited(workbook, book =>
        Assert.Single(book.Worksheet(1).CellsUsed(cell => cell.GetString() == words)).SetValue<string>(others));

    static string Said(byte[] workbook, OrgUnit? channel = null, string name = "报表.xlsx")
    {
        var table = Read(workbook, channel, name).First(each => each.Table.Rows.Count > 1);
        var codes = table.Findings.Where(finding => finding.Code is not ("line_missing" or "line_unknown" or "column_missing" or "column_unknown" or "period_conflict")).Select(finding => finding.Code).Distinct();
        return string.Join(' ', [table.Form?.Id ?? "-", table.Unit?.Code ?? "-", table.Period?.ToString() ?? "-", .. codes]);
    }
}
