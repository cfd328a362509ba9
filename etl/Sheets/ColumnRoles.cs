using Reporting.Etl.Intake;

namespace Reporting.Etl.Sheets;

/// <summary>What each column of a table is for.</summary>
/// <param name="Labels">Columns that together hold the row's words, from the left (a category and its parts).</param>
sealed record ColumnRoles(IReadOnlyList<int> Labels, int? Label, int? Number, int? Unit, IReadOnlyList<int> Values)
{
    public static ColumnRoles Of(Grid grid, Layout layout, HeaderPaths header)
    {
        var body = grid.Rows.Skip(layout.HeaderEnd).Take(layout.BodyEnd - layout.HeaderEnd).ToList();
        var columns = header.Columns.Concat(layout.HasHeader ? [] : body.SelectMany(row => row.Cells).Select(cell => cell.Column)).Distinct().Order().ToList();
        var contents = columns.ToDictionary(column => column, column => body.Select(row => row.At(column)).OfType<Cell?>().Select(cell => cell!.Value).ToList());
        if (body.Count == 0 && columns.Count > 0) return new([columns[0]], columns[0], null, null, columns[1..]); // an empty ledger: its first column leads
        int? number = columns.Where(column => SheetWords.IsNumberHeader(header.Last(column))).Cast<int?>().FirstOrDefault();
        int? unit = columns.Where(column => SheetWords.IsUnitHeader(header.Last(column)) && IsUnits(contents[column])).Cast<int?>().FirstOrDefault();
        var open = columns.Where(column => column != number && column != unit && !SheetWords.IsRemarkHeader(header.Last(column))).ToList();
        var labels = LabelsOf(open, contents, header);
        number ??= open.Where(column => header.Last(column).Length == 0 && IsCounting(contents[column]) && labels.Count > 0 && column > labels[0])
            .Cast<int?>().FirstOrDefault();
        var values = open.Where(column => column != number && !labels.Contains(column) && (header.Last(column).Length > 0 || contents[column].Count > 0)).ToList();
        return new(labels, Main(labels, contents), number, unit, values);
    }

    /// <summary>The leading columns of words; beyond the first only where they stand beside it before any column of figures.</summary>
    static List<int> LabelsOf(List<int> open, Dictionary<int, List<Cell>> contents, HeaderPaths header)
    {
        var labels = new List<int>();
        foreach (var column in open)
        {
            var filled = contents[column];
            var words = filled.Count(cell => !CellValues.LooksLikeValue(cell));
            var isLabel = labels.Count == 0
                ? filled.Count > 0 ? words * 2 > filled.Count : SheetWords.IsLabelHeader(header.Last(column))
                : filled.Count > 0 && words == filled.Count && (IsForeign(filled) || header.IsUnder(column, labels[0]) || SheetWords.IsLabelHeader(header.Last(column)) || header.Last(column).Length == 0);
            if (!isLabel)
            {
                if (labels.Count > 0 || filled.Count > words) break;
                continue;
            }
            labels.Add(column);
        }
        return labels;
    }

    static int? Main(List<int> labels, Dictionary<int, List<Cell>> contents) =>
        labels.Count == 0 ? null : labels.Where(column => column == labels[0] || !IsForeign(contents[column])).MaxBy(column => contents[column].Count);

    static bool IsForeign(List<Cell> filled) => filled.TrueForAll(cell => Words.IsLatin(cell.Text));

    static bool IsUnits(List<Cell> filled) => filled.TrueForAll(cell => Units.ParseList(cell.Text).Count > 0 || CellValues.Read(cell).Unreadable is false);

    static bool IsCounting(List<Cell> filled) => filled.Count > 1 && filled.Select((cell, index) => (cell, index))
        .All(pair => CellValues.Read(pair.cell).Value is { } value && decimal.IsInteger(value)) && IsRising(filled);

    static bool IsRising(List<Cell> filled)
    {
        var numbers = filled.ConvertAll(cell => CellValues.Read(cell).Value!.Value);
        return numbers[0] is 1 or 2 && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }
}
