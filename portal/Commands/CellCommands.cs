using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>The commands that lead from an explained figure to its cells: one for each figure and year that entered, as of the same load and through the same month.</summary>
static partial class CellCommands
{
    public static string Of(string? asOf, Catalog catalog, Commitment commitment, Plan plan, Evaluation one)
    {
        if (commitment.Indicator is not { } own) return "";
        var (last, through) = (int.Parse(one.Through.AsSpan(0, 4), CultureInfo.InvariantCulture), one.Through.EndsWith("-12", StringComparison.Ordinal) ? "" : $" --through {one.Through}");
        List<(string Indicator, string Org, int Year)> cited =
        [
            .. one.Inputs.Where(input => input.Value is not null || input.Numerator is not null)
                .SelectMany(input => Years(input.Period).Select(year => (Indicator(catalog, commitment, plan, input) ?? own, year)))
                .Select(cited => (cited.Item1, cited.Item1 == commitment.Benchmark && cited.Item1 != own ? plan.District : one.OrgUnit, cited.year)).Distinct(),
        ];
        // Nothing has come in: the command shows that there is nothing.
        if (cited.Count == 0) cited.Add((own, one.OrgUnit, one.Year ?? Math.Min(last, plan.LastYear)));
        return string.Concat(cited.Select((each, index) => $"\n{(index == 0 ? "逐格来源：" : "　　　　　")}reporting lineage --district {plan.District} --indicator {each.Indicator} --org {each.Org} --year {each.Year}"
            + (each.Year == last ? through : "") + (asOf is null ? "" : $" --as-of {asOf}")));
    }

    // An input is told by its name; its id is one of the three that a commitment can be judged by.
    static string? Indicator(Catalog catalog, Commitment commitment, Plan plan, EvaluationInput input) =>
        new[] { commitment.Indicator, commitment.Benchmark, plan.Commitments.FirstOrDefault(other => other.Id == commitment.Whole)?.Indicator }.OfType<string>()
            .FirstOrDefault(id => catalog.Indicators.Any(known => known.Id == id && known.Name == input.What));

    /// <summary>2021—2022年 are two years, 2022年1—6月 is one.</summary>
    static IEnumerable<int> Years(string period)
    {
        if (SpanPattern().Match(period) is not { Success: true } match) return [];
        var first = int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        var last = match.Groups["last"] is { Success: true } end ? int.Parse(end.ValueSpan, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, Math.Max(1, last - first + 1));
    }

    [GeneratedRegex(@"(?<first>\d{4})(—(?<last>\d{4}))?年")]
    private static partial Regex SpanPattern();
}
