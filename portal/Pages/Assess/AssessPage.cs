using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>What pages of the assessment have in common: the district and year in reach, and the boards of its schemes, worked out once for each load.</summary>
public abstract class AssessPage(Office office) : FiguresPage(office)
{
    const int MostBoards = 12;
    protected static readonly Role[] Roles = [Role.assessor, Role.leader, Role.reviewer];

    public IReadOnlyList<District> Districts => [.. InScope.Districts(Catalog, Me, Roles)];
    public District District { get; private protected set; } = null!;
    public int Year { get; private protected set; }
    public Load Load { get; private protected set; } = null!;

    /// <summary>Definitions as of the load.</summary>
    public Catalog Known { get; private protected set; } = null!;

    /// <summary>Whether somebody may freeze and suppose here; leaders and reviewers look on.</summary>
    public bool MayFreeze => Me.Covers(District.Code, Role.assessor);

    /// <summary>Whether the district asked for is in reach; what year and load are meant.</summary>
    private protected bool Choose()
    {
        if (InReach(Districts) is not { } district) return false;
        (District, Known) = (district, Catalog);
        Try(() =>
        {
            Load = Asked.AsOf(Ask(Assess.Verb, ("--as-of", AsOf)), Office.Warehouse);
            Known = Office.Warehouse.Definitions.AsOf(Load.LoadId);
            Year = Given(YearText) is { } given ? Asked.Year(given) : AlertReading.CurrentYear(Office.Warehouse.Marts, district.Code, Load);
        });
        return true;
    }

    private protected int? Through() => AskedReach.Through(Ask(Assess.Verb, ("--through", ThroughText)), Office.Warehouse.Marts, District.Code, Year, Load);

    private protected ScoreBoard BoardOf(Scheme scheme)
    {
        AskedReach.Check(Office.Warehouse.Marts, District.Code, Year, Load);
        var through = Through();
        return Kept.Judged((scheme.Id, scheme.Version, Year, through, Load.LoadId), MostBoards, () => Scorer.Of(ScoringReading.Input(Office.Warehouse.Marts, Known, scheme, Year, through, Load)));
    }

    /// <summary>A frozen run of a district in reach; null where there is none, and where it is somebody else's.</summary>
    private protected AssessmentRun? RunInReach(long run) =>
        Office.Warehouse.Marts.AssessmentRuns(null, long.MaxValue - 1).FirstOrDefault(one => one.Run == run && Me.Covers(one.District, Roles));
}
