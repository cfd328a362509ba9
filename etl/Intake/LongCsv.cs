using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>One line of the long CSV as written. Optional and missing parts are empty.</summary>
/// <param name="Number">Line in the file; the header is line 1.</param>
/// <param name="IsComplete">False where the line has fewer parts than the header asks for.</param>
public sealed record LongRow(
    int Number, string District, string Org, string Element, string Period, string Basis, string Breakdown, string Value, string State, string Bound, bool IsComplete);

/// <summary>
/// The long CSV by which observations go in and out everywhere, one a line; known by its header. No grid of cells is made of it: a
/// hundred thousand lines are no sheet.
/// </summary>
public static class LongCsv
{
    /// <summary>What a table made of it has in place of a form's id; no line number leads to it.</summary>
    public const string Form = "long-csv";

    public const string FormName = "长表 CSV（逐条数据）";

    /// <summary>Column G: where the value stands when the file is opened as a sheet, in the order in which it is written.</summary>
    public const int ValueColumn = 7;

    static readonly string[] Names = ["district", "org", "element", "period", "basis", "breakdown", "value", "state", "bound"];

    const int HeadLetters = 400;

    public static bool IsLong(ReadOnlySpan<byte> bytes)
    {
        var head = CsvText.Head(bytes, HeadLetters);
        var end = head.AsSpan().IndexOfAny('\r', '\n');
        var places = PlacesOf((end < 0 ? head : head[..end]).Split(','));
        return Array.TrueForAll(places[..^1], place => place >= 0);
    }

    internal static ReadFile Read(ReadOnlySpan<byte> bytes, ReadBudget budget)
    {
        var (decoded, encoding) = CsvText.Decode(bytes);
        var splitter = new CsvSplitter(decoded.AsSpan().TrimEnd('\u001A'), ',');
        var (rows, fields, pool) = (new List<LongRow>(), new List<string>(), new TextPool());
        int[]? places = null;
        var record = 1;
        while (splitter.Next())
        {
            if (splitter.OpenQuote > 0) return ReadFindings.Refusal("csv", ReadFindings.QuoteOpen(splitter.OpenQuote)) with { Encoding = encoding };
            if (splitter.Field == 1) budget.CheckTime();
            budget.CheckText(splitter.Value.Length);
            budget.CountCell(null, splitter.Record, splitter.Field);
            if (splitter.Record != record) End();
            record = splitter.Record;
            fields.Add(pool.Get(splitter.Value.Trim()));
        }
        End();
        return new("csv", encoding, [], []) { Rows = rows };

        void End()
        {
            if (places is null) places = PlacesOf([.. fields]);
            else if (fields.Exists(field => field.Length > 0)) rows.Add(RowOf(record, fields, places));
            fields.Clear();
        }
    }

    static LongRow RowOf(int number, List<string> fields, int[] places)
    {
        string At(int name) => places[name] >= 0 && places[name] < fields.Count ? fields[places[name]] : "";
        return new(number, At(0), At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8), Array.TrueForAll(places[..^1], place => place < fields.Count));
    }

    static int[] PlacesOf(string[] header)
    {
        var words = Array.ConvertAll(header, word => word.Trim().Trim('"', '\uFEFF').Trim().ToLowerInvariant());
        return Array.ConvertAll(Names, name => Array.IndexOf(words, name));
    }
}
