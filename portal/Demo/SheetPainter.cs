using System.Globalization;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>Puts a filled form into one unit's layout: heading, header, body, foot.</summary>
static class SheetPainter
{
    enum Part { numbering, label, unit, value, remark }

    readonly record struct PaintColumn(Part Part, FormColumn? Column);

    public static DemoGrid Paint(FilledForm filled, DemoLayout layout, string districtName, DateOnly filledOn)
    {
        PaintColumn[] columns = [.. Columns(filled.Form, layout).Where(column => column.Column is null || column.Column.Id != filled.ColumnLeftOut)];
        var grid = new DemoGrid(DemoWords.SheetName(layout, filled), [.. columns.Select(Width)]);
        SheetHeading.Paint(grid, filled, layout, districtName);
        PaintHeader(grid, columns, layout);
        foreach (var line in filled.Form.Lines.Where(line => line.Number != filled.LineLeftOut)) PaintLine(grid, columns, filled, layout, line);
        if (filled.LineTwice is { } twice) PaintLine(grid, columns, filled, layout, filled.Form.Line(twice)!);
        SheetFoot.Paint(grid, layout, filledOn);
        return grid;
    }

    static PaintColumn[] Columns(Form form, DemoLayout layout)
    {
        PaintColumn[] numbering = layout.Numbering == Numbering.none ? [] : [new(Part.numbering, null)];
        PaintColumn[] label = [new(Part.label, null)];
        PaintColumn[] unit = layout.Measure is Measure.column or Measure.ten_thousand_column ? [new(Part.unit, null)] : [];
        var values = layout.ColumnOrder.Select(id => new PaintColumn(Part.value, form.Column(id)));
        PaintColumn[] remark = layout.Remarks ? [new(Part.remark, null)] : [];
        return layout.Numbering == Numbering.before_label
            ? [.. numbering, .. label, .. unit, .. values, .. remark]
            : [.. label, .. unit, .. numbering, .. values, .. remark];
    }

    static double Width(PaintColumn column) => column.Part switch { Part.label => 34, Part.value => 14, Part.remark => 16, Part.unit => 10, _ => 8 };

    static void PaintHeader(DemoGrid grid, PaintColumn[] columns, DemoLayout layout)
    {
        grid.NextRow();
        var rows = layout.MergedHeader ? 2 : 1;
        var own = columns.Index().Where(each => each.Item.Column is { IsQuoted: false }).Select(each => each.Index + 1).ToArray();
        foreach (var (index, column) in columns.Index())
            if (rows == 1 || !own.Contains(index + 1)) grid.PutOver(index + 1, index + 1, HeaderWords(column, layout), Look.header, rows);
        if (layout.MergedHeader)
        {
            grid.PutOver(own.Min(), own.Max(), "本年", Look.header);
            grid.NextRow();
            foreach (var column in own) grid.Put(column, UnderThisYear(columns[column - 1].Column!.Title), Look.header);
        }
        if (layout.LetterRow) PaintLetters(grid, columns);
    }

    static string UnderThisYear(string title) => title.StartsWith("本年", StringComparison.Ordinal) && title.Length > 2 ? title[2..] : title;

    static string HeaderWords(PaintColumn column, DemoLayout layout) => column.Part switch
    {
        Part.numbering => layout.UsesAliases ? "序号" : "行次",
        Part.label => layout.UsesAliases ? "指标名称" : "项目",
        Part.unit => "计量单位",
        Part.remark => "备注",
        _ => layout.UsesAliases && column.Column!.Aliases.Count > 0 ? column.Column.Aliases[0] : column.Column!.Title,
    };

    static void PaintLetters(DemoGrid grid, PaintColumn[] columns)
    {
        grid.NextRow();
        var (letters, number) = ("甲乙丙", 0);
        foreach (var (index, column) in columns.Index())
        {
            if (column.Part == Part.value) grid.Put(index + 1, ++number, Look.header);
            else if (column.Part == Part.remark) grid.Put(index + 1, null, Look.header);
            else grid.Put(index + 1, $"{letters[index]}", Look.header);
        }
    }

    static void PaintLine(DemoGrid grid, PaintColumn[] columns, FilledForm filled, DemoLayout layout, FormLine line)
    {
        var startsGroup = filled.Form.WholeOf(line) is null && line != filled.Form.Lines[0];
        grid.NextRow(skip: layout.BlankRows && startsGroup ? 1 : 0);
        foreach (var (index, column) in columns.Index())
        {
            if (column.Part == Part.value) PaintEntry(grid, index + 1, filled, layout, new(line.Number, column.Column!.Id));
            else if (column.Part == Part.numbering) grid.Put(index + 1, line.Number, Look.header);
            else grid.Put(index + 1, Words(column.Part, filled.Form, layout, line), column.Part == Part.label ? Look.label : Look.header);
        }
    }

    static string? Words(Part part, Form form, DemoLayout layout, FormLine line) => part switch
    {
        Part.label => DemoWords.Label(layout, form, line),
        Part.unit => layout.InTenThousands ? "万" + line.Unit : line.Unit,
        _ => null,
    };

    static void PaintEntry(DemoGrid grid, int column, FilledForm filled, DemoLayout layout, Spot spot)
    {
        grid.Spots.TryAdd(spot, grid.Here(column));
        var entry = filled.Entries[spot];
        if (entry.Value is not { } value || entry.Words is not null)
        {
            var words = entry.Asked ? entry.Words : layout.Dash;
            grid.Put(column, words is "" ? null : words, Look.count_text);
            return;
        }
        var whole = value == Math.Truncate(value);
        var shown = layout.InTenThousands ? value / 10_000 : value;
        var look = !whole ? Look.count : layout.InTenThousands ? Look.count_ten_thousand
            : layout.Digits == DigitStyle.grouped_numbers ? Look.count_grouped : Look.count;
        if (AsText(layout, spot, column, shown, whole) is { } text) grid.Put(column, text, Look.count_text);
        else grid.Put(column, shown, look);
    }

    /// <summary>The same value typed as text, in the cells where this sender does so; null for a number.</summary>
    static string? AsText(DemoLayout layout, Spot spot, int column, decimal shown, bool whole)
    {
        var plain = shown.ToString(layout.InTenThousands && whole ? "0.0000" : "0.####", CultureInfo.InvariantCulture);
        var chosen = (spot.Line + column) % 3 == 0;
        return layout.Digits switch
        {
            DigitStyle.some_text when chosen => plain,
            DigitStyle.some_full_width when chosen => DemoWords.FullWidth(plain).Replace('.', '．'),
            DigitStyle.text_with_marks when whole && shown >= 1_000 => shown.ToString("#,##0", CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
