using Reporting.Etl.Intake;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>The marks that a template left on the workbook's hidden sheet, each for the sheet it speaks of.</summary>
public sealed class Stamps
{
    readonly IReadOnlyDictionary<string, TemplateStamp> bySheet;

    Stamps(IReadOnlyDictionary<string, TemplateStamp> bySheet) => this.bySheet = bySheet;

    public static Stamps In(IReadOnlyList<Sheet> sheets)
    {
        List<Sheet> visible = [.. sheets.Where(sheet => !sheet.Hidden && sheet.Cells.Count > 0)];
        var stamps = sheets.Where(AreOn).SelectMany(sheet => TemplateStamp.Read(Rows(sheet))).ToList();
        var named = stamps.Where(stamp => visible.Exists(sheet => sheet.Name == stamp.Sheet)).ToDictionary(stamp => stamp.Sheet);
        // A template of one sheet whose sheet was given another name is still that sheet.
        if (stamps is [var only] && named.Count == 0 && visible is [var renamed]) named[renamed.Name] = only;
        return new(named);
    }

    public static bool AreOn(Sheet sheet) => sheet.Hidden && sheet.Name == TemplateStamp.SheetName;

    public TemplateStamp? Of(Sheet sheet) => bySheet.GetValueOrDefault(sheet.Name);

    static IEnumerable<IReadOnlyList<string>> Rows(Sheet sheet) =>
        sheet.Cells.GroupBy(cell => cell.Row).Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text.Trim())]);
}
