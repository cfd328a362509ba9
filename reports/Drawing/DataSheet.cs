using Reporting.Reports.Layout;

namespace Reporting.Reports.Drawing;

/// <summary>数据: every figure of every printed table once more, one a row, with the cell where it is printed and the figure of the warehouse that it shows.</summary>
static class DataSheet
{
    public const string Name = "数据", TableName = "数据表";

    public static readonly IReadOnlyList<FlatColumn> Columns =
    [
        new("工作表", 14), new("单元格", 8), new("行", 30), new("列", 14), new("数值", 14), new("文字", 18), new("格式", 14), new("机构代码", 14), new("指标代码", 26),
        new("年", 8), new("截至月", 8),
    ];

    /// <param name="hasSources">Of a workbook that counts other things than reported figures there is no 来源 to look in.</param>
    public static SheetLayout Of(string title, IReadOnlyList<Placements> placed, bool hasSources) => new(Name, true, [.. Columns.Select(column => column.Width)],
    [
        new Line(LineKind.title, title),
        new Line(LineKind.note, "说明：各表印出的每个数在此各占一行，供筛选、透视和核对；行、列为该数在表中的行名和列名。比率以小数存放，按“格式”显示。"),
        new Line(LineKind.note, hasSources
            ? "　　机构代码、指标代码、年、截至月为该数所依据的指标数，据此在“来源”表中可查到原表的单元格；没有代码的是文字或由多个数得出的结论。此表隐藏，不打印。"
            : "　　本册的数是数出来的份数、项数和规定的数，不出自上报表的单元格，所以没有“来源”表，后四列都空着。此表隐藏，不打印。"),
    ], MostPages: 1)
    { Flat = new(TableName, Columns, Rows(placed).ToList()), IsHidden = true };

    static IEnumerable<IReadOnlyList<object?>> Rows(IReadOnlyList<Placements> placed) =>
        from sheet in placed
        from table in sheet.Tables
        let labels = Labels(table)
        from row in table.Rows.Index()
        where row.Item.Kind is RowKind.plain or RowKind.total
        let label = string.Join("·", labels.Select(column => Text(row.Item.Cells[column])).Where(text => text.Length > 0))
        from column in table.Columns.Index()
        where !labels.Contains(column.Index) && IsTold(row.Item.Cells[column.Index])
        select Row(sheet, table, row.Index, column.Index, label);

    static object?[] Row(Placements sheet, Table table, int row, int column, string label)
    {
        var cell = table.Rows[row].Cells[column];
        var number = cell as Number;
        return
        [
            sheet.Sheet.Name, sheet.Address(table, row, column), label, table.Columns[column].Head, number?.Value, number is null ? Text(cell) : null, number?.Format,
            cell.Of?.OrgUnit, cell.Of?.Indicator, cell.Of?.Year, cell.Of?.Through,
        ];
    }

    /// <summary>The columns that name a row: those of words at the left, before the first of figures.</summary>
    static HashSet<int> Labels(Table table)
    {
        var first = table.Columns.Index().Where(column => column.Item.Alignment == Alignment.left).Select(column => column.Index).DefaultIfEmpty(0).First();
        return [.. Enumerable.Range(0, first + 1)];
    }

    static bool IsTold(Cell cell) => cell is Number or Words or Light or Linked;

    static string Text(Cell cell) => cell switch
    {
        Words words => words.Text,
        Light light => light.Words,
        Linked linked => linked.Text,
        _ => "",
    };
}
