using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>What stands above the table as statistical forms have it: title, period, 法定标识 at the right, who reports.</summary>
static class TemplateHeading
{
    public static IEnumerable<Block> Of(TemplateGrid grid)
    {
        var content = grid.Content;
        yield return new Line(LineKind.title, content.Form.Name);
        yield return new Line(LineKind.subtitle, content.Period.InWords());
        List<string> marks = [.. Marks(grid)];
        var right = RightSpan(grid, marks.Max(TextMeasure.Width) + 2);
        foreach (var (index, mark) in marks.Index())
            yield return new Strip([new(new Words(index < marks.Count - 1 ? "" : $"填报单位（盖章）：{content.Unit.Name}"), grid.PageColumns - right), new(new Words(mark), right)]);
    }

    /// <summary>法定标识: by them a form is known to be a lawful one.</summary>
    static IEnumerable<string> Marks(TemplateGrid grid)
    {
        var form = grid.Content.Form;
        if (form.Number.Length > 0) yield return $"表　　号：{form.Number}";
        yield return $"制定机关：{form.IssuedBy}";
        yield return $"文　　号：{form.Document}";
        if (form.ValidUntil is { } until) yield return $"有效期至：{until.Year}年{until.Month}月";
        if (!grid.HasUnits) yield return $"计量单位：{grid.Lines[0].Unit}";
    }

    /// <summary>As many columns from the right as the longest mark takes; the label's column is left to the unit.</summary>
    static int RightSpan(TemplateGrid grid, int needed)
    {
        var (span, width) = (0, 0);
        while (span < grid.PageColumns - 1 && width < needed) width += grid.Widths[grid.PageColumns - ++span];
        return span;
    }
}
