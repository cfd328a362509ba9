using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>数据认证: a named person of a unit vouches for its year. A unit sees itself; the district sees all.</summary>
[For(Role.reporter, Role.reviewer, Role.assessor, Role.leader)]
public sealed class CertifyModel(Office office) : FiguresPage(office)
{
    /// <summary>Who enters it: the unit itself, or the reviewer who holds its signed paper.</summary>
    static readonly Role[] Entering = [Role.reporter, Role.reviewer];

    [BindProperty(SupportsGet = true, Name = "org")] public string? Org { get; set; }
    [BindProperty] public string? Person { get; set; }
    [BindProperty] public string? Reason { get; set; }
    public District District { get; private set; } = null!;
    public int Year { get; private set; }
    public IReadOnlyList<CertifiedUnit> Units { get; private set; } = [];

    public bool MayEnter(string unit) => Me.CoversUnit(District.Code, unit, Entering);

    public IActionResult OnGet() => Lay() ? Page() : NotFound();

    public IActionResult OnPostCertify() => Enter(unit => Act(AssessCertify.Verb, null, ("--org", unit), ("--year", $"{Year}"), ("--person", Given(Person) ?? " ")));

    public IActionResult OnPostUncertify() => Enter(unit => Act(AssessUncertify.Verb, Reason, ("--org", unit), ("--year", $"{Year}")));

    IActionResult Enter(Func<string, bool> act)
    {
        if (!Lay() || Given(Org) is not { } unit || Units.All(one => one.OrgUnit != unit) || !MayEnter(unit)) return NotFound();
        return act(unit) ? Redirect(Addresses.Of("/assess/certify", ("district", District.Code), ("year", $"{Year}"))) : Page();
    }

    bool Lay()
    {
        if (InReach(ReadDistricts) is not { } district) return false;
        District = district;
        var marts = Office.Warehouse.Marts;
        Try(() =>
        {
            var asOf = Asked.AsOf(Ask(Lineage.Verb), Office.Warehouse);
            Year = Given(YearText) is { } given ? Asked.Year(given) : AlertReading.CurrentYear(marts, district.Code, asOf);
            Units = [.. RunReading.Certified(marts, Office.Warehouse.Definitions, district.Code, AssessmentReading.OfYear(marts, district.Code, Year, null, asOf), asOf, asOf.LoadId).Where(unit => Me.Reads(district.Code, unit.OrgUnit))];
        });
        return true;
    }
}
