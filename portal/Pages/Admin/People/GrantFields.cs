using Reporting.Portal.Accounts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Admin.People;

/// <summary>The part of a form that asks for a role, where it holds and from when to when; what was typed stays.</summary>
/// <param name="Needed">A role has to be chosen.</param>
public sealed record GrantFields(Catalog Catalog, DateOnly Today, bool Needed, IFormCollection? Posted)
{
    public string? Typed(string name) => Posted?[name].ToString() is { Length: > 0 } typed ? typed : null;

    public IEnumerable<(string Code, string Name)> Places => Catalog.Districts.SelectMany(district => district.Units.Where(unit => unit.ValidTo is null)
        .Select(unit => (unit.Code, unit.Code == district.Code ? district.Name : $"{district.Name} {unit.Name}")));

    /// <summary>As the verb takes it: a district's code is a district, whatever else is a unit.</summary>
    public (string Name, string? Value)[] Values
    {
        get
        {
            var (role, place) = (Typed("role"), Typed("place")?.Trim());
            // Who reports for the district itself reports for the unit that has its code.
            var isDistrict = place is not null && role != "reporter" && role != Role.reporter.Chinese() && Catalog.Districts.Any(district => district.Code == place || district.Name == place);
            return role is null && place is null ? [] : [("--role", role), ("--district", isDistrict ? Code(place!) : null), ("--org", isDistrict ? null : Unit(place)), ("--post", Typed("post")), ("--from", Typed("from")), ("--to", Typed("to"))];
        }
    }

    string? Unit(string? place) => Catalog.Districts.FirstOrDefault(district => district.Name == place)?.Code ?? place;

    string Code(string place) => Catalog.Districts.First(district => district.Code == place || district.Name == place).Code;
}
