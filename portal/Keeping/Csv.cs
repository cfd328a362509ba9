namespace Reporting.Portal.Keeping;

/// <summary>A line of comma-separated texts; none can be taken for a formula by a spreadsheet.</summary>
static class Csv
{
    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell));

    static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '@' or '\t' or '\r', ..] ? "'" + text : text ?? "";
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
