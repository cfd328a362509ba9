using Reporting.Portal.Commands;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>What pages of lights have in common: the board of a district and year, worked out once for each load and day.</summary>
public abstract class BoardPage(Office office, object kept) : FiguresPage(office)
{
    const int MostBoards = 6;

    private protected AlertBoard BoardOf(District district)
    {
        var request = Ask(AlertsVerb.Verb, ("--district", district.Code), ("--year", YearText), ("--through", ThroughText), ("--as-of", AsOf));
        var asOf = AskedAlerts.AsOf(request, Office);
        return ((KeptAnswers)kept).Of((district.Code, Given(YearText), Given(ThroughText), asOf.LoadId, ShanghaiTime.DateOf(asOf.CommittedAt)), MostBoards, () => AlertsVerb.Board(request, Office).Board);
    }
}
