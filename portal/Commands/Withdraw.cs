using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>撤回: the sender takes a submission back; its values fall back to the last accepted sheet that states them.</summary>
static class Withdraw
{
    public static Verb Verb { get; } = new("withdraw", "撤回一份报送（审核、锁定以前）", "take back a submission, until it is reviewed or its period locked")
    {
        Parameters = [Asked.Receipt],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var submission = Asked.Submission(request, warehouse);
        var (receipt, reason) = (submission.Receipt, Deciding.Reason(request));
        office.EnterDefinitions();
        if (submission.ChannelUnit is null && !ReviewSubmission.IsOwn(submission, request.By))
            return Answer.Refused("", request.Say($"{receipt} 是 {submission.SentBy} 报送的，由本人撤回；要由区级取消的，用 void 作废。", $"{submission.SentBy} sent {receipt} and may take it back; the district voids it instead."));
        if (TakeBack.Barred(warehouse, submission, ShanghaiTime.DateOf(office.Now)) is { } barred) return Answer.Refused("", request.Say($"{receipt}：{barred.Zh}", $"{receipt}: {barred.En}"));
        var taken = TakeBack.Run(warehouse, submission, TableState.withdrawn, reason, request.By, office.Limits, office.Now);
        office.CarryNotices();
        if (taken.Count == 0) return Answer.Refused("", request.Say($"{receipt} 没有已入库或待办的表，无可撤回。", $"Nothing of {receipt} is loaded or waits; there is nothing to take back."));
        return request.Json
            ? Answer.Document(new { receipt, state = TableState.withdrawn, tables = taken.Count, load = warehouse.Marts.LastLoad()!.LoadId })
            : Answer.Done(request.Say($"已撤回 {receipt}；数值退回到上一份已入库的报表，没有的记为撤回。", $"Took back {receipt}; its values fall back to the last accepted sheet, or are marked withdrawn."));
    }
}
