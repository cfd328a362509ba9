using System.Globalization;
using Reporting.Etl.Matching;

namespace Reporting.Etl.Rules;

/// <summary>How figures stand in a finding: plain, without trailing zeros, and beside the sender's own spelling where that differs.</summary>
static class Shown
{
    const int LongestText = 40;

    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>90, never 90.0000: a decimal remembers the zeros it was made with.</summary>
    public static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;

    /// <summary>As the sender wrote it; with the figure it was read as where that is another: <c>1.2（即 12000 人）</c>.</summary>
    public static string Cell(MatchedCell cell)
    {
        var text = cell.Source.Text.Trim();
        if (text.Length > LongestText) text = string.Concat(text.AsSpan(0, LongestText), "…");
        if (cell.Value is not { } value || text == Number(value)) return text;
        return text.Length == 0 ? Number(value) : $"{text}（即 {Number(value)} {cell.Line.Unit}）";
    }
}
