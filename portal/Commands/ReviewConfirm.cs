using Reporting.Etl.Jobs;

namespace Reporting.Portal.Commands;

/// <summary>「12 格空白，是 0 吗？」 answered with yes; who means no sends the sheet again with its figures.</summary>
static class ReviewConfirm
{
    public static Verb Verb { get; } = new("review confirm", "答复“空白的格是 0 吗”：是", "say that the blanks that were asked about are 0")
    {
        Parameters = [Asked.Receipt],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        var (warehouse, submission) = (office.Warehouse, Deciding.Submission(request, office));
        var blank = ReviewSubmission.Blank(warehouse, submission);
        if (blank.Count == 0) return Answer.Refused("", request.Say($"{submission.Receipt} 没有问空白的格是不是 0。", $"Nothing of {submission.Receipt} asks whether blanks are 0."));
        var answer = ReviewSubmission.Explain(warehouse, submission, blank, "是", null, request.By, office.Limits, office.Now);
        return Deciding.CheckedAgain(request, office, answer);
    }
}
