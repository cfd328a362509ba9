using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>What stands above the table: title, 表号, period, whose sheet it is, in what it counts.</summary>
static class SheetHeading
{
    public static void Paint(DemoGrid grid, FilledForm filled, DemoLayout layout, string districtName)
    {
        grid.NextRow();
        grid.PutOver(1, grid.ColumnCount, DemoWords.Title(layout, districtName, filled), Look.title);
        if (layout.Title == TitleStyle.unit_period_form) grid.UnitAddress = grid.Here(1);
        PaintFormNumber(grid, filled.Form, layout.FormNumber);
        PaintPeriod(grid, filled, layout);
        PaintUnitLine(grid, filled, layout);
    }

    static void PaintFormNumber(DemoGrid grid, Form form, FormNumberStyle style)
    {
        string[] lines = style switch
        {
            FormNumberStyle.line => [$"表号：{form.Number}"],
            FormNumberStyle.block =>
            [
                $"表　　号：{form.Number}", $"制定机关：{form.IssuedBy}", $"文　　号：{form.Document}",
                .. form.ValidUntil is { } until ? [$"有效期至：{until.Year}年{until.Month}月"] : Array.Empty<string>(),
            ],
            _ => [],
        };
        foreach (var line in lines)
        {
            grid.NextRow();
            grid.Put(grid.ColumnCount, line, Look.line_right);
        }
    }

    static void PaintPeriod(DemoGrid grid, FilledForm filled, DemoLayout layout)
    {
        if (layout.PeriodPlace == PeriodPlace.own_line)
        {
            grid.NextRow();
            grid.PutOver(1, grid.ColumnCount, DemoWords.PeriodIn(layout.PeriodDigits, filled.NamedPeriod), Look.line_center);
        }
        if (layout.PeriodPlace != PeriodPlace.separate_cells) return;
        grid.NextRow();
        grid.Put(1, filled.NamedPeriod.Start.Year, Look.line_right);
        grid.Put(2, "年", Look.line);
        grid.Put(3, filled.NamedPeriod.Start.Month, Look.line_right);
        grid.Put(4, "月", Look.line);
    }

    static void PaintUnitLine(DemoGrid grid, FilledForm filled, DemoLayout layout)
    {
        var unitPeriod = layout.PeriodPlace == PeriodPlace.unit_line;
        var measure = layout.Measure switch { Measure.line => MeasureWords("", filled), Measure.ten_thousand_line => MeasureWords("万", filled), _ => null };
        var named = layout.UnitNaming is not (UnitNaming.title_only or UnitNaming.nowhere);
        if (!named && !unitPeriod && measure is null) return;
        grid.NextRow();
        if (named) PaintUnit(grid, filled.NamedUnit.Name, layout.UnitNaming);
        if (unitPeriod) grid.Put(3, DemoWords.PeriodIn(layout.PeriodDigits, filled.NamedPeriod), Look.line);
        if (measure is not null) grid.Put(grid.ColumnCount, measure, Look.line_right);
    }

    static void PaintUnit(DemoGrid grid, string unit, UnitNaming naming)
    {
        grid.UnitAddress = grid.Here(naming == UnitNaming.split_cells ? 2 : 1);
        if (naming == UnitNaming.split_cells)
        {
            grid.Put(1, "填报单位：", Look.line);
            grid.Put(2, unit, Look.line);
        }
        else grid.Put(1, (naming == UnitNaming.unit_name ? "单位名称：" : "填报单位：") + unit, Look.line);
    }

    /// <summary>人 where all lines count people or 人次; a sheet names one unit and leaves the rest to the labels.</summary>
    static string MeasureWords(string multiple, FilledForm filled) => $"计量单位：{multiple}{filled.Form.Lines[0].Unit}";
}
