using System.Globalization;
using System.Text;
using Reporting.Etl.Answer;
using Reporting.Etl.Arrivals;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>
/// The relay: carries notices out of the warehouse — answers into the folder, all of them into the other store — and marks them last,
/// so that it may be interrupted anywhere and simply runs again.
/// </summary>
public static class CarryNotices
{
    /// <param name="copy">Copies notices into the other store, all or none; a key already there changes nothing.</param>
    public static int Run(OpenWarehouse warehouse, Action<IReadOnlyList<Notice>> copy, DateTime now, ReadLimits? limits = null)
    {
        // A job and a verb may both have something to carry; side by side they would take each other's drafts away.
        lock (warehouse.Carrying) return Carry(warehouse, copy, now, limits ?? new());
    }

    static int Carry(OpenWarehouse warehouse, Action<IReadOnlyList<Notice>> copy, DateTime now, ReadLimits limits)
    {
        var waiting = warehouse.Outbox.Waiting();
        if (waiting.Count == 0) return 0;
        var remarks = waiting.Select(notice => WriteAnswer(warehouse, notice, limits)).OfType<Notice>().ToList();
        // A notice that is marked is never carried again, so by then its answer must be on the disk.
        DiskSync.Barrier(warehouse.Data.Answers);
        copy([.. waiting, .. remarks]);
        Durable.Passed(DurableStep.notice_copied);
        warehouse.Outbox.Mark(waiting, now);
        Durable.Passed(DurableStep.notice_marked);
        return waiting.Count;
    }

    // A remark for the district, where something of the answer could not be made.
    static Notice? WriteAnswer(OpenWarehouse warehouse, Notice notice, ReadLimits limits)
    {
        var folder = Path.Combine(warehouse.Data.Answers, notice.OrgUnit ?? (IsForDistrict(notice) ? notice.District : null) ?? "未识别单位");
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Verdicts.Files(notice))
        {
            var isText = name.EndsWith(".txt", StringComparison.Ordinal);
            // With a byte-order mark: the clerk's Notepad must not guess.
            var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: isText);
            Lay(warehouse.Data, folder, name, [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ReplaceLineEndings(isText ? "\r\n" : "\n"))], notice);
        }
        var remark = Verdicts.MarkedReceiptOf(notice) is { } receipt && warehouse.Submissions.Find(receipt) is { } submission ? WriteMarked(warehouse, notice, submission, folder, limits) : null;
        Durable.Passed(DurableStep.answer_written);
        return remark;
    }

    // To the leader or the reviewers of a district as a whole: it lies in the district's own folder.
    static bool IsForDistrict(Notice notice) => notice.Kind is ReminderNotices.LeaderKind or CloseNotices.DistrictKind;

    static Notice? WriteMarked(OpenWarehouse warehouse, Notice notice, Submission submission, string folder, ReadLimits limits)
    {
        MarkedFile? marked;
        using var underWay = new FilesUnderWay(warehouse.Data, "mark");
        if (underWay.IsSetAside(submission.Sha256)) return Announcements.OfNotMarked(notice, submission, new InvalidOperationException("系统三次在标记这份文件时中断"));
        underWay.Begin(submission.Sha256);
        try { marked = MarkedAnswers.Of(warehouse, submission, limits); }
        // The words of the answer say all of it; that they reach the sender must not hang on a file that this program cannot mark.
        catch (Exception unforeseen) when (unforeseen is not OutOfMemoryException) { return Announcements.OfNotMarked(notice, submission, unforeseen); }
        if (marked is not null) Lay(warehouse.Data, folder, Verdicts.WorkbookName(notice, marked.Extension), marked.Bytes, notice);
        return null;
    }

    static void Lay(DataFolder data, string folder, string name, byte[] bytes, Notice notice)
    {
        Write(folder, name, bytes, notice);
        foreach (var place in ReturnedAnswers.Places(data, notice.OrgUnit)) Write(place, name, bytes, notice);
    }

    static void Write(string folder, string name, byte[] bytes, Notice notice)
    {
        var draft = Path.Combine(folder, $".{notice.SubmissionId?.ToString(CultureInfo.InvariantCulture) ?? notice.Kind}.part");
        File.WriteAllBytes(draft, bytes);
        File.Move(draft, Path.Combine(folder, name), overwrite: true);
    }
}
