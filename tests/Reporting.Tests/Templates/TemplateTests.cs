using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Reporting.Reports.Templates;
using Reporting.Tests.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using static Reporting.Tests.Templates.FilledTemplate;

namespace Reporting.Tests.Templates;

public class TemplateTests
{
    static readonly string[] Periods = ["2021-01", "2022-03", "2023-12", "2021", "2022", "2016/2020"];

    [Fact]
    public void Every_shipped_form_is_drawn_for_every_role_and_read_back_without_a_doubt()
    {
        var shipped = Shipped(Periods).ToList();
        Assert.Equal(Known.Forms.Select(form => form.Id).Distinct().Order(), shipped.Select(each => each.Form.Id).Distinct().Order());
        Assert.All(shipped, each =>
        {
            var table = Assert.Single(Read(FormTemplate.Render([Content(each.Form, each.Unit, each.Period)])));
            Assert.Equal((each.Form.Id, each.Unit.Code, each.Period, 1m), (table.Form?.Id, table.Unit?.Code, table.Period, table.Score));
            Assert.Empty(table.Table.Findings.Concat(table.Findings).Select(finding => $"{finding.Code} {finding.Message}"));
            Assert.All(table.Cells, cell => Assert.Null(cell.Value));
        });
    }

    [Fact]
    public void Every_template_is_valid_for_each_Office()
    {
        foreach (var (form, unit, period) in Shipped("2022-03", "2022", "2016/2020"))
            AssertValid(FormTemplate.Render([Content(form, unit, period, Held(form, unit, period))]));
        var township = Unit("310151101");
        AssertValid(FormTemplate.Render([.. TemplateReading.Owed(Known, township, Period.Month(2022, 3)).Select(form => Content(form, township, Period.Month(2022, 3)))]));
    }

    [Fact]
    public void A_template_is_the_golden_text()
    {
        var (form, unit, period) = (Known.Form("employment-monthly", new(2022, 3, 1))!, Unit("310151101"), Period.Month(2022, 3));
        GoldenText.Check("employment-march.txt", new WorkbookText(FormTemplate.Render([Content(form, unit, period, Held(form, unit, period))])).ToString());
    }

