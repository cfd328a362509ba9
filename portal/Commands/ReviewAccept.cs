using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>审核同意: what of a submission waited for a review becomes figures.</summary>
static class ReviewAccept
{
    public static Verb Verb { get; } = new("review accept", "审核同意，入库", "accept what waits for review")
    {
        Parameters = [Asked.Receipt],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var submission = Asked.Submission(request, warehouse);
        office.EnterDefinitions();
        IReadOnlyList<SubmissionTable> accepted;
        try { accepted = ReviewSubmission.Accept(warehouse, submission, request.Reason, request.By, office.Now); }
        catch (LoadRefusedException refusal)
        {
            return Answer.Refused("", request.Say($"数据没有通过入库核对（{refusal.Check}），没有入库，仍在等待审核；请联系区级运维。", $"A check of the warehouse ({refusal.Check}) refused the data; it still waits for review."));
        }
        office.CarryNotices();
        if (accepted.Count == 0) return Answer.Refused("", request.Say($"{submission.Receipt} 没有等待审核的表。", $"Nothing of {submission.Receipt} waits for review."));
        return request.Json ? Answer.Document(new { submission.Receipt, State = TableState.loaded, Tables = accepted.Count, Load = warehouse.Marts.LastLoad()!.LoadId })
            : Answer.Done(request.Say($"已同意 {submission.Receipt}，{accepted.Count} 张表入库。", $"Accepted {submission.Receipt}: {accepted.Count} table(s) loaded."));
    }
}
