namespace Reporting.Portal.Commands;

/// <summary>Which known word was probably meant.</summary>
public static class NearMiss
{
    /// <summary>The known word that the fewest typing slips turn into <paramref name="word"/>; null where none is near.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var best = known.Select(k => (Word: k, Slips: Slips(word, k))).DefaultIfEmpty(("", int.MaxValue)).MinBy(k => k.Item2);
        return best.Item2 <= Math.Max(1, word.Length / 3) ? best.Item1 : null;
    }

    /// <summary>" 是不是 x？" or nothing, to stand after a message.</summary>
    public static string Hint(string word, IEnumerable<string> known, string lang) =>
        Of(word, known) is { } near ? lang == "en" ? $" Did you mean '{near}'?" : $"是不是“{near}”？" : "";

    static int Slips(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var kept = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(kept, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (swapped) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[a.Length, b.Length];
    }
}
