using Reporting.Portal.Accounts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Reading;

/// <summary>What of a district somebody reads: the whole of it, or units.</summary>
/// <param name="IsWhole">All units and the district's own figures.</param>
/// <param name="Units">Those in reach, the district first, the latest of each code.</param>
sealed record ReadScope(District District, bool IsWhole, IReadOnlyList<OrgUnit> Units)
{
    public static ReadScope Of(Catalog catalog, Caller caller, District district) => new(district, caller.Reads(district.Code, district.Code),
    [
        .. catalog.OrgUnits.Where(unit => unit.District == district.Code && caller.Reads(district.Code, unit.Code) && unit.Measures == unit.Code)
            .GroupBy(unit => unit.Code).Select(unit => unit.MaxBy(version => version.ValidFrom)!)
            .OrderBy(unit => unit.Code != district.Code).ThenBy(unit => unit.Code, StringComparer.Ordinal),
    ]);

    /// <summary>The unit asked for; without one the district, or of who reads no district their first unit. Null: none in reach.</summary>
    public OrgUnit? Unit(string? code) => code is null ? Units.Count > 0 ? Units[0] : null : Units.FirstOrDefault(unit => unit.Code == code);

    /// <summary>Elements that the district's forms ask for: what can be asked of it.</summary>
    public static IReadOnlySet<string> Elements(Catalog catalog, string district) =>
        catalog.Forms.Where(form => form.District == district).SelectMany(form => form.Lines).Select(line => line.Element).ToHashSet();
}
