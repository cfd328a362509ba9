using System.Text.RegularExpressions;
using Reporting.Warehouse;

namespace Reporting.Etl.Sheets;

/// <summary>Shares under a % header that were written as 0.92 and mean 92.</summary>
/// <remarks>
/// Only where the words name a share and every figure that stands with it is between 0 and 1: a growth or an unemployment rate may well be
/// below one per cent, and beside 95.3 a 0.92 is what it says.
/// </remarks>
static partial class Shares
{
    const string Guess = "小数按百分数";

    public static IReadOnlyList<TableRow> Read(IReadOnlyList<TableRow> rows, IReadOnlyList<TableColumn> columns, string? tableUnit)
    {
        var corrected = rows.ToList();
        foreach (var column in columns.Where(column => (column.UnitWords ?? tableUnit) == "%"))
        {
            var places = Enumerable.Range(0, rows.Count).Where(index => rows[index].UnitWords is null or "%" && rows[index].Values.ContainsKey(column.Column)).ToList();
            if (AreFractions(places.Select(index => rows[index].Values[column.Column])) && places.TrueForAll(index => IsShare(string.Concat(column.Path) + rows[index].Label)))
                foreach (var index in places) corrected[index] = With(corrected[index], column.Column);
        }
        for (var index = 0; index < rows.Count; index++)
            if (rows[index].UnitWords == "%" && IsShare(rows[index].Label) && AreFractions(rows[index].Values.Values))
                foreach (var column in rows[index].Values.Keys) corrected[index] = With(corrected[index], column);
        return corrected;
    }

    static bool AreFractions(IEnumerable<CellValue> values) =>
        values.Where(IsPlain).Select(value => value.Value!.Value).ToList() is { Count: > 0 } plain && plain.TrueForAll(value => value is >= 0 and <= 1) && plain.Exists(value => value is > 0 and < 1);

    static bool IsPlain(CellValue value) =>
        value is { State: ValueState.reported, Value: not null, UnitWords: null } && !value.Text.Contains('%', StringComparison.Ordinal) && value.Guessed?.Contains(Guess, StringComparison.Ordinal) is not true;

    static TableRow With(TableRow row, int column) => row.Values.TryGetValue(column, out var value) && IsPlain(value)
        ? row with { Values = row.Values.ToDictionary(pair => pair.Key, pair => pair.Key == column ? Hundredfold(value) : pair.Value) } : row;

    static CellValue Hundredfold(CellValue value) => value with { Value = value.Value * 100, Guessed = value.Guessed is null ? Guess : $"{value.Guessed}、{Guess}" };

    static bool IsShare(string words) => Share().IsMatch(words) && !Change().IsMatch(words);

    [GeneratedRegex("率|占比|比重|比例|百分比")]
    private static partial Regex Share();
    [GeneratedRegex("增长|增速|增幅|增减|同比|环比|下降|提高|变动|失业率|出生率|死亡率|发生率|较上|比上")]
    private static partial Regex Change();
}
