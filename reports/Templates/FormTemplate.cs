using System.Globalization;
using Reporting.Reports.Drawing;
using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>Empty forms to be filled in: one workbook, a sheet for each form, and a very hidden one that says what they are.</summary>
public static class FormTemplate
{
    const int LongestName = 31;

    /// <summary>The workbook's bytes; the same content gives the same bytes.</summary>
    /// <param name="contents">At least one; of one unit and period.</param>
    public static byte[] Render(IReadOnlyList<TemplateContent> contents)
    {
        var names = SheetNames(contents);
        var (unit, period) = (contents[0].Unit, contents[0].Period);
        var stamps = contents.Zip(names, (content, name) => new TemplateStamp(name, content.Form.Id, content.Form.Version, unit.Code, period.ToString()));
        return WorkbookWriter.Write(new($"{unit.Name}{period.InWords()}报表", contents[0].Form.IssuedBy, "", contents.Max(content => content.KnownAt),
            [.. contents.Zip(names, Sheet)])
        { Hidden = [new(TemplateStamp.SheetName, TemplateStamp.Rows(stamps))] });
    }

    static SheetLayout Sheet(TemplateContent content, string name)
    {
        var grid = new TemplateGrid(content);
        var table = TemplateTable.Of(grid);
        return new(name, grid.IsWide, grid.Widths, [.. TemplateHeading.Of(grid), table, .. TemplateFoot.Of(grid)], MostPages: 0, table, FrozenColumns: 1)
        {
            IsForm = true,
            AsideColumns = grid.Asides.Count,
        };
    }

    /// <summary>The forms' names without what a sheet's name may not hold, each once.</summary>
    static List<string> SheetNames(IReadOnlyList<TemplateContent> contents)
    {
        var names = new List<string>();
        foreach (var content in contents)
        {
            var plain = string.Concat(content.Form.Name.Where(sign => !char.IsControl(sign) && !"\\/?*[]:'".Contains(sign, StringComparison.Ordinal))).Trim();
            var name = PlainText.Cut(plain.Length > 0 ? plain : content.Form.Id, LongestName);
            for (var number = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); number++)
                name = PlainText.Cut(plain, LongestName - 3) + number.ToString(CultureInfo.InvariantCulture);
            names.Add(name);
        }
        return names;
    }
}
