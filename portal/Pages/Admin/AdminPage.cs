using Reporting.Portal.Accounts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Admin;

/// <summary>A page of 管理. Who administers one district sees that district; what is of no district is for those who administer all.</summary>
public abstract class AdminPage(Office office) : OfficePage(office)
{
    public IEnumerable<District> Districts => Catalog.Districts.Where(district => Me.Covers(district.Code, Role.admin));

    public string NameOf(string unit) => Catalog.OrgUnit(unit)?.Name ?? Catalog.District(unit)?.Name ?? unit;
}
