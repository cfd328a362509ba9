using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>Files that a person sends, by command, page or API: taken, settled and answered.</summary>
static class Taking
{
    /// <summary>
    /// Taking waits for nobody: the bytes are synced and have their receipt before it is anybody's turn to settle. Whose turn it is settles
    /// all that is there in one go, so of many who send at once most find theirs settled already.
    /// </summary>
    /// <returns>For each file, in order, its answer.</returns>
    public static IReadOnlyList<AnswerContent> Run(Office office, IReadOnlyList<ArrivedFile> files, string by, Answers? named)
    {
        office.EnterDefinitions();
        var (warehouse, now) = (office.Warehouse, office.Now);
        var taken = TakeFiles.Run(warehouse, files, now, named);
        var settled = SettleSubmissions.Unsettled(warehouse, now, by, office.Limits).ToDictionary(answer => answer.Submission.SubmissionId);
        if (settled.Count > 0) office.CarryNotices();
        return [.. taken.Select(one => settled.TryGetValue(one.Submission.SubmissionId, out var answer) ? answer : Standing.Of(warehouse, one.Submission))];
    }
}
