using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>The score of one unit rule by rule, as of a load or as it was frozen; each rule leads to how its commitment was judged.</summary>
[For(Role.assessor, Role.leader, Role.reviewer)]
public sealed class AssessUnitModel(Office office) : AssessPage(office)
{
    [BindProperty(SupportsGet = true, Name = "scheme")] public string? SchemeId { get; set; }
    [BindProperty(SupportsGet = true, Name = "org")] public string? Org { get; set; }
    [BindProperty(SupportsGet = true, Name = "run")] public long? Run { get; set; }
    public Scheme? Scheme { get; private set; }
    public ScoreBoard? Board { get; private set; }
    public ScoredUnit? Scored { get; private set; }

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

    bool Find() => (Scored = Board!.Units.FirstOrDefault(unit => unit.OrgUnit == Org)) is not null;
}
