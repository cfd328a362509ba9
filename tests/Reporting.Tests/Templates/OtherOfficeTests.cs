using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Reports.Templates;
using Reporting.Tests.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using static Reporting.Tests.Templates.FilledTemplate;

namespace Reporting.Tests.Templates;

/// <summary>A template in another office: opened and saved again, and printed.</summary>
public class OtherOfficeTests
{
    const string Unit101 = "填报单位（盖章）：城桥镇";

    static byte[] WithHeld
    {
        get
        {
            var (form, unit, period) = (Known.Form("employment-monthly", new(2022, 3, 1))!, Unit("310151101"), Period.Month(2022, 3));
            return FormTemplate.Render([Content(form, unit, period, TemplateTests.Held(form, unit, period))]);
        }
    }

    /// <summary>Without its unit line only the mark says whose it is, so the mark has to come back too.</summary>
    [DebianFact("libreoffice-calc-nogui fonts-noto-cjk", "soffice")]
    public void Figures_and_mark_survive_another_office() => InFolder(folder =>
    {
        var silent = Edited(Fill(WithHeld, (line, _) => 100 - line.Number), book => Assert.Single(book.Worksheet(1).CellsUsed(cell => cell.GetString() == Unit101)).SetValue<string>(""));
        var sent = Assert.Single(Read(silent));
        foreach (var (format, by) in new[] { ("xlsx", "xlsx"), ("xls", "xls"), ("ods", "xlsx") })
        {
            var saved = Saved(folder, silent, format);
            if (format != by) saved = Converted(folder, $"saved.{format}", by);
            var table = Assert.Single(Read(saved, name: $"报表.{by}"));
            Assert.Equal(("employment-monthly", "310151101", Period.Month(2022, 3)), (table.Form?.Id, table.Unit?.Code, table.Period));
            Assert.Equal(["stamp_used"], table.Findings.Select(finding => finding.Code));
            Assert.Equal(sent.Cells.Select(cell => (cell.Line.Number, cell.Column.Id, cell.Value)), table.Cells.Select(cell => (cell.Line.Number, cell.Column.Id, cell.Value)));
            Assert.Equal(123, table.Cells.Single(cell => cell is { Line.Number: 1, Column.Id: "year_to_date" }).Value);
        }
    });

    [DebianFact("libreoffice-calc-nogui fonts-noto-cjk poppler-utils", "soffice", "pdfinfo", "pdftotext")]
    public void A_template_prints_on_one_page_without_what_stands_beside_it() => InFolder(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, "form.xlsx"), WithHeld);
        Converted(folder, "form.xlsx", "pdf");
        Assert.Equal("1", Regex.Match(RenderedTests.Run(folder, "pdfinfo", "form.pdf"), @"Pages:\s+(\d+)").Groups[1].Value);
        var text = RenderedTests.Run(folder, "pdftotext", "-layout", "form.pdf", "-");
        foreach (var words in new[] { "就业工作月报表", "2022年3月", "崇就业01表", "有效期至：2025年12月", "单位负责人：", "报出日期：", "表内关系" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Matches(@"第\s*1\s*页\s*共\s*1\s*页", text);
        foreach (var words in new[] { "参考：", "###", TemplateStamp.SheetName }) Assert.DoesNotContain(words, text, StringComparison.Ordinal);
    });

    static byte[] Saved(string folder, byte[] workbook, string format)
    {
        File.WriteAllBytes(Path.Combine(folder, "form.xlsx"), workbook);
        var bytes = Converted(folder, "form.xlsx", format, "out");
        File.WriteAllBytes(Path.Combine(folder, $"saved.{format}"), bytes);
        return bytes;
    }

    static byte[] Converted(string folder, string file, string format, string to = ".")
    {
        RenderedTests.Run(folder, "soffice", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", format, "--outdir", to, file);
        return File.ReadAllBytes(Path.Combine(folder, to, Path.ChangeExtension(file, format)));
    }

    static void InFolder(Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"reporting-template-{Environment.ProcessId}-")).FullName;
        try { test(folder); }
        finally { Directory.Delete(folder, recursive: true); }
    }
}
