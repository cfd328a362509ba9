using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>
/// 作废: one person asks with a coded reason, another carries it out by asking the same. Who asked may ask again with another code, and either
/// may drop the request.
/// </summary>
static class VoidSubmission
{
    public static Verb Verb { get; } = new("void", "作废一份报送（两人：先申请，另一人确认）", "void a submission: one person asks, another confirms")
    {
        Parameters =
        [
            Asked.Receipt,
            new("--code", ParameterKind.Text, "原因代码", "coded reason") { Choices = Enum.GetNames<VoidCode>() },
            new("--cancel", ParameterKind.Flag, "取消已登记的作废申请", "drop the request that was made"),
        ],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var (submission, reason, isDropped) = (Asked.Submission(request, warehouse), Deciding.Reason(request), request.Has("--cancel"));
        if (isDropped != request["--code"] is null) throw new MisuseException("作废要写明原因代码 --code；取消申请只写 --cancel。", "Give --code to void, or only --cancel to drop a request.");
        office.EnterDefinitions();
        if (isDropped) return Drop(request, office, submission, reason);
        if (!warehouse.Submissions.TablesOf(submission.SubmissionId).Any(table => table.State is not (TableState.returned or TableState.withdrawn or TableState.voided or TableState.set_aside)))
            return Answer.Refused("", request.Say($"{submission.Receipt} 没有已入库或待办的表，无可作废。", $"Nothing of {submission.Receipt} is loaded or waits."));
        var (asked, code) = (warehouse.Reviews.VoidRequestOf(submission.SubmissionId), request["--code"]!);
        if (asked is null || Login.AreSame(asked.RequestedBy, request.By) && asked.Code != code)
        {
            warehouse.Reviews.RequestVoid(new(submission.SubmissionId, code, reason, request.By, office.Now));
            return request.Json ? Answer.Document(new { submission.Receipt, requested = true, code, replaces = asked?.Code })
                : Answer.Done(request.Say($"已登记作废申请 {submission.Receipt}{(asked is null ? "" : $"，代码由 {asked.Code} 改为 {code}")}；要由另一人再办一次 void 才生效。", $"Asked to void {submission.Receipt}; another person must confirm it."));
        }
        if (Login.AreSame(asked.RequestedBy, request.By))
            return Answer.Refused("", request.Say($"作废申请是 {asked.RequestedBy} 提出的，要由另一人确认。", $"{asked.RequestedBy} asked for it; another person must confirm."));
        if (asked.Code != code)
            return Answer.Refused("", request.Say($"申请的原因代码是 {asked.Code}，与 {code} 不同；请与申请人核对，由申请人改代码重新申请，或用 --cancel 取消。", $"It was asked for as '{asked.Code}', not '{code}'; who asked may ask again, or --cancel it."));
        var taken = TakeBack.Run(warehouse, submission, TableState.voided, $"{code}：{asked.Reason}（申请 {asked.RequestedBy}）；{reason}（确认 {request.By}）", request.By, office.Limits, office.Now);
        office.CarryNotices();
        return request.Json ? Answer.Document(new { submission.Receipt, State = TableState.voided, Tables = taken.Count, asked.RequestedBy, ConfirmedBy = request.By })
            : Answer.Done(request.Say($"已作废 {submission.Receipt}；数值退回到上一份已入库的报表。", $"Voided {submission.Receipt}; its values fall back."));
    }

    static Answer Drop(Request request, Office office, Submission submission, string reason)
    {
        if (office.Warehouse.Reviews.VoidRequestOf(submission.SubmissionId) is not { } asked)
            return Answer.Refused("", request.Say($"{submission.Receipt} 没有登记的作废申请。", $"Nobody has asked to void {submission.Receipt}."));
        office.Warehouse.Reviews.RequestVoid(new(submission.SubmissionId, VoidRequest.Dropped, reason, request.By, office.Now));
        return request.Json ? Answer.Document(new { submission.Receipt, requested = false, asked.Code, asked.RequestedBy })
            : Answer.Done(request.Say($"已取消 {submission.Receipt} 的作废申请（{asked.Code}，{asked.RequestedBy} 提出）。", $"Dropped the request to void {submission.Receipt}."));
    }
}
