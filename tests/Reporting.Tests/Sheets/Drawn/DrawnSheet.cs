using System.Globalization;
using System.Security;
using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;
using Reporting.Tests.Intake;
using Reporting.Warehouse;

namespace Reporting.Tests.Sheets.Drawn;

/// <summary>Writes a table down in a layout, cell by cell, and remembers where its parts came to stand.</summary>
sealed class DrawnSheet
{
    readonly DrawnTable table;
    readonly DrawnLayout layout;
    readonly List<Cell> cells = [];
    readonly List<CellRange> merges = [];
    readonly bool isMerged;
    int row;

    /// <param name="below">The last row that is taken already.</param>
    public DrawnSheet(DrawnTable table, DrawnLayout layout, int below)
    {
        (this.table, this.layout, row) = (table, layout, below + layout.RowOffset);
        // Without merges a word holds for the columns to its right as long as words stand below: a shorter path beside a group would be taken into it.
        isMerged = layout.IsMerged || table.Columns.Select(column => column.Path.Count).Distinct().Count() > 1;
        Left = layout.ColumnOffset + 1;
        LabelColumn = Left + (layout.NumberColumn == 2 ? 1 : 0);
        NumberColumn = layout.NumberColumn switch { 1 => LabelColumn + 1, 2 => Left, _ => null };
        UnitColumn = table.Rows.Any(each => each.Unit is not null) ? LabelColumn + (layout.NumberColumn == 1 ? 2 : 1) : null;
        FirstValueColumn = Math.Max(LabelColumn, Math.Max(NumberColumn ?? 0, UnitColumn ?? 0)) + 1;
        Head();
        Header();
        Body();
        Tail();
    }

    public int Left { get; }
    public int LabelColumn { get; }
    public int? NumberColumn { get; }
    public int? UnitColumn { get; }
    public int FirstValueColumn { get; }
    public int HeaderFirstRow { get; private set; }
    public int HeaderLastRow { get; private set; }
    public List<int> DataRows { get; } = [];
    public int LastRow => row;
    public IReadOnlyList<Cell> Cells => cells;
    public IReadOnlyList<CellRange> Merges => isMerged ? merges : [];
    int LastColumn => FirstValueColumn + table.Columns.Count - 1;

    void Head()
    {
        var when = table.Period is { } period ? period.InWords() : "";
        row++;
        if (layout.SecondTitle is { } second)
        {
            Put(Left, second);
            row++;
        }
        Put(Left, layout.Heading == 2 ? $"{when}{table.Title}{(table.Unit is { } unit ? $"（{unit}）" : "")}" : table.Title);
        if (layout.MergedTitle) Merge(row, Left, row, LastColumn);
        var measured = table.Unit is null ? "" : $"单位：{table.Unit}";
        if (layout.Heading == 0) Line("填报单位：城桥镇", when, measured);
        if (layout.Heading == 1) Line($"填报单位：城桥镇　　{when}　　{measured}".TrimEnd());
        if (layout.Heading == 3) Pieces(measured);
        if (layout.BlankBeforeHeader) row++;
    }

    /// <summary>2022 | 年 | 3 | 月 in cells of their own, where the period is a month.</summary>
    void Pieces(string measured)
    {
        if (table.Period is { Kind: PeriodKind.month } month) Line(month.Start.Year.ToString(CultureInfo.InvariantCulture), "年", month.Start.Month.ToString(CultureInfo.InvariantCulture), "月", measured);
        else Line(table.Period?.InWords() ?? "", measured);
    }

