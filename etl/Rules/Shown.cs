using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Rules;

/// <summary>How figures stand in a finding: plain, without trailing zeros, and beside the sender's own spelling where that differs.</summary>
static class Shown
{
    const int LongestText = 40;

    public static string Number(decimal value) => Figures.Printed(value);

    /// <summary>The largest figure of so many decimals that is not above the given one. A bound between two figures bars the same ones as the figure below it.</summary>
    public static decimal Below(decimal bound, int decimals)
    {
        var step = new decimal(1, 0, 0, false, (byte)Math.Clamp(decimals, 0, 4));
        return Math.Floor(bound / step) * step;
    }

    /// <summary>As exact as the line's own figures.</summary>
    public static decimal Rounded(FormLine line, decimal value) => Figures.Round(value, Math.Clamp(line.Decimals, 0, 4));

    /// <summary>As the sender wrote it; with the figure it was read as where that is another: <c>1.2（即 12000 人）</c>.</summary>
    public static string Cell(MatchedCell cell)
    {
        var text = cell.Source.Text.Trim();
        if (text.Length > LongestText) text = string.Concat(text.AsSpan(0, LongestText), "…");
        if (cell.Value is not { } value || text == Number(value)) return text;
        return text.Length == 0 ? Number(value) : $"{text}（即 {Number(value)} {cell.Line.Unit}）";
    }
}
