namespace Reporting.Etl.Intake;

/// <summary>Reads delimited text into one sheet without a name; a row is a record, ragged rows are kept as they are.</summary>
static class CsvReader
{
    public static ReadFile Read(ReadOnlySpan<byte> bytes, ReadBudget budget)
    {
        var (decoded, encoding) = CsvText.Decode(bytes);
        var text = WithoutHint(decoded.AsSpan().TrimEnd('\u001A'), out var hinted);
        var splitter = new CsvSplitter(text, hinted ?? CsvDelimiter.Of(text));
        using var cells = new CellList();
        var pool = new TextPool();
        while (splitter.Next())
        {
            if (splitter.Field == 1) budget.CheckTime();
            if (splitter.OpenQuote > 0) return ReadFindings.Refusal("csv", ReadFindings.QuoteOpen(splitter.OpenQuote)) with { Encoding = encoding };
            if (Cell.IsBlank(splitter.Value)) continue;
            budget.CheckText(splitter.Value.Length);
            budget.CountCell(null, splitter.Record, splitter.Field);
            cells.Add(CellOf(splitter.Record, splitter.Field, splitter.Value, pool));
        }
        return new("csv", encoding, [new("", false, cells.ToArray(), [])], []);
    }

    /// <summary>Thousand marks, percent signs and full-width digits are for the sheet's reader to judge; codes and long numbers stay text.</summary>
    public static Cell CellOf(int row, int column, ReadOnlySpan<char> value, TextPool pool) =>
        IsPlainNumber(value) && ExactNumber.TryRead(value, out var number, out _)
            ? new(row, column, CellKind.Number, pool.Get(value), number)
            : new(row, column, CellKind.Text, pool.Get(value));

    static bool IsPlainNumber(ReadOnlySpan<char> value)
    {
        var digits = value.TrimStart('-');
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        return value.Length - digits.Length <= 1 && whole.Length is > 0 and <= 15 && !ExactNumber.HasNeedlessZero(value)
            && !whole.ContainsAnyExceptInRange('0', '9')
            && (point < 0 || (point + 1 < digits.Length && !digits[(point + 1)..].ContainsAnyExceptInRange('0', '9')));
    }

    // Excel's own first line "sep=;" names the delimiter and is no row.
    static ReadOnlySpan<char> WithoutHint(ReadOnlySpan<char> text, out char? delimiter)
    {
        delimiter = null;
        if (text is not ['s', 'e', 'p', '=', var hinted, '\r' or '\n', ..]) return text;
        delimiter = hinted;
        return text[5..].StartsWith("\r\n") ? text[7..] : text[6..];
    }
}
