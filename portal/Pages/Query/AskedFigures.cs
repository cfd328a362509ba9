using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Pages.Reading;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>A query as its address holds it: the whole of it is in the address, so it can be kept, sent and asked again.</summary>
public sealed class AskedFigures
{
    public const int MostYears = 10;

    /// <summary><c>indicator:ID</c> or <c>element:ID</c>.</summary>
    [FromQuery(Name = "of")] public string? Of { get; set; }
    [FromQuery(Name = "district")] public string? District { get; set; }
    [FromQuery(Name = "from")] public string? From { get; set; }
    [FromQuery(Name = "to")] public string? To { get; set; }
    /// <summary>A unit, or <c>all</c>.</summary>
    [FromQuery(Name = "org")] public string? Org { get; set; }
    [FromQuery(Name = "through")] public string? Through { get; set; }
    /// <summary>A breakdown, or <c>all</c>; nothing: the whole.</summary>
    [FromQuery(Name = "breakdown")] public string? Breakdown { get; set; }
    [FromQuery(Name = "as-of")] public string? AsOf { get; set; }
    /// <summary><c>then</c> or <c>today</c>.</summary>
    [FromQuery(Name = "view")] public string? View { get; set; }
    /// <summary>What stands in the rows: <c>units</c> or <c>years</c>.</summary>
    [FromQuery(Name = "rows")] public string? Rows { get; set; }

    public string? Indicator => Named("indicator:");
    public string? Element => Named("element:");
    public bool IsAsked => !string.IsNullOrWhiteSpace(Of);
    public bool YearsInRows => Rows == "years";

    string? Named(string kind) => Of?.StartsWith(kind, StringComparison.Ordinal) == true ? Of[kind.Length..] : null;

    /// <summary>First and last year; of one that is not told the other, of none the given one.</summary>
    public (int From, int To) Years(int latest)
    {
        var to = Year(To) ?? Year(From) ?? latest;
        var from = Math.Min(Year(From) ?? to, to);
        return (Math.Max(from, to - MostYears + 1), to);
    }

    static int? Year(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2199 ? year : null;

    public string Address(string path = "/query", string? handler = null, string? format = null) => Addresses.Of(path,
        ("district", District), ("of", Of), ("from", From), ("to", To), ("org", Org), ("through", Through), ("breakdown", Breakdown), ("as-of", AsOf), ("view", View), ("rows", Rows),
        ("handler", handler), ("format", format));
}
