using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Relations printed on a sheet, held against the form's own: those that nobody checks are said.</summary>
static class PrintedRuleFindings
{
    public static IEnumerable<Finding> Of(UnderstoodTable table, Form form)
    {
        if (table.PrintedRules is not { Count: > 0 } printed) yield break;
        var known = form.Rules.Select(rule => KeyOf(rule.Expression)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var unknown = printed.Where(rule => KeyOf(rule) is not { } key || !known.Contains(key)).ToList();
        if (unknown.Count > 0) yield return MatchFindings.PrintedRuleUnknown(table, unknown);
    }

    /// <summary>The same words for 1≥2 and 2≤1, and for any order of a sum.</summary>
    static string? KeyOf(string rule)
    {
        if (LineExpression.Parse(rule) is not { } read) return null;
        var (left, right) = (SideOf(read.Left), SideOf(read.Right));
        return read.Comparator switch
        {
            "<=" => $"{right}>={left}",
            "<" => $"{right}>{left}",
            "=" when string.CompareOrdinal(left, right) > 0 => $"{right}={left}",
            var sign => left + sign + right,
        };
    }

    static string SideOf(IReadOnlyList<SignedLine> lines) => string.Concat(lines.OrderBy(line => line.Number).Select(line => $"{(line.Sign < 0 ? '-' : '+')}{line.Number}"));
}
