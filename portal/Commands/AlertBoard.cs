using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>What is shown: the lights with what they were made of.</summary>
sealed record AlertBoard(Catalog Catalog, District District, AlertInput Input, IReadOnlyList<Alert> Alerts, DateOnly Day, Load AsOf)
{
    /// <summary>Where the shown unit's commitments will land, by commitment; none of a year that is over.</summary>
    public IReadOnlyDictionary<string, Landed> Landings { get; init; } = new Dictionary<string, Landed>();

    public Landed? LandedOf(Alert alert) => Landings.GetValueOrDefault(alert.Commitment.Id) is { } landed && landed.OrgUnit == alert.Evaluation.OrgUnit ? landed : null;

    public IEnumerable<Alert> Of(string orgUnit) => Alerts.Where(alert => alert.Evaluation.OrgUnit == orgUnit);

    /// <summary>Of a department the district's lights that it leads or supports, as it speaks for the district; of anybody else its own.</summary>
    public IEnumerable<Alert> Of(OrgUnit unit) => unit.Kind != OrgUnitKind.department ? Of(unit.Code)
        : Of(District.Code).Where(alert => alert.Commitment.Departments.Contains(unit.Code) || alert.Commitment.Supporting?.Contains(unit.Code) == true);

    public string NameOf(string orgUnit) => Catalog.OrgUnit(orgUnit)?.Name ?? orgUnit;
    public string Through => $"{Input.Year:0000}-{Input.Months.Count:00}";
}
