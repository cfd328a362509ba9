using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Admin;

/// <summary>报表: every form and version of the districts, and one of them in words where it is asked for. Only shown; changed in the definitions.</summary>
[For(Role.admin)]
public sealed class FormsModel(Office office) : AdminPage(office)
{
    public IReadOnlyList<Form> Forms { get; private set; } = [];

    /// <summary>The one that is looked at; null: the list.</summary>
    public Form? Shown { get; private set; }

    public IActionResult OnGet(string? id, int? version)
    {
        Forms = [.. Catalog.Forms.Where(form => Me.Covers(form.District, Role.admin)).OrderBy(form => form.District, StringComparer.Ordinal).ThenBy(form => form.Id, StringComparer.Ordinal).ThenByDescending(form => form.Version)];
        Shown = Forms.FirstOrDefault(form => form.Id == id && (version is null || form.Version == version));
        return id is null || Shown is not null ? Page() : NotFound();
    }

    public string ElementName(FormLine line) => Catalog.Element(line.Element, Shown!.AppliesFrom)?.Name ?? line.Element;

    public string BreakdownName(FormLine line) => line.Breakdown == Breakdown.Total ? "" : Catalog.Breakdowns.FirstOrDefault(one => one.Id == line.Breakdown)?.Name ?? line.Breakdown;

    /// <summary>Who a role is today.</summary>
    public string Who(Obligation duty)
    {
        var units = Catalog.OrgUnits.Where(unit => unit.District == Shown!.District && unit.Role == duty.Role && unit.IsValidOn(Today)).ToList();
        return units.Count switch { 0 => duty.Role, <= 3 => string.Join("、", units.Select(unit => unit.Name)), _ => $"{units[0].Kind.InWords()} {units.Count} 家" };
    }
}
