using Reporting.Etl.Matching;
using Reporting.Warehouse;

namespace Reporting.Etl.Rules;

/// <summary>How figures stand in a finding: plain, without trailing zeros, and beside the sender's own spelling where that differs.</summary>
static class Shown
{
    const int LongestText = 40;

    public static string Number(decimal value) => Figures.Printed(value);

    /// <summary>As the sender wrote it; with the figure it was read as where that is another: <c>1.2（即 12000 人）</c>.</summary>
    public static string Cell(MatchedCell cell)
    {
        var text = cell.Source.Text.Trim();
        if (text.Length > LongestText) text = string.Concat(text.AsSpan(0, LongestText), "…");
        if (cell.Value is not { } value || text == Number(value)) return text;
        return text.Length == 0 ? Number(value) : $"{text}（即 {Number(value)} {cell.Line.Unit}）";
    }
}
