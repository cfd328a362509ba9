using System.Globalization;
using Reporting.Etl.Intake;

namespace Reporting.Portal.Commands;

/// <summary>A small table that somebody wrote by hand, of any format that sheets come in: a key and a number a line, under a heading.</summary>
static class GivenPairs
{
    /// <param name="key">Heading of the first column.</param>
    /// <param name="number">Heading of the second.</param>
    /// <exception cref="MisuseException">No file, no such headings, a number that is none, or a key twice.</exception>
    public static IReadOnlyList<(string Key, decimal Number)> Of(Request request, string option, string key, string number, ReadLimits limits)
    {
        if (request.Files.FirstOrDefault(file => file.Parameter == option) is not { } file)
            throw new MisuseException($"用 {option} 给出文件，第一行写 {key},{number}。", $"Give the file with {option}; its first line is {key},{number}.");
        var read = FileReader.Read(file.Bytes, file.Name, limits);
        if (read.Sheets is not [var sheet, ..])
            throw new MisuseException($"{file.Name} 读不出表来：{(read.Findings is [var found, ..] ? found.Message : "")}", $"{file.Name} holds no table.");
        var rows = sheet.Cells.GroupBy(cell => cell.Row).Select(row => (Number: row.Key, Cells: row.OrderBy(cell => cell.Column).ToList())).ToList();
        if (rows is not [var head, ..] || head.Cells is not [var first, var second] || first.Text.Trim() != key || second.Text.Trim() != number)
            throw new MisuseException($"{file.Name} 的第一行应写 {key},{number}。", $"The first line of {file.Name} is {key},{number}.");
        var pairs = rows.Skip(1).Select(row => Pair(file.Name, row.Number, row.Cells)).ToList();
        return pairs.GroupBy(pair => pair.Key).FirstOrDefault(group => group.Count() > 1) is not { } twice ? pairs
            : throw new MisuseException($"{file.Name} 里“{twice.Key}”写了两次。", $"{file.Name} names '{twice.Key}' twice.");
    }

    static (string Key, decimal Number) Pair(string file, int row, List<Cell> cells) =>
        cells is [var key, var value] && decimal.TryParse(value.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 100_000_000_000_000m
            ? (key.Text.Trim(), number)
            : throw new MisuseException($"{file} 第 {row} 行不是“名称,数”：{string.Join(',', cells.Select(cell => cell.Text))}", $"Line {row} of {file} is not a key and a number.");
}
