using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Targets;

/// <summary>
/// A page about one district: all of it for whoever reads the district, else what is of the reader's own units. Deciding takes 审核 over the
/// whole district.
/// </summary>
public abstract class DistrictPage(Office office) : OfficePage(office)
{
    [BindProperty(SupportsGet = true, Name = "district")] public string? DistrictCode { get; set; }

    /// <summary>Null until <see cref="Enter"/> has found it.</summary>
    public District District { get; private set; } = null!;

    /// <summary>Those with anything in them for the caller.</summary>
    public IReadOnlyList<District> Districts { get; private set; } = [];

    /// <summary>The last load; null in an empty warehouse.</summary>
    public Load? AsOf { get; private set; }

    /// <summary>The day by which lateness is counted: a demo's last day stays today for it.</summary>
    public DateOnly Day => Office.IsDemo && AsOf is { } last ? ShanghaiTime.DateOf(last.CommittedAt) : Today;

    public bool ReadsAll => Me.Covers(District.Code, Caller.Readers);

    public bool MayDecide => Me.Covers(District.Code, Role.reviewer);

    /// <summary>Whether what is told of a unit (the district is one, by its code) is for the caller.</summary>
    public bool Reads(string unit) => ReadsAll || Me.Reads(District.Code, unit);

    /// <summary>Whether the caller speaks for a unit: reports its tasks, answers its 督办.</summary>
    public bool SpeaksFor(string unit) => Me.CoversUnit(District.Code, unit, Role.reporter);

    public string NameOf(string unit) => Catalog.OrgUnit(unit)?.Name ?? Catalog.District(unit)?.Name ?? unit;

    /// <param name="code">Of what is looked at; null: the one asked for in the address, or the first.</param>
    /// <returns>False where there is no such district for the caller.</returns>
    protected bool Enter(string? code = null)
    {
        Districts = [.. Catalog.Districts.Where(district => Me.Grants.Any(grant => Caller.Readers.Contains(grant.Role) && (grant.Covers(district.Code) || grant.District == district.Code)))];
        if (Districts.FirstOrDefault(district => (code ?? DistrictCode) is not { Length: > 0 } asked || district.Code == asked) is not { } found) return false;
        (District, AsOf) = (found, Office.Warehouse.Marts.LastLoad());
        return true;
    }

    /// <summary>A plan of a district that the caller sees, with one of its promises.</summary>
    protected (Plan Plan, Commitment Commitment)? Promise(string id) =>
        Catalog.Plans.SelectMany(plan => plan.Commitments.Select(commitment => (plan, commitment))).FirstOrDefault(one => one.commitment.Id == id) is { commitment: not null } found && Enter(found.plan.District) ? found : null;

    /// <summary>As plans and tables name it.</summary>
    public string NameOf(Commitment commitment) => commitment.Name ?? Catalog.Indicators.LastOrDefault(known => known.Id == commitment.Indicator)?.Name ?? commitment.Clause;

    /// <summary>Units that stand today and can be called up, by code.</summary>
    public IEnumerable<OrgUnit> UnitsToday => District.Units.Where(unit => unit.IsValidOn(Today) && unit.Kind is not (OrgUnitKind.district or OrgUnitKind.city or OrgUnitKind.village)).OrderBy(unit => unit.Code, StringComparer.Ordinal);
}
