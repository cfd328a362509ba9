namespace Reporting.Portal.Demo;

/// <summary>What stands below the table: notes and who signs.</summary>
static class SheetFoot
{
    public static void Paint(DemoGrid grid, DemoLayout layout, DateOnly filledOn)
    {
        if (layout.Notes)
        {
            grid.NextRow();
            grid.PutOver(1, grid.ColumnCount, "说明：1.数据以业务系统登记为准。", Look.note);
            grid.NextRow();
            grid.PutOver(1, grid.ColumnCount, "2.“其中”各项不大于总数；累计数从年初算起。", Look.note);
        }
        var date = layout.PeriodDigits == PeriodDigits.padded ? $"{filledOn:yyyy-MM-dd}" : $"{filledOn.Year}年{filledOn.Month}月{filledOn.Day}日";
        PaintSignature(grid, layout, date);
    }

    static void PaintSignature(DemoGrid grid, DemoLayout layout, string date)
    {
        var who = layout.Contact;
        string[] words = [$"单位负责人：{who.Responsible}", $"填表人：{who.PreparedBy}", $"联系电话：{who.Extension}", $"填报日期：{date}"];
        switch (layout.Signature)
        {
            case SignatureStyle.one_cell:
                grid.NextRow(skip: 1);
                grid.PutOver(1, grid.ColumnCount, string.Join("　　", words), Look.note);
                break;
            case SignatureStyle.own_cells:
                grid.NextRow();
                foreach (var (index, each) in words.Index()) grid.Put(index == 0 ? 1 : grid.ColumnCount - 3 + index, each, Look.note);
                break;
            case SignatureStyle.two_rows:
                foreach (var pair in words.Chunk(2))
                {
                    grid.NextRow();
                    grid.Put(1, pair[0], Look.note);
                    grid.Put(grid.ColumnCount - 1, pair[1], Look.note);
                }
                break;
            default:
                break;
        }
    }
}
