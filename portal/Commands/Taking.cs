using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>Files that a person sends, by command, page or API: taken, settled and answered.</summary>
static class Taking
{
    /// <returns>For each file, in order, its answer.</returns>
    public static IReadOnlyList<AnswerContent> Run(Office office, IReadOnlyList<ArrivedFile> files, string by, Answers? named) => Answered(office, Take(office, files, named), by);

    /// <summary>Waits for nobody who settles: the bytes are synced and have their receipts when it returns.</summary>
    public static IReadOnlyList<Submission> Take(Office office, IReadOnlyList<ArrivedFile> files, Answers? named)
    {
        office.EnterDefinitions();
        return [.. TakeFiles.Run(office.Warehouse, files, office.Now, named).Select(one => one.Submission)];
    }

    /// <summary>Whose turn it is settles all that is there in one go, so of many who send at once most find theirs settled already.</summary>
    public static IReadOnlyList<AnswerContent> Answered(Office office, IReadOnlyList<Submission> taken, string by)
    {
        var warehouse = office.Warehouse;
        var settled = SettleSubmissions.Unsettled(warehouse, office.Now, by, office.Limits).ToDictionary(answer => answer.Submission.SubmissionId);
        if (settled.Count > 0) office.CarryNotices();
        return [.. taken.Select(one => settled.TryGetValue(one.SubmissionId, out var answer) ? answer : Standing.Of(warehouse, one))];
    }
}
