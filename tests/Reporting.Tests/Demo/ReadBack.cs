using System.Globalization;
using System.Text;
using ExcelDataReader;
using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Demo;

/// <summary>A generated file as another library reads it: every filled cell by its address, of the sheet that has any.</summary>
static class ReadBack
{
    static ReadBack() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Dictionary<string, object> Cells(DemoEvent sent)
    {
        using var stream = new MemoryStream(sent.Bytes);
        using var reader = sent.FileName.EndsWith(".csv", StringComparison.Ordinal)
            ? ExcelReaderFactory.CreateCsvReader(stream, new() { FallbackEncoding = Encoding.GetEncoding("GB18030"), AutodetectSeparators = [','] })
            : ExcelReaderFactory.CreateReader(stream);
        var cells = new Dictionary<string, object>();
        do
        {
            for (var row = 1; reader.Read(); row++)
                for (var column = 0; column < reader.FieldCount; column++)
                    if (reader.GetValue(column) is { } value and not "") cells.Add(DemoGrid.Address(row, column + 1), value);
        } while (cells.Count == 0 && reader.NextResult());
        return cells;
    }

    /// <summary>The number in a cell, whatever it was typed as; null for what is none.</summary>
    public static decimal? Number(object cell) => cell switch
    {
        double number => (decimal)number,
        int number => number,
        string text => decimal.TryParse(text.Normalize(NormalizationForm.FormKC), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    /// <summary>Whether the sheet counts in 万.</summary>
    public static bool InTenThousands(Dictionary<string, object> cells) => cells.Values.OfType<string>().Any(text => text.Contains("万人", StringComparison.Ordinal));
}
