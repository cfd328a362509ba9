namespace Reporting.Warehouse.Reference;

/// <summary>Which of the known words a misspelt one was probably meant to be.</summary>
static class Spelling
{
    /// <summary>The nearest candidate, or null where none is near: at most a third of its letters differ, or two; of a short word, one.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, distance: Distance(word, candidate)))
        .Where(pair => pair.distance <= (pair.candidate.Length <= 3 ? 1 : Math.Max(2, pair.candidate.Length / 3)))
        .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
        .Select(pair => pair.candidate).FirstOrDefault();

    // Letters to insert, drop or change to turn one word into the other.
    static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j - 1], diagonal) + 1);
            }
        }
        return row[to.Length];
    }
}
