using System.Globalization;
using ClosedXML.Excel;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Reports.Templates;
using Reporting.Tests.Corpus;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Templates;

/// <summary>Templates of the shipped forms, read by the program's own reader and written on with another library than drew them.</summary>
static class FilledTemplate
{
    public static Catalog Known => ShippedCatalog.Catalog;

    /// <summary>Every shipped form with each unit that stands first in a role that reports it, and the periods it is tried for.</summary>
    public static IEnumerable<(Form Form, OrgUnit Unit, Period Period)> Shipped(params string[] periods) =>
        from form in Known.Forms
        from text in periods
        let period = Period.Parse(text)
        where form.Period == period.Kind
        from unit in Known.OrgUnits.Where(unit => TemplateReading.Reports(form, unit, period)).GroupBy(unit => (unit.District, unit.Role)).Select(role => role.First())
        select (form, unit, period);

    public static TemplateContent Content(Form form, OrgUnit unit, Period period, params IReadOnlyList<Observation> held)
    {
        var duty = form.Obligations.FirstOrDefault(duty => duty.Role == unit.Role);
        return new(form, unit, period, duty, duty is null ? null : Known.WorkingDays.After(period.End, duty.DueWorkingDay), held, new(2022, 4, 1, 2, 3, 4, DateTimeKind.Utc));
    }

    /// <summary>The 就业工作月报表 of 城桥镇 for March 2022, with nothing held.</summary>
    public static byte[] Chengqiao { get; } = FormTemplate.Render([Content(Known.Form("employment-monthly", new(2022, 3, 1))!, Unit("310151101"), Period.Month(2022, 3))]);

    public static OrgUnit Unit(string code) => Known.OrgUnit(code)!;

    /// <summary>The tables as a submission reads them, from no unit's channel unless told.</summary>
    public static IReadOnlyList<MatchedTable> Read(byte[] workbook, OrgUnit? channel = null, string name = "报表.xlsx")
    {
        var file = FileReader.Read(workbook, name, new ReadLimits());
        Assert.Empty(file.Findings);
        var stamps = Stamps.In(file.Sheets);
        return [.. file.Sheets.Where(sheet => !sheet.Hidden).SelectMany(sheet => TableFinder.Find(sheet)
            .Select(table => Matcher.Match(table, Known, new(channel, name, null, null, null) { Stamp = stamps.Of(sheet) })))];
    }

    /// <summary>The workbook with a figure in every open cell that its form asks for; what the sheet sums itself is summed.</summary>
    public static byte[] Fill(byte[] template, Func<FormLine, FormColumn, decimal> figure) => Edited(template, book =>
    {
        foreach (var table in Read(template))
            foreach (var cell in table.Cells.Where(cell => cell.Line.Fills(cell.Column.Id)))
                if (book.Worksheet(table.Table.Sheet).Cell(cell.Row, cell.ColumnNumber) is { Style.Protection.Locked: false } open) open.SetValue(figure(cell.Line, cell.Column));
    });

    public static byte[] Edited(byte[] workbook, Action<XLWorkbook> edit)
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        edit(book);
        using var stream = new MemoryStream();
        book.SaveAs(stream, new SaveOptions { EvaluateFormulasBeforeSaving = true });
        return stream.ToArray();
    }

    /// <summary>Lawful for every shipped form: each whole is above its parts, which stand below it.</summary>
    public static decimal Lawful(FormLine line, Period period)
    {
        var whole = (line.Unit is "%" or "‰" ? 95m : 900m + period.Start.Month * 7) - line.Number;
        return line.Decimals > 0 ? whole + 0.25m : whole;
    }

    public static string Plain(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-";
}
