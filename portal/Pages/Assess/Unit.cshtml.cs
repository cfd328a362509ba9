using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>The score of one unit rule by rule, as of a load or as it was frozen; each rule leads to how its commitment was judged.</summary>
[For(Role.assessor, Role.leader, Role.reviewer)]
public sealed class AssessUnitModel(Office office) : AssessPage(office)
{
    const int MostSent = 2_000;

    ILookup<(string, DateOnly), SubmissionRow> sent = Array.Empty<SubmissionRow>().ToLookup(_ => ("", default(DateOnly)));

    [BindProperty(SupportsGet = true, Name = "scheme")] public string? SchemeId { get; set; }
    [BindProperty(SupportsGet = true, Name = "org")] public string? Org { get; set; }
    [BindProperty(SupportsGet = true, Name = "run")] public long? Run { get; set; }
    public Scheme? Scheme { get; private set; }
    public ScoreBoard? Board { get; private set; }
    public ScoredUnit? Scored { get; private set; }

    /// <summary>The sheets for which points are taken off, as of the same load.</summary>
    public IReadOnlyList<CountedSheet> Blemishes { get; private set; } = [];

    public IActionResult OnGet() => (Run is { } run ? Frozen(run) : Live()) ? Page() : NotFound();

    bool Live()
    {
        if (!Choose() || DistrictCode is null) return false;
        if (Wrong is not null) return true;
        if ((Scheme = RunReading.Schemes(Known, District.Code, Year).FirstOrDefault(scheme => scheme.Id == SchemeId)) is null) return false;
        if (!Try(() => Board = BoardOf(Scheme))) return true;
        return Find();
    }

    bool Frozen(long number)
    {
        if (RunInReach(number) is not { } run) return false;
        (District, Year, AsOf) = (Catalog.District(run.District)!, run.Year, $"{run.AsOfLoad}");
        Known = Office.Warehouse.Definitions.AsOf(run.AsOfLoad);
        Load = Office.Warehouse.Marts.LoadById(run.AsOfLoad)!;
        Board = Commands.AskedRun.Stored(run, Office.Warehouse).Boards.FirstOrDefault(board => board.Scheme == SchemeId);
        Scheme = Known.Schemes.FirstOrDefault(scheme => scheme.Id == Board?.Scheme && scheme.Version == Board.SchemeVersion);
        return Board is not null && Scheme is not null && Find();
    }

    bool Find()
    {
        if ((Scored = Board!.Units.FirstOrDefault(unit => unit.OrgUnit == Org)) is not { } unit) return false;
        sent = Office.Warehouse.Submissions.Sheets([unit.OrgUnit], null, MostSent, null, new(Year, 1, 1), new(Year, 12, 31))
            .Where(row => row.OrgUnit == unit.OrgUnit && row is { Form: not null, PeriodStart: not null } && row.ReceivedAt <= Load.CommittedAt).ToLookup(row => (row.Form!, row.PeriodStart!.Value));
        Blemishes = ScoringReading.Blemishes(Office.Warehouse.Marts, District.Code, unit.OrgUnit, new(Year, 1, 1), Period.Month(Year, int.Parse(Board.Through.AsSpan(5), CultureInfo.InvariantCulture)).End, Load);
        return true;
    }

    /// <summary>What came of one sheet by the load, the earliest first.</summary>
    public IEnumerable<SubmissionRow> SentFor(UnitPeriodStatus sheet) => sent[(sheet.Form, sheet.PeriodStart)].OrderBy(row => row.SubmissionId);

    public string FormName(UnitPeriodStatus sheet) => (Known.Form(sheet.Form, sheet.PeriodStart) ?? Known.Forms.LastOrDefault(form => form.Id == sheet.Form))?.Name ?? sheet.Form;

    public string PeriodName(UnitPeriodStatus sheet) => Known.Form(sheet.Form, sheet.PeriodStart) is { Period: not PeriodKind.plan } form ? Period.Of(form.Period, sheet.PeriodStart).InWords() : $"{sheet.PeriodStart:yyyy}年起";

    public bool MayOpen(string unit) => Me.CoversUnit(District.Code, unit, Role.reviewer);
}