    [Fact]
    public void What_is_only_asked_about_is_not_printed_as_a_rule()
    {
        var (unit, period) = (Unit("310151101"), Period.Month(2022, 3));
        var form = Known.Form("employment-monthly", new(2022, 3, 1))!;
        string Printed(Severity severity) => new WorkbookText(FormTemplate.Render([Content(form with { Rules = [.. form.Rules, new("half", "1 >= 2 + 2", severity, [], null)] }, unit, period)])).ToString();
        Assert.Contains("1≥2+2", Printed(Severity.error), StringComparison.Ordinal);
        Assert.DoesNotContain("1≥2+2", Printed(Severity.warning), StringComparison.Ordinal);
        Assert.Contains("1≥2；", Printed(Severity.warning), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_template_twice_is_the_same_bytes()
    {
        var (form, unit, period) = (Known.Form("employment-monthly", new(2022, 3, 1))!, Unit("310151101"), Period.Month(2022, 3));
        Assert.Equal(Chengqiao, FormTemplate.Render([Content(form, unit, period)]));
        Assert.NotEqual(Chengqiao, FormTemplate.Render([Content(form, unit, period, Held(form, unit, period))]));
    }

    /// <summary>Every cell that the form asks for is open and checked; notes and signatures are open; all else is locked.</summary>
    [Fact]
    public void Only_what_is_to_be_filled_in_is_open()
    {
        using var book = new XLWorkbook(new MemoryStream(Chengqiao));
        var sheet = book.Worksheet(1);
        using (var document = SpreadsheetDocument.Open(new MemoryStream(Chengqiao), false))
        {
            var protection = Assert.Single(document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<SheetProtection>()));
            Assert.Equal((true, null, null), (protection.Sheet?.Value, protection.Password?.Value, protection.HashValue?.Value));
        }
        var table = Assert.Single(Read(Chengqiao));
        var asked = table.Cells.Where(cell => cell.Line.Fills(cell.Column.Id)).Select(cell => sheet.Cell(cell.Row, cell.ColumnNumber).Address.ToString()!).ToHashSet();
        var open = sheet.Range("A1:K40").Cells().Where(cell => !cell.Style.Protection.Locked).Select(cell => cell.Address.ToString()!).ToHashSet();
        // 本年累计 of the lines that have both columns waits for what was held before March.
        Assert.Subset(open, asked);
        var rest = open.Except(asked).Select(address => sheet.Cell(address)).ToList();
        Assert.All(rest, cell => Assert.True(cell.Address.ColumnLetter == "G" || cell.Address.RowNumber > table.Table.LastDataRow, cell.Address.ToString()));
        Assert.All(rest, cell => Assert.Equal("", cell.GetString()));
    }

    [Fact]
    public void A_cell_says_what_may_be_written_and_refuses_the_rest()
    {
        var validations = Validations(Chengqiao);
        var first = validations["D9:D9"];
        Assert.Equal((DataValidationValues.Whole, DataValidationErrorStyleValues.Stop, "0"), (first.Type!.Value, first.ErrorStyle!.Value, first.Formula1!.Text));
        Assert.Contains("没有发生填 0", first.Prompt!.Value, StringComparison.Ordinal);
        Assert.Contains("小于允许的最小数", first.Error!.Value, StringComparison.Ordinal);

        var bureau = Unit("310151-RSJ");
        var yearly = Validations(FormTemplate.Render([Content(Known.Form("chongming-bureau-yearly", new(2022, 1, 1))!, bureau, Period.Year(2022))]));
        Assert.Contains(yearly.Values, validation => validation.Type!.Value == DataValidationValues.Custom && validation.Formula1!.Text.Contains("ROUND(", StringComparison.Ordinal));
        // 余 and 以上 of an old plan's text may stay as they are written.
        var history = Validations(FormTemplate.Render([Content(Known.Form("chongming-history", new(2016, 1, 1))!, bureau, Period.Plan(2016, 2020))]));
        Assert.All(history.Values, validation => Assert.Equal(DataValidationErrorStyleValues.Warning, validation.ErrorStyle!.Value));
    }

    [Fact]
    public void What_is_held_stands_there_already()
    {
        var (form, unit, period) = (Known.Form("employment-monthly", new(2022, 3, 1))!, Unit("310151101"), Period.Month(2022, 3));
        var bytes = FormTemplate.Render([Content(form, unit, period, Held(form, unit, period))]);
        var text = new WorkbookText(bytes);
        Assert.Equal("36", text.At(text.Sheets[0], "新增就业人数", "上年同期累计")); // 12 in each of three months
        Assert.Equal("24", text.At(text.Sheets[0], "新增就业人数", "参考：2022年2月本年累计"));
        Assert.Equal("12", text.At(text.Sheets[0], "新增就业人数", "参考：2022年2月本月数"));
        var table = Assert.Single(Read(bytes));
        Assert.Equal((1m, 0), (table.Score, table.Findings.Count));
        Assert.All(table.Cells.Where(cell => cell.Column.Id == "year_to_date"), cell => Assert.Null(cell.Value)); // not summed before the month is there
        var filled = Assert.Single(Read(Fill(bytes, (line, _) => 100 - line.Number)));
        Assert.Equal("123", Plain(filled.Cells.Single(cell => cell is { Line.Number: 1, Column.Id: "year_to_date" }).Value));
    }

    /// <summary>Words of a definition stay words, whatever they look like.</summary>
    [Fact]
    public void Nothing_in_a_definition_becomes_a_formula()
    {
        var form = Known.Form("employment-monthly", new(2022, 3, 1))!;
        var wild = form with
        {
            Name = "=1+1[]:*?/\\ 很长很长很长很长很长很长很长很长很长很长很长的表名",
            Number = "@SUM(A1)",
            IssuedBy = "<b>&\u0001'",
            Lines = [.. form.Lines.Select(line => line with { Label = "=cmd|' /c calc'!A0" + line.Label, Aliases = [] })],
        };
        var bytes = FormTemplate.Render([Content(wild, Unit("310151101"), Period.Month(2022, 3)), Content(wild, Unit("310151101"), Period.Month(2022, 3))]);
        AssertValid(bytes);
        using var book = new XLWorkbook(new MemoryStream(bytes));
        Assert.Equal(3, book.Worksheets.Count);
        Assert.All(book.Worksheets.SelectMany(sheet => sheet.CellsUsed()), cell => Assert.False(cell.HasFormula, cell.Address.ToString()));
    }

    /// <summary>The same 12 in each month of this year and the last, for the unit itself.</summary>
    internal static IReadOnlyList<Observation> Held(Form form, OrgUnit unit, Period period) => period.Kind != PeriodKind.month ? [] :
    [
        .. from back in Enumerable.Range(1, 23)
           let month = period.Next(-back)
           where month.Start.Year >= period.Start.Year - 1
           from line in form.Lines
           from column in form.Columns.Where(column => !column.IsQuoted && line.Fills(column.Id))
           select new Observation(unit.District, unit.Measures, unit.Code, line.Element, PeriodKind.month, month.Start, month.End, column.Basis, line.Breakdown,
               SourceRole.authoritative, column.Basis == Basis.in_period ? 12 : 12 * month.Start.Month, Bound.exact, ValueState.reported, 1, 1, "C5", 1, null),
    ];

    static Dictionary<string, DataValidation> Validations(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DataValidation>()).ToDictionary(validation => validation.SequenceOfReferences!.InnerText!);
    }

    static void AssertValid(byte[] workbook)
    {
        foreach (var version in new[] { FileFormatVersions.Office2007, FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{version} {error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        }
    }
}
