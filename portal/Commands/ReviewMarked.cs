using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;

namespace Reporting.Portal.Commands;

/// <summary>The marked workbook of a submission: as its sender gets it, or a copy for others, without what is the sender's own.</summary>
static class ReviewMarked
{
    public static Verb Verb { get; } = new("review marked", "取一份报送的标记工作簿；给别人看的去掉宏、外部链接、作者等", "the marked workbook of a submission, for its sender or for others")
    {
        Parameters =
        [
            Asked.Receipt,
            new("--for", ParameterKind.Text, "给谁：报送人，或别人（默认）", "for whom; others where none is given") { Choices = Enum.GetNames<Audience>() },
            new("--out", ParameterKind.OutPath, "写到哪个文件或文件夹", "file or folder to write it to") { Required = true, Shape = "FILE" },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var submission = Asked.Submission(request, office.Warehouse);
        var audience = request["--for"] is { } given ? Enum.Parse<Audience>(given) : Audience.others;
        var marked = MarkedAnswers.Of(office.Warehouse.Archive.Read(submission.Sha256), Standing.Of(office.Warehouse, submission), office.Limits, audience);
        if (marked is null) return Answer.Refused("", request.Say($"{submission.Receipt} 没有要标的，或不能标（读不了的文件、个人台账、长表 CSV）。", $"Nothing of {submission.Receipt} is to be marked, or it cannot be."));
        var name = $"{submission.Receipt} {Path.GetFileNameWithoutExtension(submission.FileName)}（审核）{marked.Extension}";
        var answer = request.Json ? Answer.Document(new { submission.Receipt, audience, file = name, left_out = marked.LeftOut })
            : Answer.Done(request.Say($"{submission.Receipt} 的标记工作簿{(marked.LeftOut.Count == 0 ? "" : $"，已去掉：{string.Join('、', marked.LeftOut)}")}。", $"The marked workbook of {submission.Receipt}."));
        return answer with { Files = [new(request["--out"]!, marked.Bytes) { Name = name }] };
    }
}