    void Line(params string[] texts)
    {
        row++;
        for (var index = 0; index < texts.Length; index++) Put(Left + index, texts[index], decimal.TryParse(texts[index], NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }

    void Header()
    {
        HeaderFirstRow = row + 1;
        var depth = table.Columns.Max(column => column.Path.Count);
        HeaderLastRow = row + depth;
        foreach (var (column, words) in new[] { (LabelColumn, layout.LabelHeader), (NumberColumn, layout.NumberColumn == 2 ? "序号" : "行次"), (UnitColumn, "计量单位") })
            if (column is { } at) Tall(HeaderFirstRow, at, words, HeaderLastRow);
        for (var index = 0; index < table.Columns.Count; index++)
            for (var level = 0; level < table.Columns[index].Path.Count; level++) Group(index, level);
        row = HeaderLastRow;
        if (layout.NumberRow) Numbered();
    }

    /// <summary>A word over all columns that share it and what stands above it; the last word of a path reaches down to the header's end.</summary>
    void Group(int index, int level)
    {
        bool Same(int other) => other >= 0 && other < table.Columns.Count && table.Columns[other].Path.Count > level + 1 && table.Columns[index].Path.Count > level + 1
            && table.Columns[other].Path.Take(level + 1).SequenceEqual(table.Columns[index].Path.Take(level + 1));
        if (Same(index - 1)) return;
        var last = index;
        while (Same(last + 1)) last++;
        var (at, words) = (HeaderFirstRow + level, table.Columns[index].Path[level]);
        if (level == table.Columns[index].Path.Count - 1) Tall(at, FirstValueColumn + index, words, HeaderLastRow);
        else
        {
            cells.Add(new(at, FirstValueColumn + index, CellKind.Text, words));
            if (last > index) merges.Add(new(at, FirstValueColumn + index, at, FirstValueColumn + last));
        }
    }

    void Tall(int from, int column, string words, int to)
    {
        cells.Add(new(from, column, CellKind.Text, words));
        if (to > from) merges.Add(new(from, column, to, column));
    }

    void Numbered()
    {
        row++;
        HeaderLastRow = row;
        Put(LabelColumn, "甲");
        if (NumberColumn is { } number) Put(number, "乙");
        if (UnitColumn is { } unit) Put(unit, "丙");
        for (var index = 0; index < table.Columns.Count; index++) Put(FirstValueColumn + index, $"{index + 1}", true);
    }

    void Body()
    {
        foreach (var (each, index) in table.Rows.Select((each, index) => (each, index)))
        {
            row++;
            if (layout.Gaps > 0 && index > 0 && index % layout.Gaps == 0) row++;
            DataRows.Add(row);
            Put(LabelColumn, Label(each));
            if (NumberColumn is { } number && each.Kind != RowKind.heading) Put(number, $"{index + 1}", true);
            if (UnitColumn is { } unit && each.Unit is { } words) Put(unit, words);
            for (var column = 0; column < each.Values.Count; column++) Put(FirstValueColumn + column, each.Values[column].Text, each.Values[column].IsNumber);
        }
    }

    string Label(DrawnRow each) => layout.Indent switch
    {
        2 when each.Level > 0 => new string('　', each.Level - 1) + "其中：" + each.Label,
        1 => new string(' ', each.Level * 2) + each.Label,
        _ => new string('　', each.Level) + each.Label,
    };

    void Tail()
    {
        if (layout.Notes == 1) Line("注：本表按月填报。");
        if (layout.Notes == 2) Line("说明：1.数据取自台账；2.不含代报。");
        if (layout.Notes == 3) Line("栏次关系：1=2+3　1≥4");
        if (layout.Signed) Line("填表人：张三", "", "负责人：李四");
        if (!layout.Stray) return;
        row += 9;
        Line("打印时请用A4纸");
    }

    void Put(int column, string text, bool isNumber = false)
    {
        if (text.Length > 0) cells.Add(isNumber ? new(row, column, CellKind.Number, text, decimal.Parse(text, CultureInfo.InvariantCulture)) : new(row, column, CellKind.Text, text));
    }

    void Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) => merges.Add(new(firstRow, firstColumn, lastRow, lastColumn));

    /// <summary>The cells in a workbook, as bytes.</summary>
    public static byte[] Workbook(Sheet sheet)
    {
        var rows = sheet.Cells.GroupBy(cell => cell.Row).OrderBy(same => same.Key).Select(same => $"<row r=\"{same.Key}\">{string.Concat(same.OrderBy(cell => cell.Column).Select(Xml))}</row>");
        var merged = sheet.Merges.Count == 0 ? "" : $"<mergeCells>{string.Concat(sheet.Merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>"))}</mergeCells>";
        return Book.OfSheet($"<sheetData>{string.Concat(rows)}</sheetData>{merged}");
    }

    static string Xml(Cell cell) => cell.Kind == CellKind.Number
        ? $"<c r=\"{Address.Of(cell.Row, cell.Column)}\"><v>{cell.Text}</v></c>"
        : $"<c r=\"{Address.Of(cell.Row, cell.Column)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell.Text)}</t></is></c>";
}
