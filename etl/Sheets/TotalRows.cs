using System.Text.RegularExpressions;

namespace Reporting.Etl.Sheets;

/// <summary>Which rows a 合计 or 小计 sums: what its place suggests, as far as the figures bear it out.</summary>
static partial class TotalRows
{
    /// <summary>For each total row the sheet rows it sums; rows whose figures agree with no reading are left out.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<int>> Of(IReadOnlyList<TableRow> rows, IReadOnlyList<TableColumn> columns)
    {
        var sums = new Dictionary<int, IReadOnlyList<int>>();
        var added = columns.Where(column => !Share().IsMatch(string.Concat(column.Path) + column.UnitWords)).Select(column => column.Column).ToHashSet();
        for (var index = 0; index < rows.Count; index++)
            if (rows[index].Kind is RowKind.total or RowKind.subtotal && Readings(rows, index).FirstOrDefault(parts => parts.Count > 0 && Agree(rows[index], parts, added)) is { } parts)
                sums[rows[index].Row] = [.. parts.Select(part => part.Row)];
        return sums;
    }

    /// <summary>Rows above or below, the likeliest first: a total sums subtotals where there are some, a subtotal its own group.</summary>
    static IEnumerable<List<TableRow>> Readings(IReadOnlyList<TableRow> rows, int index)
    {
        List<TableRow> above = [.. rows.Take(index).Reverse().TakeWhile(row => row.Kind != RowKind.total).Reverse()];
        List<TableRow> below = [.. rows.Skip(index + 1).TakeWhile(row => row.Kind != RowKind.total)];
        if (rows[index].Kind == RowKind.total)
            foreach (var side in new[] { above, below })
            {
                yield return side.FindAll(row => row.Kind == RowKind.subtotal);
                yield return Wholes(side);
            }
        yield return Wholes(Group(above.AsEnumerable().Reverse()));
        yield return Wholes(Group(below));
    }

    static List<TableRow> Group(IEnumerable<TableRow> rows) => [.. rows.TakeWhile(row => row.Kind == RowKind.data).OrderBy(row => row.Row)];

    /// <summary>Parts (其中) are in their wholes already.</summary>
    static List<TableRow> Wholes(List<TableRow> rows)
    {
        var data = rows.FindAll(row => row.Kind == RowKind.data);
        return data.Count == 0 ? [] : data.FindAll(row => row.Level == data.Min(each => each.Level));
    }

    /// <summary>Each column adds up but for the rounding of its parts; without any figure the place alone speaks.</summary>
    static bool Agree(TableRow total, List<TableRow> parts, HashSet<int> added) => total.Values.Where(pair => added.Contains(pair.Key)).All(pair =>
    {
        var figures = parts.Select(part => part.Values.GetValueOrDefault(pair.Key)).ToList();
        if (pair.Value.Value is not { } stated || figures.Exists(figure => figure is null or { Unreadable: true })) return true;
        var known = figures.Select(figure => figure!.Value).OfType<decimal>().ToList();
        if (known.Count == 0) return false;
        var unit = 1m / (decimal)Math.Pow(10, known.Append(stated).Max(figure => figure.Scale));
        return Math.Abs(known.Sum() - stated) <= unit * known.Count / 2;
    });

    /// <summary>Shares and averages are not added.</summary>
    [GeneratedRegex("[%‰率]|占比|比重|比例|平均|人均|同比|环比|增长|增幅|位次|排名")]
    private static partial Regex Share();
}
