using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;

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
        var warehouse = office.Warehouse;
        var submission = Asked.Submission(request, warehouse);
        office.EnterDefinitions();
        var blank = ReviewSubmission.Blank(warehouse, submission);
        if (blank.Count == 0) return Answer.Refused("", request.Say($"{submission.Receipt} 没有问空白的格是不是 0。", $"Nothing of {submission.Receipt} asks whether blanks are 0."));
        var answer = ReviewSubmission.Explain(warehouse, submission, blank, "是", null, request.By, office.Limits, office.Now);
        office.CarryNotices();
        var exit = answer.State is TableState.loaded or TableState.superseded or TableState.awaiting_review ? 0 : 3;
        return new Answer(exit, request.Json ? AnswerJson.AsJson(answer) : AnswerText.InWords(answer));
    }
}
