using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Lights as verbs ask for them.</summary>
static class AskedAlerts
{
    /// <summary>
    /// What was known at the load asked for, on its day; without <c>--as-of</c> what is known now, today: a deadline passes though nothing is loaded.
    /// A demo's last day stays today for it.
    /// </summary>
    public static Load AsOf(Request request, Office office) => Asked.AsOf(request, office.Warehouse) is var load && request["--as-of"] is null && !office.IsDemo ? load with { CommittedAt = office.Now } : load;

    public static AlertInput Input(Request request, OpenWarehouse warehouse, Catalog catalog, District district, Load asOf)
    {
        var year = request["--year"] is { } given ? Asked.Year(given) : AlertReading.CurrentYear(warehouse.Marts, district.Code, asOf);
        var through = AskedReach.Through(request, warehouse.Marts, district.Code, year, asOf);
        if (LightTable.Of(catalog, district.Code) is null)
            throw new MisuseException("这个时点还没有亮灯标准（定义文件的 lights）。", "No table of lights (lights in the definitions) was known then.");
        if (!catalog.PlansOf(district.Code, year).Any())
            throw new MisuseException($"{district.Name}没有覆盖 {year} 年的规划，不亮灯。", $"No plan of {district.Code} covers {year}.");
        return AlertReading.Input(warehouse.Marts, catalog, district.Code, year, through, asOf);
    }

    /// <summary>The light of one commitment and unit now; of versions that are judged apart the worst.</summary>
    public static Alert? Of(Request request, Office office, Catalog catalog, string district, string commitment, string orgUnit) =>
        Alerts.Of(Input(request, office.Warehouse, catalog, catalog.District(district)!, AsOf(request, office)))
            .Where(alert => alert.Commitment.Id == commitment && alert.Evaluation.OrgUnit == orgUnit).MaxBy(alert => alert.Now.Light);
}
