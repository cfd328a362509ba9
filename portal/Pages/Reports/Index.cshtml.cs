using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>报告: editions by report and period, their bytes as they were issued; drafts of what has none; when each comes.</summary>
[For(Role.reporter, Role.reviewer, Role.leader, Role.assessor)]
public sealed class ReportsModel(Office office) : FiguresPage(office)
{
    public const int MostRows = 200;

    [BindProperty(SupportsGet = true, Name = "report")] public string? ReportName { get; set; }
    [BindProperty(SupportsGet = true, Name = "period")] public string? PeriodText { get; set; }
    [BindProperty(SupportsGet = true, Name = "org")] public string? Org { get; set; }
    [BindProperty(Name = "release-at")] public string? ReleaseAt { get; set; }
    [BindProperty] public string? Reason { get; set; }

    internal EditionText Text { get; private set; } = null!;
    internal IReadOnlyList<Edition> Editions { get; private set; } = [];
    public int Left { get; private set; }
    internal IReadOnlyList<ReportSchedule> Schedule { get; private set; } = [];

    /// <summary>Districts of which somebody may take drafts: of their whole.</summary>
    public IReadOnlyList<District> Drafted => [.. InScope.Districts(Catalog, Me, Role.reviewer, Role.leader, Role.assessor)];

    /// <summary>Districts in which somebody issues by hand.</summary>
    public IReadOnlyList<District> Issued => [.. InScope.Districts(Catalog, Me, Role.reviewer)];

    public IActionResult OnGet() => Lay() ? Page() : NotFound();

    /// <summary>The kept bytes of one edition.</summary>
    public IActionResult OnGetFile(long id) => ReadableEditions.Find(EditionText.Of(Office), Me, id) is { } edition
        ? Download(Office.Warehouse.Archive.Read(edition.Sha256), edition.FileName) : NotFound();

    /// <summary>A draft marked 未签发, of what has no edition that may be seen; else the edition's own bytes.</summary>
    public IActionResult OnGetDraft()
    {
        if (InScope.District(Catalog, Me, DistrictCode, Role.reviewer, Role.leader, Role.assessor) is not { } district) return NotFound();
        if (Given(Org) is { } org && (InScope.Unit(Catalog, Me, org, Role.reviewer, Role.leader, Role.assessor) is not { } unit || unit.District != district.Code)) return NotFound();
        byte[]? bytes = null;
        string? name = null;
        if (!Try(() => (bytes, name) = KeptAnswers.InTurn(() => Draft(district)))) return Lay() ? Page() : NotFound();
        return Download(bytes!, name!);
    }

    /// <summary>签发, or a draft held for signatures; again after a correction.</summary>
    public IActionResult OnPostIssue()
    {
        if (InScope.District(Catalog, Me, DistrictCode, Role.reviewer) is not { } district) return NotFound();
        if (Given(Org) is { } org && (InScope.Unit(Catalog, Me, org, Role.reviewer) is not { } unit || unit.District != district.Code)) return NotFound();
        if (!Reporting.Reports.Report.All.Any(report => report.Name == ReportName)) return NotFound();
        if (!Act(EditionIssue.Verb, Reason, ("NAME", ReportName), ("--district", district.Code), ("--period", Given(PeriodText)), ("--org", Given(Org)), ("--release-at", Local(ReleaseAt)))) return Lay() ? Page() : NotFound();
        return Redirect(Addresses.Of("/reports", ("district", district.Code), ("report", ReportName)));
    }

    /// <summary>What a field of day and time sends, as the verb takes it.</summary>
    internal static string? Local(string? given) => Given(given)?.Replace('T', ' ');

    (byte[] Bytes, string Name) Draft(District district)
    {
        var request = Ask(Commands.Report.Verb, ("NAME", ReportName), ("--district", district.Code), ("--period", PeriodText), ("--org", Org), ("--as-of", AsOf));
        if (!Reporting.Reports.Report.All.Any(report => report.Name == ReportName)) throw new MisuseException("选一种报告。", "Choose a report.");
        var asOf = Asked.AsOf(request, Office.Warehouse);
        var key = AskedReport.Key(request, Office, asOf);
        if (Given(AsOf) is null && Office.Warehouse.Editions.Issued(key.Report.Name, key.District, key.Period, key.Unit) is { } issued && ReadableEditions.Find(EditionText.Of(Office), Me, issued.EditionId) is not null)
            return (Office.Warehouse.Archive.Read(issued.Sha256), issued.FileName);
        var bytes = key.Report.Render(new(Office.Warehouse, key.District, key.Period, asOf, Stamp: null, Office.IsDemo, key.Unit));
        return (bytes, $"{key.InWords(Catalog)} 未签发（批次 {asOf.LoadId}）.xlsx");
    }

    bool Lay()
    {
        if (Given(DistrictCode) is { } code && ReadDistricts.All(district => district.Code != code)) return false;
        Text = EditionText.Of(Office);
        int? year = int.TryParse(YearText, out var given) ? given : null;
        var all = ReadableEditions.Of(Text, Me).Where(edition => (Given(DistrictCode) is not { } district || edition.District == district) && (Given(ReportName) is not { } report || edition.Report == report)
            && (year is null || edition.PeriodStart.Year <= year && year <= edition.PeriodEnd.Year)).OrderByDescending(edition => edition.PeriodEnd).ThenBy(edition => edition.Unit is not null).ThenByDescending(edition => edition.EditionId).ToList();
        (Editions, Left) = ([.. all.Take(MostRows)], Math.Max(0, all.Count - MostRows));
        Schedule = ReportSchedule.Of(Catalog, Today);
        return true;
    }
}
