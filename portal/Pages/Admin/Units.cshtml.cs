using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Admin;

/// <summary>单位: every version of every unit with who went on with it. Read from the definitions; changed there.</summary>
[For(Role.admin)]
public sealed class UnitsModel(Office office) : AdminPage(office)
{
    [BindProperty(SupportsGet = true, Name = "district")] public string? DistrictCode { get; set; }
    [BindProperty(SupportsGet = true)] public OrgUnitKind? Kind { get; set; }

    /// <summary>Those that stand no more, too.</summary>
    [BindProperty(SupportsGet = true)] public bool History { get; set; }

    public District? District { get; private set; }
    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];

    public IActionResult OnGet()
    {
        District = Districts.FirstOrDefault(district => string.IsNullOrEmpty(DistrictCode) || district.Code == DistrictCode);
        if (District is null) return string.IsNullOrEmpty(DistrictCode) ? Page() : NotFound();
        Units = [.. District.Units.Where(unit => (Kind is null || unit.Kind == Kind) && (History || unit.IsValidOn(Today) || unit.ValidFrom > Today)).OrderBy(unit => unit.Kind).ThenBy(unit => unit.Code, StringComparer.Ordinal).ThenBy(unit => unit.ValidFrom)];
        return Page();
    }

    /// <summary>Units that this one went on with.</summary>
    public IEnumerable<OrgUnit> Before(OrgUnit unit) => District!.Units.Where(old => old.ValidTo?.AddDays(1) == unit.ValidFrom && old.Successors.Any(heir => heir.Code == unit.Code));
}
