using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>撤回: the sender takes a submission back; its values fall back to the last accepted sheet that states them.</summary>
static class Withdraw
{
    public static Verb Verb { get; } = new("withdraw", "撤回一份已入库的报送", "take back a loaded submission")
    {
        Parameters = [new("RECEIPT", ParameterKind.Text, "回执号", "receipt number") { Required = true }],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var receipt = request["RECEIPT"]!;
        var submission = warehouse.Submissions.Find(receipt)
            ?? throw new MisuseException($"没有回执号 {receipt}；回执号写在答复里，形如 310151-20220309-000123。", $"There is no receipt {receipt}; it stands in the answer, such as 310151-20220309-000123.");
        var reason = Deciding.Reason(request);
        office.EnterDefinitions();
        var taken = TakeBack.Run(warehouse, submission, TableState.withdrawn, reason, request.By, office.Now);
        office.CarryNotices();
        if (taken.Count == 0) return Answer.Refused("", request.Say($"{receipt} 没有已入库的表，无可撤回。", $"Nothing of {receipt} is loaded; there is nothing to take back."));
        return request.Json
            ? Answer.Document(new { receipt, state = TableState.withdrawn, tables = taken.Count, load = warehouse.Marts.LastLoad()!.LoadId })
            : Answer.Done(request.Say($"已撤回 {receipt}；数值退回到上一份已入库的报表，没有的记为撤回。", $"Took back {receipt}; its values fall back to the last accepted sheet, or are marked withdrawn."));
    }
}
