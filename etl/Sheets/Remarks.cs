namespace Reporting.Etl.Sheets;

/// <summary>Reads the columns of remarks (备注, 说明, 情况说明): words beside a row, no figures of it.</summary>
static class Remarks
{
    public static IReadOnlyDictionary<int, string> Of(Grid grid, Layout layout, HeaderPaths header)
    {
        var columns = header.Columns.Where(column => SheetWords.IsRemarkHeader(header.Last(column)) && !SheetWords.IsReferenceHeader(header.Last(column))).ToList();
        if (columns.Count == 0) return new Dictionary<int, string>();
        return grid.Rows.Skip(layout.HeaderEnd).Take(layout.BodyEnd - layout.HeaderEnd)
            .Select(row => (row.Number, Words: string.Join('；', columns.Select(column => grid.Seen(row.Number, column)).Where(cell => cell is not null)
                .Select(cell => Words.OneLine(cell!.Value.Text)).Where(words => words.Length > 0))))
            .Where(row => row.Words.Length > 0).ToDictionary(row => row.Number, row => row.Words);
    }
}
