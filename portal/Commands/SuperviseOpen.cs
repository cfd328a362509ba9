using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Opens a 督办单: what a unit is to put right, and by when.</summary>
static class SuperviseOpen
{
    public static Verb Verb { get; } = new("supervise open", "开督办单：要哪个单位在什么期限前办什么", "demand of a unit what is to be put right, and by when")
    {
        Parameters =
        [
            Asked.DistrictOption,
            new("--org", ParameterKind.Text, "被督办的单位，代码或名称", "the unit, by code or name") { Required = true, Shape = "CODE" },
            new("--commitment", ParameterKind.Text, "关于哪项承诺；不写为其他事项", "the commitment it is about") { Shape = "ID" },
            new("--demand", ParameterKind.Text, "要求", "what is demanded") { Required = true, Shape = "TEXT" },
            new("--deadline", ParameterKind.Text, "期限（含当天）", "last day for it") { Required = true, Shape = "YYYY-MM-DD" },
        ],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var (warehouse, catalog, today) = (office.Warehouse, office.Warehouse.Definitions.Current, ShanghaiTime.DateOf(office.Now));
        var unit = Unit(request, catalog, today);
        var alert = Alert(request, office, catalog, unit);
        var (demand, deadline) = (OneLine.Of(request["--demand"]!).Trim(), Deciding.Day(request, "--deadline", today));
        if (deadline < today) throw new MisuseException($"期限 {deadline:yyyy-MM-dd} 已经过了，写今天或以后的一天。", $"The deadline {deadline:yyyy-MM-dd} has passed; name today or a later day.");
        var commitment = request["--commitment"];
        var light = alert is { IsLit: true } ? alert.Now.Light.InWords() : null;
        var asked = new SupervisionOrder(0, unit.District, unit.Code, commitment, demand, deadline, today, light, request.By, request.Reason ?? "", 0);
        var (order, load) = warehouse.Supervisions.Open(asked, office.Now, () => NotTwice(warehouse, asked));
        return request.Json ? Answer.Document(SupervisionJson.Of(new(order, []), today))
            : Answer.Done(request.Say($"已开督办 {order.Number} 号：{unit.Name}，期限 {deadline:yyyy-MM-dd}{(light is null ? "" : $"，现为{light}灯")}（批次 {load.LoadId}）。", $"Opened demand {order.Number} of {unit.Code}, due {deadline:yyyy-MM-dd} (load {load.LoadId})."));
    }

    static void NotTwice(OpenWarehouse warehouse, SupervisionOrder asked)
    {
        if (warehouse.Marts.Supervisions(asked.District, warehouse.Marts.LastLoad()!.LoadId)
            .FirstOrDefault(one => !one.IsClosed && (one.Order.OrgUnit, one.Order.Commitment, one.Order.Demand) == (asked.OrgUnit, asked.Commitment, asked.Demand)) is { } same)
            throw new MisuseException($"同样的督办已经开过：{same.Order.Number} 号，{same.State.InWords()}；没有重复开单。", $"The same demand stands already: {same.Order.Number}; nothing was written.");
    }

    static OrgUnit Unit(Request request, Catalog catalog, DateOnly today)
    {
        var district = request["--district"] is null ? null : Asked.District(request, catalog).Code;
        var unit = Asked.Unit(request, catalog, district)!;
        if (unit.Kind is OrgUnitKind.district or OrgUnitKind.city) throw new MisuseException($"督办开给区内的单位或部门，不能开给{unit.Name}。", $"A demand is made of a unit or department of the district, not of {unit.Code}.");
        return unit.IsValidOn(today) ? unit : throw new MisuseException($"{unit.Name}现在不存在（已撤并，或尚未设立），请开给承继它的单位。", $"{unit.Code} does not exist today; name the unit that went on with it.");
    }

    // A unit without a light of its own is called up under the district's.
    static Alert? Alert(Request request, Office office, Catalog catalog, OrgUnit unit)
    {
        if (request["--commitment"] is not { } given) return null;
        var (plan, commitment) = AskedPlan.Commitment(given, catalog, catalog);
        if (plan.District != unit.District) throw new MisuseException($"承诺 {commitment.Id} 是 {plan.District} 的，{unit.Name}不在那个区。", $"The commitment {commitment.Id} is of {plan.District}; {unit.Code} is not.");
        var (marts, asOf) = (office.Warehouse.Marts, AskedAlerts.AsOf(request, office));
        var year = AlertReading.CurrentYear(marts, plan.District, asOf);
        if (year < plan.FirstYear || year > plan.LastYear || LightTable.Of(catalog, plan.District) is null) return null;
        var lights = Alerts.Of(AlertReading.Input(marts, catalog, plan.District, year, null, asOf)).Where(alert => alert.Commitment.Id == commitment.Id).ToList();
        return lights.Where(alert => alert.Evaluation.OrgUnit == unit.Code).MaxBy(alert => alert.Now.Light) ?? lights.Where(alert => alert.Evaluation.OrgUnit == plan.District).MaxBy(alert => alert.Now.Light);
    }
}
