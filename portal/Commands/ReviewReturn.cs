using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>审核退回: what of a submission waited goes back to its sender with the reason.</summary>
static class ReviewReturn
{
    public static Verb Verb { get; } = new("review return", "审核后退回", "send back what waits for a reason or a review")
    {
        Parameters = [Asked.Receipt],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var (submission, reason) = (Asked.Submission(request, warehouse), Deciding.Reason(request));
        var returned = ReviewSubmission.Return(warehouse, submission, reason, request.By, office.Now);
        office.CarryNotices();
        if (returned.Count == 0)
            return Answer.Refused("", request.Say($"{submission.Receipt} 没有等待说明或审核的表；已入库的用 void 作废。", $"Nothing of {submission.Receipt} waits for a reason or a review; what is loaded can be voided."));
        return request.Json ? Answer.Document(new { submission.Receipt, State = TableState.returned, Tables = returned.Count })
            : Answer.Done(request.Say($"已退回 {submission.Receipt}，{returned.Count} 张表。", $"Returned {submission.Receipt}: {returned.Count} table(s)."));
    }
}
