using Reporting.Portal.Commands;
using Reporting.Warehouse;

namespace Reporting.Portal.Web;

/// <summary>The lights of a district as of a load and a day: judged once for all pages that show them.</summary>
static class KeptBoards
{
    const int MostBoards = 6;

    /// <param name="request">As the verb <c>alerts</c> is asked.</param>
    /// <exception cref="MisuseException">There are no lights: no plan of the year, or no figures.</exception>
    public static AlertBoard Board(this KeptAnswers kept, Office office, Request request)
    {
        var asOf = AskedAlerts.AsOf(request, office);
        return kept.Judged((request["--district"], request["--year"], request["--through"], asOf.LoadId, ShanghaiTime.DateOf(asOf.CommittedAt)), MostBoards, () => AlertsVerb.Board(request, office).Board);
    }
}
