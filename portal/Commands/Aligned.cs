namespace Reporting.Portal.Commands;

/// <summary>Rows whose columns stand under each other on a terminal, where a Chinese sign takes two places.</summary>
static class Aligned
{
    const int Gap = 2;

    /// <param name="rows">Of equal length; the last column is told whole and not padded.</param>
    public static IEnumerable<string> Rows(IReadOnlyList<IReadOnlyList<string>> rows, string indent = "  ")
    {
        if (rows.Count == 0) return [];
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => Width(row[column]))).ToList();
        return rows.Select(row => (indent + string.Concat(row.Select((cell, column) => column == row.Count - 1 ? cell : cell + new string(' ', widths[column] - Width(cell) + Gap)))).TrimEnd());
    }

    /// <summary>Letters from the CJK blocks and full-width signs are drawn two columns wide.</summary>
    public static int Width(string text) => text.Sum(letter => letter >= 0x2E80 || letter is '—' or '…' or '“' or '”' ? 2 : 1);
}
