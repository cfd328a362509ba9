using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Schemes as verbs name them.</summary>
static class AskedScheme
{
    /// <summary>The version of a scheme that holds for a year; without a year, the last one.</summary>
    public static Scheme Of(string given, Catalog catalog, int? year)
    {
        var versions = catalog.Schemes.Where(scheme => scheme.Id == given || scheme.Name == given).OrderBy(scheme => scheme.FirstYear).ToList();
        if (versions.Count == 0) throw Asked.Unknown("评分办法", "scheme", given, catalog.Schemes.Select(scheme => scheme.Id).Distinct());
        if (year is null) return versions[^1];
        return versions.FirstOrDefault(scheme => scheme.Covers(year.Value)) ?? throw new MisuseException(
            $"{versions[^1].Name}管的是 {string.Join('、', versions.Select(scheme => $"{scheme.FirstYear}—{scheme.LastYear}"))} 年，没有 {year} 年。",
            $"The scheme {versions[^1].Id} covers {string.Join(", ", versions.Select(scheme => $"{scheme.FirstYear} to {scheme.LastYear}"))}, not {year}.");
    }
}
