using System.Globalization;
using System.Text;
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
        foreach (var notice in waiting) WriteAnswer(warehouse, notice, limits);
        // A notice that is marked is never carried again, so by then its answer must be on the disk.
        DiskSync.Barrier(warehouse.Data.Answers);
        copy(waiting);
        Durable.Passed(DurableStep.notice_copied);
        warehouse.Outbox.Mark(waiting, now);
        Durable.Passed(DurableStep.notice_marked);
        return waiting.Count;
    }

    static void WriteAnswer(OpenWarehouse warehouse, Notice notice, ReadLimits limits)
    {
        var folder = Path.Combine(warehouse.Data.Answers, notice.OrgUnit ?? "未识别单位");
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Verdicts.Files(notice))
        {
            var isText = name.EndsWith(".txt", StringComparison.Ordinal);
            // With a byte-order mark: the clerk's Notepad must not guess.
            var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: isText);
            Write(folder, name, [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ReplaceLineEndings(isText ? "\r\n" : "\n"))], notice);
        }
        if (Verdicts.MarkedReceiptOf(notice) is { } receipt && warehouse.Submissions.Find(receipt) is { } submission
            && MarkedAnswers.Of(warehouse, submission, limits) is { } marked)
            Write(folder, Verdicts.WorkbookName(notice, marked.Extension), marked.Bytes, notice);
        Durable.Passed(DurableStep.answer_written);
    }

    static void Write(string folder, string name, byte[] bytes, Notice notice)
    {
        var draft = Path.Combine(folder, $".{notice.SubmissionId?.ToString(CultureInfo.InvariantCulture) ?? notice.Kind}.part");
        File.WriteAllBytes(draft, bytes);
        File.Move(draft, Path.Combine(folder, name), overwrite: true);
    }
}
