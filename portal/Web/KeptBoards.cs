using Reporting.Portal.Commands;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;

namespace Reporting.Portal.Web;

/// <summary>The lights of a district as of a load and a day: judged once for all pages that show them.</summary>
static class KeptBoards
{
    const int MostBoards = 6;

    /// <param name="request">As the verb <c>alerts</c> is asked; where it names no month, see <see cref="Ripe"/>.</param>
    /// <exception cref="MisuseException">There are no lights: no plan of the year, or no figures.</exception>
    public static AlertBoard Board(this KeptAnswers kept, Office office, Request request)
    {
        var asOf = AskedAlerts.AsOf(request, office);
        if (request["--through"] is null && request["--as-of"] is null && kept.Ripe(office, request, asOf) is { } ripe)
            request = request with { Values = new Dictionary<string, IReadOnlyList<string>>(request.Values) { ["--through"] = [$"{ripe}"] } };
        return kept.Judged((request["--district"], request["--year"], request["--through"], asOf.LoadId, ShanghaiTime.DateOf(asOf.CommittedAt)), MostBoards, () => AlertsVerb.Board(request, office).Board);
    }

    /// <summary>
    /// The last month that all who owe a sheet have reported, or had the time to: as soon as the first township has sent a new month, the
    /// lights of a district would else all turn grey. Null where it is the last that has come in, which is what is shown anyhow.
    /// </summary>
    static int? Ripe(this KeptAnswers kept, Office office, Request request, Load asOf)
    {
        if (request["--district"] is not { } district) return null;
        var marts = office.Warehouse.Marts;
        var year = request["--year"] is { } given ? Asked.Year(given) : AlertReading.CurrentYear(marts, district, asOf);
        var (last, month) = (AskedReach.Of(marts, district, year, asOf), 0);
        for (month = last; month > 1 && !IsRipe(new(year, month, 1)); month--) { }
        return month == last ? null : month;

        bool IsRipe(DateOnly start) => kept.Status(office, district, start, start).All(row => row.PastDue || row.State is "reported" or "nil");
    }
}
