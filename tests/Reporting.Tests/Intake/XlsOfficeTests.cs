using System.Diagnostics;
using Reporting.Etl.Intake;

namespace Reporting.Tests.Intake;

/// <summary>A workbook of ours, saved by a real office program in the old format, is the same grid again.</summary>
public class XlsOfficeTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    const string Rows = "<row r='1'><c r='A1' t='inlineStr'><is><t>就业创业工作月报表</t></is></c></row>"
        + "<row r='2' hidden='1'><c r='A2' t='inlineStr'><is><t>新增就业</t></is></c><c r='B2'><v>95</v></c><c r='C2' s='1'><v>0.923</v></c><c r='D2' s='2'><v>44625</v></c><c r='E2'><v>0.1</v></c></row>"
        + "<row r='3'><c r='A3' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='B3'><f>B2*2</f><v>190</v></c><c r='C3' t='b'><v>1</v></c><c r='D3' t='str'><f>A2&amp;\"人数\"</f><v>新增就业人数</v></c><c r='E3'><v>1234567.89</v></c></row>";

    // An office asks for it where our reader does not.
    const string Types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
        + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>"
        + "<Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/></Types>";

    [DebianFact("libreoffice-calc-nogui", "soffice")]
    public void The_old_format_gives_the_same_grid()
    {
        var book = Book.OfSheet($"<cols><col min='3' max='3' width='9' hidden='1' customWidth='1'/></cols><sheetData>{Rows}</sheetData><mergeCells count='1'><mergeCell ref='A1:E1'/></mergeCells>", ("xl/styles.xml", Book.Styles("", 0, 10, 14)), ("[Content_Types].xml", Types));
        var folder = Directory.CreateTempSubdirectory("reporting-office-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "book.xlsx"), book);
            Convert(folder, "xls");
            var (was, old) = (Book.Read(book), Book.Read(File.ReadAllBytes(Path.Combine(folder, "book.xls")), name: "book.xls"));
            Assert.Equal(("xls", "", Book.Cells(was), Shape(was.Sheets[0])), (old.Format, Book.Codes(old), Book.Cells(old), Shape(old.Sheets[0])));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    static string Shape(Sheet sheet) => $"{sheet.Name} {string.Join(',', sheet.Merges)} {string.Join(',', sheet.HiddenRows)} {string.Join(',', sheet.HiddenColumns)}";

    static void Convert(string folder, string format)
    {
        // A profile of its own: another user's office would share the default one.
        using var process = Process.Start(new ProcessStartInfo("soffice",
            [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", format, "book.xlsx"])
        { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience)) { process.Kill(entireProcessTree: true); Assert.Fail($"soffice did not end within {Patience}"); }
        Assert.True(process.ExitCode == 0, $"{output.Result} {error.Result}");
    }
}
