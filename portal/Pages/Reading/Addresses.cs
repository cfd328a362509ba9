using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Reporting.Portal.Pages.Reading;

/// <summary>Where a figure leads to.</summary>
static class Addresses
{
    /// <summary>From an indicator's figure to its cells.</summary>
    public static string Lineage(string district, string org, string indicator, int year, int through, string? asOf) =>
        Of("/lineage", ("district", district), ("indicator", indicator), ("org", org), ("year", Text(year)), ("through", Text(through)), ("as-of", asOf));

    /// <inheritdoc cref="Lineage"/>
    public static string OfElement(string district, string org, string element, string? breakdown, int year, int through, string? asOf) =>
        Of("/lineage", ("district", district), ("element", element), ("breakdown", breakdown), ("org", org), ("year", Text(year)), ("through", Text(through)), ("as-of", asOf));

    /// <summary>How a commitment was judged.</summary>
    public static string Commitment(string district, string commitment, string org, int year, int? through, string? asOf) =>
        Of("/board/commitment", ("district", district), ("id", commitment), ("org", org == district ? null : org), ("year", Text(year)), ("through", through is { } month ? Text(month) : null), ("as-of", asOf));

    public static string Of(string path, params (string Name, string? Value)[] values)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in values) if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        return path + query.ToQueryString();
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
