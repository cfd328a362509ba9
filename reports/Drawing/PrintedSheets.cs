using System.Xml.Linq;

namespace Reporting.Reports.Drawing;

/// <summary>
/// A copy of a workbook without the sheets that it hides: some programs put hidden sheets on paper too (LibreOffice into a PDF), and count them
/// in 共 y 页. Hidden sheets stand last, so that the places of the others do not move. The parts stay in the file; nothing leads to them.
/// </summary>
public static class PrintedSheets
{
    /// <exception cref="InvalidDataException">The bytes are no workbook.</exception>
    public static byte[] Of(byte[] workbook)
    {
        var package = new Package(workbook);
        package.Edit("xl/workbook.xml", book =>
        {
            var sheets = book.Element(Package.Main + "sheets")!;
            sheets.Elements().Where(sheet => sheet.Attribute("state") is not null).Remove();
            var shown = sheets.Elements().Count();
            book.Descendants(Package.Main + "definedName").Where(name => (int?)name.Attribute("localSheetId") >= shown).Remove();
        });
        return package.ToArray();
    }
}
