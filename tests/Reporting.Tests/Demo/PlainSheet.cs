using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ExcelDataReader;

namespace Reporting.Tests.Demo;

/// <summary>
/// A sheet as another program shows it: cells by row and column, and a figure found by its line's and column's words. It knows
/// nothing of the product, so that the product can be held against it.
/// </summary>
sealed class PlainSheet
{
    static readonly string[] MonthColumn = ["本月数", "本月"];
    readonly List<object?[]> rows;

    PlainSheet(List<object?[]> rows) => this.rows = rows;

    static PlainSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="sheet">Its name; null for the first one that has any cell.</param>
    public static PlainSheet Of(byte[] bytes, string fileName, string? sheet = null) =>
        new(fileName.EndsWith(".csv", StringComparison.Ordinal) ? Csv(bytes) : Workbook(bytes, sheet));

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>万人 sheets count in ten thousands.</summary>
    public int Multiplier => rows.SelectMany(row => row).OfType<string>().Any(text => text.Contains("万人", StringComparison.Ordinal)) ? 10_000 : 1;

    /// <summary>The number in a cell by its address, as it stands there.</summary>
    public decimal? Number(string address)
    {
        var letters = new string([.. address.TakeWhile(char.IsLetter)]);
        var column = letters.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) - 1;
        return Number(rows[int.Parse(address[letters.Length..], CultureInfo.InvariantCulture) - 1][column]);
    }

    /// <summary>本月数 of the line with one of these labels, in persons.</summary>
    public decimal MonthFigure(params string[] labels)
    {
        var row = rows.Single(row => row.Any(cell => labels.Contains(Text(cell))));
        var head = rows.First(row => row.Any(cell => MonthColumn.Contains(Text(cell))));
        return Number(row[Array.FindIndex(head, cell => MonthColumn.Contains(Text(cell)))])!.Value * Multiplier;
    }

    /// <summary>All numbers with their addresses.</summary>
    public Dictionary<(int Row, int Column), decimal> Numbers => rows
        .SelectMany((row, index) => row.Select((cell, column) => (Place: (index, column), Number: Number(cell))))
        .Where(cell => cell.Number is not null).ToDictionary(cell => cell.Place, cell => cell.Number!.Value);

    static string Text(object? cell) => cell is string text ? string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))) : "";

    static decimal? Number(object? cell) => cell switch
    {
        double number => (decimal)number,
        int number => number,
        string => decimal.TryParse(Text(cell), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    static List<object?[]> Workbook(byte[] bytes, string? sheet)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        do
        {
            var found = new List<object?[]>();
            while (reader.Read()) found.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            if (sheet is null ? found.Count > 0 : reader.Name == sheet) return found;
        } while (reader.NextResult());
        throw new InvalidDataException($"no sheet {sheet}");
    }

    static List<object?[]> Csv(byte[] bytes)
    {
        var marked = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var text = marked ? Encoding.UTF8.GetString(bytes.AsSpan(3)) : Encoding.GetEncoding("GB18030").GetString(bytes);
        return [.. text.Split("\r\n").Select(line => Fields(line).ToArray())];
    }

    // Every other piece between quotes is quoted; what these offices write holds neither doubled quotes nor line ends.
    static IEnumerable<object?> Fields(string line)
    {
        var inside = false;
        var field = new StringBuilder();
        foreach (var letter in line)
        {
            if (letter == '"') inside = !inside;
            else if (letter == ',' && !inside)
            {
                yield return field.ToString();
                field.Clear();
            }
            else field.Append(letter);
        }
        yield return field.ToString();
    }
}
