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
            Asked.DistrictOption, new("--year", ParameterKind.Text, "年份；不写为最近有数的一年", "year; the last one with figures where none is given") { Shape = "YYYY" },
            AskedPlan.ThroughOption, AskedPlan.OrgOption, Asked.AsOfOption,
        ],
        Run = Run,
        IsHeavy = true,
    };

    static Answer Run(Request request, Office office)
    {
        var (board, unit) = Board(request, office);
        return request.Json ? Answer.Document(AlertJson.Of(board, unit)) : Answer.Done(AlertText.Of(board, unit));
    }

    /// <summary>What is asked for, of the unit that is named; of the district and all its units where none is.</summary>
    /// <exception cref="MisuseException">No plan, no lights or no figures for it.</exception>
    public static (AlertBoard Board, OrgUnit? Unit) Board(Request request, Office office)
    {
        var asOf = AskedAlerts.AsOf(request, office);
        var catalog = office.Warehouse.Definitions.AsOf(asOf.LoadId);
        var district = Asked.District(request, catalog);
        // Who names the district asks for it and its units, as without a name.
        var unit = Asked.Unit(request, catalog, district.Code) is { } named && named.Code != district.Code ? named : null;
        var input = AskedAlerts.Input(request, office.Warehouse, catalog, district, asOf);
        var board = new AlertBoard(catalog, district, input, Alerts.Of(input), ShanghaiTime.DateOf(asOf.CommittedAt), asOf)
        {
            Landings = AlertReading.Landings(office.Warehouse.Marts, catalog, district.Code, unit is null or { Kind: OrgUnitKind.department } ? district.Code : unit.Code, input.Year, input.Months.Count, asOf),
        };
        return (board, unit);
    }
}
