using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>签收: somebody answers for a light until it worsens or goes out.</summary>
static class AlertsAcknowledge
{
    public static Verb Verb { get; } = new("alerts acknowledge", "签收一个亮着的灯：谁负责、什么原因；灯变坏即失效", "answer for a light: by whom and why; it ends when the light worsens")
    {
        Parameters =
        [
            AskedPlan.CommitmentNamed,
            AskedPlan.OrgOption,
            new("--owner", ParameterKind.Text, "责任人或责任部门", "who answers for it") { Required = true, Shape = "NAME" },
            new("--year", ParameterKind.Text, "年份；不写为正在报数的一年", "year; the one that is being reported where none is given") { Shape = "YYYY" },
            new("--through", ParameterKind.Text, "按截至哪个月的灯；不写为最近有数的一月", "by the lights at the end of which month; the latest with figures where none is given") { Shape = "MONTH" },
        ],
        Run = Run,
        IsHeavy = true,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var (warehouse, reason, owner) = (office.Warehouse, Deciding.Reason(request), OneLine.Of(request["--owner"]!).Trim());
        var catalog = warehouse.Definitions.Current;
        var (plan, commitment) = AskedPlan.Commitment(request["COMMITMENT"]!, catalog, catalog);
        var unit = Asked.Unit(request, catalog, plan.District);
        var (org, who) = (unit?.Code ?? plan.District, unit is null || unit.Code == plan.District ? "全区" : unit.Name);
        var alert = AskedAlerts.Of(request, office, catalog, plan.District, commitment.Id, org)
            ?? throw new MisuseException($"{who}没有 {commitment.Id} 的灯：不是这一年的承诺，或没有给它下达目标。", $"{org} has no light of {commitment.Id}.");
        Check(alert, who, owner);
        var acknowledgement = new Acknowledgement(commitment.Id, org, alert.Evaluation.Year!.Value, alert.Now.Month, alert.Now.Light, owner, reason, ShanghaiTime.DateOf(office.Now), request.By, 0);
        var load = warehouse.Supervisions.Acknowledge(acknowledgement, office.Now);
        return request.Json ? Answer.Document(Printed(acknowledgement, load)) : Answer.Done(request.Say(
            $"已签收：{who} {AlertText.Named(alert)} {alert.Now.Month} 月{alert.Now.Light.InWords()}灯，由 {owner} 负责（批次 {load.LoadId}）。灯变坏即失效。",
            $"Acknowledged: {commitment.Id} of {org}, {alert.Now.Light}, by {owner} (load {load.LoadId})."));
    }

    static object Printed(Acknowledgement one, Load load) => new
    {
        one.Commitment, Org = one.OrgUnit, one.Year, one.Through, one.Light, one.Owner, one.Reason, one.DecidedBy, Load = load.LoadId,
    };

    static void Check(Alert alert, string who, string owner)
    {
        var id = alert.Commitment.Id;
        if (alert.Now.Light == LightColour.green) throw new MisuseException($"{who}的 {id} 是绿灯，不用签收。", $"The light of {id} is green; there is nothing to acknowledge.");
        if (alert.Now.Light == LightColour.grey)
            throw new MisuseException($"{who}的 {id} 现在不能亮灯（{alert.Now.Reason}），没有可签收的。", $"{id} has no light now ({alert.Evaluation.State}); there is nothing to acknowledge.");
        if (alert.Acknowledged is { } before && alert.AcknowledgementEnded is null && before.Owner == owner)
            throw new MisuseException($"{who}的 {id} 已由 {owner} 在 {before.DecidedOn:yyyy-MM-dd} 签收，灯没有变坏，不用再签。",
                $"{id} was acknowledged by {owner} on {before.DecidedOn:yyyy-MM-dd}, and the light has not worsened.");
    }
}
