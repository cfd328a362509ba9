using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>
/// Which files are read again; null where it does not matter. Form, unit and period are meant as they were read, and where that was left
/// open as they are read now: to read a whole archive again for one unit's month would take minutes.
/// </summary>
public sealed record RereadWish(string? Receipt = null, string? District = null, string? Form = null, string? OrgUnit = null, Period? Period = null)
{
    public bool Means(RereadFile file) => Form is null && OrgUnit is null && Period is null || file.Tables.Any(table => Means(table.Before) || Means(table.After));

    /// <summary>Whether a file as it was read may be meant: one of its tables is, or was not understood, or there was none.</summary>
    public bool MayMean(KeptReading kept) => Form is null && OrgUnit is null && Period is null || kept.Tables.Count == 0 || kept.Tables.Any(table => MayMean(table.Table));

    bool MayMean(SubmissionTable table) => (Form is null || table.Form is null || table.Form == Form)
        && (OrgUnit is null || table.OrgUnit is null || table.OrgUnit == OrgUnit) && (Period is null || table.Period is null || table.Period == Period);

    bool Means(UnderstoodAs? table) => table is not null
        && (Form is null || table.Form == Form) && (OrgUnit is null || table.OrgUnit == OrgUnit) && (Period is null || table.Period == Period);
}

/// <summary>
/// 重读: archived files go the same way again, with what is defined now, judged by what was held and known when they were settled. So where
/// nothing was changed nothing differs, and what differs comes of the change alone.
/// </summary>
public static class Reread
{
    const int Largest = 200; // files held in memory at once

    /// <param name="progress">Told how many of how many are looked at.</param>
    public static RereadReport Run(OpenWarehouse warehouse, RereadWish wish, ReadLimits limits, Action<int, int>? progress = null, CancellationToken cancel = default)
    {
        var (catalog, files) = (warehouse.Definitions.Current, warehouse.Rereading.Settled(new(wish.Receipt, wish.District, wish.OrgUnit)));
        var (seen, read, wordingOnly, differing, notRead) = (0, 0, 0, new List<RereadFile>(), new List<(Submission, string)>());
        foreach (var wave in files.Chunk(Largest))
        {
            var kept = warehouse.Rereading.Kept(wave);
            foreach (var (file, fresh) in Checked(warehouse, [.. wave.Where(file => wish.MayMean(kept[file.Submission.SubmissionId]))], kept, catalog, limits, cancel))
            {
                read++;
                var reading = kept[file.Submission.SubmissionId];
                // A damaged archive must not take back what was once read from it.
                if (Failure(fresh) is { } why && !reading.FileFindings.Any(finding => finding.Code == why.Code)) notRead.Add((file.Submission, why.Message));
                else if (RereadComparison.Of(file, reading, fresh, catalog, out var words) is { } different && wish.Means(different)) differing.Add(Told(different, reading, fresh));
                else if (words) wordingOnly++;
            }
            progress?.Invoke(seen += wave.Length, files.Count);
        }
        return new(read, wordingOnly, [.. differing.OrderBy(file => file.Submission.SubmissionId)], notRead);
    }

    /// <summary>Reads again and writes what differs, in one load.</summary>
    /// <returns>What differed, and the load; null where nothing did.</returns>
    /// <exception cref="LoadRefusedException">A check of the warehouse refused it; nothing was written.</exception>
    public static (RereadReport Report, Load? Load) Apply(
        OpenWarehouse warehouse, RereadWish wish, ReadLimits limits, string reason, string by, DateTime now, Action<int, int>? progress = null, CancellationToken cancel = default)
    {
        // Reading the archive takes hours; sheets are settled meanwhile. What became another of it since is left alone when it is written.
        var report = Run(warehouse, wish, limits, progress, cancel);
        var batch = report.Differing.Select(file => file.Applied with { Answer = file.Applied.Answer is { } answer ? RereadNotice.Of(answer, reason, now) : null }).ToList();
        // What is settled just now would have been judged by what changes here.
        using var settling = warehouse.Settling.EnterScope();
        return (report, batch.Count == 0 ? null : warehouse.Rereading.Apply(batch, reason, by, now));
    }

    // All of one known load are judged by one question about what was held; a long CSV speaks for anyone and is asked about alone.
    static IEnumerable<(SettledFile File, CheckedSubmission Fresh)> Checked(
        OpenWarehouse warehouse, IReadOnlyList<SettledFile> wave, IReadOnlyDictionary<long, KeptReading> kept, Catalog catalog, ReadLimits limits, CancellationToken cancel)
    {
        var read = wave.Select(file => (File: file, Read: SettleSubmissions.Read(warehouse.Data, warehouse.Archive.Read, file.Submission, catalog, file.Answers, limits, cancel)))
            .SelectMany(one => Moments(one.File, kept[one.File.Submission.SubmissionId]).Select(moment => (one.File, one.Read, Moment: moment)));
        var fresh = new Dictionary<(long Submission, CheckMoment), CheckedSubmission>();
        foreach (var together in read.GroupBy(one => (one.Moment.Load, one.Read.File.Rows is null ? 0 : one.File.Submission.SubmissionId)))
        {
            List<ReadSubmission> asked = [.. together.Select(one => one.Read).Distinct()];
            var (held, decisions) = (HeldValues.For(warehouse, asked, together.Key.Load), KnownDecisions.For(warehouse, asked, together.Key.Load));
            foreach (var (file, one, moment) in together) fresh[(file.Submission.SubmissionId, moment)] = CheckSubmission.Run(one, held, decisions, catalog, moment.At);
        }
        return wave.Select(file => (file, RereadComparison.Judged(file, kept[file.Submission.SubmissionId], moment => fresh[(file.Submission.SubmissionId, moment)])));
    }

    /// <summary>The moments at which a file's tables were judged.</summary>
    static IEnumerable<CheckMoment> Moments(SettledFile file, KeptReading kept) => kept.Tables.Select(table => table.Checked ?? file.Checked).Append(file.Checked).Distinct();

    static Finding? Failure(CheckedSubmission fresh) => fresh.Settled.FileFindings.FirstOrDefault(finding => finding.Code is JobFindings.Failed or JobFindings.SetAside);

    // A sender is told where the verdict is another one.
    static RereadFile Told(RereadFile file, KeptReading kept, CheckedSubmission fresh)
    {
        var pairs = RereadComparison.Pairs(kept.Tables, fresh.Settled.Tables).ToList();
        var standing = pairs.Where(pair => pair.Fresh is not null).Select(pair => RereadComparison.Standing(pair.Kept, pair.Fresh!.Table.State)).ToList();
        if (file.Tables.All(table => table.Before?.State == table.After?.State) && kept.Tables.Count == fresh.Settled.Tables.Count) return file;
        var content = fresh.Answer with { Tables = [.. fresh.Answer.Tables.Zip(standing, (table, state) => table with { Table = table.Table with { State = state } })] };
        return file with { Applied = file.Applied with { Answer = Verdicts.Notice(content, file.Submission.ReceivedAt) } };
    }
}
