using Reporting.Portal.Commands;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>What pages of lights have in common: the board of a district and year, worked out once for each load and day.</summary>
public abstract class BoardPage(Office office) : FiguresPage(office)
{
    private protected AlertBoard BoardOf(District district) =>
        Kept.Board(Office, Ask(AlertsVerb.Verb, ("--district", district.Code), ("--year", YearText), ("--through", ThroughText), ("--as-of", AsOf)));
}
