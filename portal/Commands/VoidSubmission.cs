using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>作废: one person asks with a coded reason, another carries it out by asking the same.</summary>
static class VoidSubmission
{
    public static Verb Verb { get; } = new("void", "作废一份报送（两人：先申请，另一人确认）", "void a submission: one person asks, another confirms")
    {
        Parameters =
        [
            Asked.Receipt,
            new("--code", ParameterKind.Text, "原因代码", "coded reason") { Required = true, Choices = Enum.GetNames<VoidCode>() },
        ],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var (submission, reason, code) = (Asked.Submission(request, warehouse), Deciding.Reason(request), request["--code"]!);
        office.EnterDefinitions();
        if (!warehouse.Submissions.TablesOf(submission.SubmissionId).Any(table => table.State is not (TableState.returned or TableState.withdrawn or TableState.voided or TableState.set_aside)))
            return Answer.Refused("", request.Say($"{submission.Receipt} 没有已入库或待办的表，无可作废。", $"Nothing of {submission.Receipt} is loaded or waits."));
        var asked = warehouse.Reviews.VoidRequestOf(submission.SubmissionId);
        if (asked is null)
        {
            warehouse.Reviews.RequestVoid(new(submission.SubmissionId, code, reason, request.By, office.Now));
            return request.Json ? Answer.Document(new { submission.Receipt, requested = true, code })
                : Answer.Done(request.Say($"已登记作废申请 {submission.Receipt}；要由另一人再办一次 void 才生效。", $"Asked to void {submission.Receipt}; another person must confirm it."));
        }
        if (asked.RequestedBy == request.By)
            return Answer.Refused("", request.Say($"作废申请是 {asked.RequestedBy} 提出的，要由另一人确认。", $"{asked.RequestedBy} asked for it; another person must confirm."));
        if (asked.Code != code)
            return Answer.Refused("", request.Say($"申请的原因代码是 {asked.Code}，与 {code} 不同；请与申请人核对。", $"It was asked for as '{asked.Code}', not '{code}'."));
        var taken = TakeBack.Run(warehouse, submission, TableState.voided, $"{code}：{asked.Reason}（申请 {asked.RequestedBy}）；{reason}（确认 {request.By}）", request.By, office.Now);
        office.CarryNotices();
        return request.Json ? Answer.Document(new { submission.Receipt, State = TableState.voided, Tables = taken.Count, asked.RequestedBy, ConfirmedBy = request.By })
            : Answer.Done(request.Say($"已作废 {submission.Receipt}；数值退回到上一份已入库的报表。", $"Voided {submission.Receipt}; its values fall back."));
    }
}
