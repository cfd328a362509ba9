using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Which promises are in danger: the lights of a district's commitments, what moved, by whom it is short, and what is being done.</summary>
static class AlertsVerb
{
    public static Verb Verb { get; } = new("alerts", "亮灯：哪些承诺落后、比上月变了什么、差在哪些单位、谁签收、督办到哪一步", "lights: what is behind, what moved since last month, by whom, who answers for it")
    {
        Parameters =
        [
            Asked.DistrictOption, new("--year", ParameterKind.Text, "年份；不写为正在报数的一年", "year; the one that is being reported where none is given") { Shape = "YYYY" },
            AskedPlan.ThroughOption, AskedPlan.OrgOption, Asked.AsOfOption,
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var asOf = AskedAlerts.AsOf(request, office);
        var catalog = office.Warehouse.Definitions.AsOf(asOf.LoadId);
        var district = Asked.District(request, catalog);
        var unit = Asked.Unit(request, catalog, district.Code);
        var input = AskedAlerts.Input(request, office.Warehouse, catalog, district, asOf);
        var board = new AlertBoard(catalog, district, input, Alerts.Of(input), ShanghaiTime.DateOf(asOf.CommittedAt), asOf);
        return request.Json ? Answer.Document(AlertJson.Of(board, unit)) : Answer.Done(AlertText.Of(board, unit is null || unit.Code == district.Code ? null : unit));
    }
}

/// <summary>What is shown: the lights with what they were made of.</summary>
sealed record AlertBoard(Catalog Catalog, District District, AlertInput Input, IReadOnlyList<Alert> Alerts, DateOnly Day, Load AsOf)
{
    public IEnumerable<Alert> Of(string orgUnit) => Alerts.Where(alert => alert.Evaluation.OrgUnit == orgUnit);

    /// <summary>Of a department the district's lights that it leads or supports, as it speaks for the district; of anybody else its own.</summary>
    public IEnumerable<Alert> Of(OrgUnit unit) => unit.Kind != OrgUnitKind.department ? Of(unit.Code)
        : Of(District.Code).Where(alert => alert.Commitment.Departments.Contains(unit.Code) || alert.Commitment.Supporting?.Contains(unit.Code) == true);

    public string NameOf(string orgUnit) => Catalog.OrgUnit(orgUnit)?.Name ?? orgUnit;
    public string Through => $"{Input.Year:0000}-{Input.Months.Count:00}";
}

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
        int? through = request["--through"] is null ? null : Asked.Through(request, year, null);
        if (LightTable.Of(catalog, district.Code) is null)
            throw new MisuseException("这个时点还没有亮灯标准（定义文件的 lights）。", "No table of lights (lights in the definitions) was known then.");
        if (!catalog.Plans.Any(plan => plan.District == district.Code && plan.FirstYear <= year && year <= plan.LastYear))
            throw new MisuseException($"{district.Name}没有覆盖 {year} 年的规划，不亮灯。", $"No plan of {district.Code} covers {year}.");
        return AlertReading.Input(warehouse.Marts, catalog, district.Code, year, through, asOf);
    }

    /// <summary>The light of one commitment and unit now; of versions that are judged apart the worst.</summary>
    public static Alert? Of(Request request, Office office, Catalog catalog, string district, string commitment, string orgUnit) =>
        Alerts.Of(Input(request, office.Warehouse, catalog, catalog.District(district)!, AsOf(request, office)))
            .Where(alert => alert.Commitment.Id == commitment && alert.Evaluation.OrgUnit == orgUnit).MaxBy(alert => alert.Now.Light);
}
