using Reporting.Etl.Answer;
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
        var (warehouse, submission) = (office.Warehouse, Deciding.Submission(request, office));
        if (ReviewSubmission.IsBy(warehouse, submission, request.By))
            return Answer.Refused("", request.Say($"{submission.Receipt} 是你报送的，要由另一人审核。", $"You sent {submission.Receipt}; another person must review it."));
        Acceptance review;
        try { review = ReviewSubmission.Accept(warehouse, submission, request.Reason, request.By, office.Limits, office.Now); }
        catch (LoadRefusedException refusal)
        {
            return Answer.Refused("", request.Say($"数据没有通过入库核对（{refusal.Check}），没有入库，仍在等待审核；请联系区级运维。", $"A check of the warehouse ({refusal.Check}) refused the data; it still waits for review."));
        }
        office.CarryNotices();
        if (review.Refused is { } refused)
            return Answer.Refused(request.Json ? AnswerJson.AsJson(refused) : AnswerText.InWords(refused),
                request.Say($"按库里现有的数重新核对，{submission.Receipt} 没有通过，没有入库；新的结论已发给报送单位。", $"Checked again by what is held now, {submission.Receipt} does not pass; nothing was loaded, and its sender has the new verdict."));
        var accepted = review.Accepted;
        if (accepted.Count == 0) return Answer.Refused("", request.Say($"{submission.Receipt} 没有等待审核的表。", $"Nothing of {submission.Receipt} waits for review."));
        return request.Json ? Answer.Document(new { submission.Receipt, State = TableState.loaded, Tables = accepted.Count, Load = warehouse.Marts.LastLoad()!.LoadId })
            : Answer.Done(request.Say($"已同意 {submission.Receipt}，{accepted.Count} 张表入库。{Met(warehouse, accepted)}", $"Accepted {submission.Receipt}: {accepted.Count} table(s) loaded."));
    }

    // What was frozen stands; whoever reviews knows that the sheet comes after it.
    static string Met(OpenWarehouse warehouse, IReadOnlyList<SubmissionTable> accepted) => string.Concat(accepted
        .Select(table => FrozenYears.Met(warehouse.Marts, table.District, table.OrgUnit, table.PeriodStart?.Year)).OfType<string>().Distinct().Select(met => $"\n注意：{met}。"));
}
