using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>What a re-reading is about; null where it does not matter. What else is asked of tables, who reads again decides.</summary>
public sealed record RereadScope(string? Receipt, string? District, string? OrgUnit);

/// <summary>When something was checked, and the last load known then.</summary>
public readonly record struct CheckMoment(long Load, DateTime At);

/// <summary>A submission that has been settled, with all that it was judged by.</summary>
/// <param name="Checked">When it was last checked; each of its tables may have been checked before.</param>
public sealed record SettledFile(Submission Submission, CheckMoment Checked, Answers? Answers);

/// <summary>A table as it is read now.</summary>
/// <param name="Verdict">What the rules made of it, whatever people decided afterwards.</param>
/// <param name="Checked">What the verdict rests on; null for that of its submission.</param>
public sealed record KeptTable(SubmissionTable Table, TableState Verdict, CheckMoment? Checked, IReadOnlyList<StagedCell> Cells, IReadOnlyList<Finding> Findings);

/// <summary>A submission as it is read now.</summary>
public sealed record KeptReading(IReadOnlyList<KeptTable> Tables, IReadOnlyList<Finding> FileFindings);

/// <summary>A new reading of a table.</summary>
/// <param name="Replaces">The reading whose place it takes; null for a table that was not found before.</param>
/// <param name="By">What is found now, its state the rules' verdict; null for a table that is found no more.</param>
/// <param name="Standing">The state it is to have, where a person decided otherwise than the rules.</param>
public sealed record NewReading(SubmissionTable? Replaces, SettledTable? By, TableState? Standing)
{
    /// <summary>What its verdict rests on: the same as that of the reading whose place it takes.</summary>
    public CheckMoment? Checked { get; init; }
}

/// <summary>A submission read anew.</summary>
/// <param name="FileFindings">Null where they are as they were.</param>
/// <param name="Answer">What its sender is told; null where the verdict is as it was.</param>
public sealed record RereadSubmission(Submission Submission, IReadOnlyList<NewReading> Tables, IReadOnlyList<Finding>? FileFindings, Notice? Answer);

/// <summary>重读: archived files read again after a fix of reader, words, rules or forms. One load takes all that differs.</summary>
public sealed class Rereading(DuckDbGateway gateway)
{
    const string Cause = "reread";

    /// <summary>What may be read again, in order of receipt.</summary>
    public IReadOnlyList<SettledFile> Settled(RereadScope scope) =>
        [.. gateway.Read<SettledRow>("Schema/reread/settled.sql", new { receipt = scope.Receipt, district = scope.District, unit = scope.OrgUnit }).Select(row => row.AsFile())];

    /// <summary>How some submissions are read now, with one question for each kind of row.</summary>
    public IReadOnlyDictionary<long, KeptReading> Kept(IEnumerable<SettledFile> files)
    {
        var submissions = string.Join(',', files.Select(file => file.Submission.SubmissionId));
        var tables = gateway.Read<SubmissionTable>("Schema/reread/tables.sql", new { submissions }).ToLookup(table => table.SubmissionId);
        var verdicts = gateway.Read<FirstVerdict>("Schema/reread/verdicts.sql", new { submissions }).ToDictionary(row => row.TableId);
        var findings = gateway.Read<KeptFinding>("Schema/reread/findings.sql", new { submissions }).ToLookup(row => (row.SubmissionId, row.TableId), row => row.AsFinding());
        var ids = string.Join(',', tables.SelectMany(table => table).Select(table => table.TableId));
        var cells = (ids.Length == 0 ? [] : gateway.Read<StagedCell>("Schema/reread/cells.sql", new { tables = ids })).ToLookup(cell => cell.TableId);
        return files.ToDictionary(file => file.Submission.SubmissionId, file => new KeptReading(
            [.. tables[file.Submission.SubmissionId].Select(table => new KeptTable(table, verdicts.GetValueOrDefault(table.TableId)?.Verdict ?? table.State,
                verdicts.GetValueOrDefault(table.TableId)?.Checked, [.. cells[table.TableId]], [.. findings[(table.SubmissionId, (long?)table.TableId)]]))],
            [.. findings[(file.Submission.SubmissionId, (long?)null)]]));
    }

    /// <summary>
    /// Puts new readings in the place of old ones, in one load: the old rows stay for what was known before, a table accepted before keeps
    /// its place in the order of acceptance, one accepted now gets the place of its receipt. What somebody decided about since it was read
    /// again is left out.
    /// </summary>
    /// <returns>The load, or null where nothing was left to do.</returns>
    /// <exception cref="LoadRefusedException">A check found rows that must not exist; nothing was written.</exception>
    public Load? Apply(IReadOnlyList<RereadSubmission> batch, string reason, string decidedBy, DateTime now)
    {
        var applied = gateway.Write(transaction =>
        {
            var still = StillAsRead(transaction, batch);
            if (still.Count == 0) return null;
            var load = LoadSteps.Begin(transaction, Cause, now);
            LoadSteps.ReconcileTables(transaction, load.LoadId, Write(transaction, still, new(load.LoadId, reason, decidedBy, now)));
            return load;
        });
        if (applied is not null) Durable.Passed(DurableStep.load_committed);
        return applied;
    }

    sealed record Decided(long Load, string Reason, string By, DateTime Now);

    static List<RereadSubmission> StillAsRead(WriteTransaction transaction, IReadOnlyList<RereadSubmission> batch)
    {
        var tables = string.Join(',', batch.SelectMany(submission => submission.Tables).Select(table => table.Replaces?.TableId).OfType<long>());
        var states = tables.Length == 0 ? [] : transaction.Read<StateNow>("Schema/reread/states.sql", new { tables }).ToDictionary(row => row.TableId, row => row.State);
        // An accepted table may have been overtaken, or stand alone again, meanwhile: that is settled anew with the load.
        return [.. batch.Where(submission => submission.Tables.All(table => table.Replaces is not { } old || IsAccepted(old.State) && IsAccepted(states[old.TableId]) || states[old.TableId] == old.State))];
    }

    static bool IsAccepted(TableState state) => state is TableState.loaded or TableState.superseded;

    static List<long> Write(WriteTransaction transaction, List<RereadSubmission> batch, Decided decided)
    {
        var tableId = transaction.One<long>("Schema/loads/next_table_id.sql");
        var placed = batch.SelectMany(submission => submission.Tables.Select(table => new PlacedReading(submission.Submission, table,
            table.By is null ? null : RowOf(submission.Submission, table, tableId++, decided.Load)))).ToList();
        var found = placed.Where(reading => reading.Row is not null).ToList();
        transaction.Append(AppendedTables.SubmissionTable, found.Select(reading => new AcceptedTable(reading.Row!, null, reading.Given.Checked)));
        transaction.Append(AppendedTables.StagedCell, found.SelectMany(reading => reading.Given.By!.Cells.Select(cell => cell with { TableId = reading.Row!.TableId })));
        transaction.Append(AppendedTables.Review, placed.SelectMany(reading => ReviewsOf(reading, decided)));
        transaction.Execute("Schema/reread/clear_scope.sql");
        transaction.Append(AppendedTables.RereadScope, placed.Select(reading => new ReplacedReading(reading.Row?.TableId, reading.Given.Replaces?.TableId)));
        transaction.Append(AppendedTables.SubmissionScope, batch.Where(submission => submission.FileFindings is not null).Select(submission => submission.Submission.SubmissionId));
        transaction.Execute("Schema/reread/forget_file_findings.sql");
        transaction.Append(AppendedTables.Finding, FindingsOf(batch, found));
        transaction.Execute("Schema/reread/keep_places.sql");
        transaction.Execute("Schema/reread/set_replaced_aside.sql");
        transaction.Execute("Schema/reread/give_places.sql");
        // A later re-reading has another answer for the same sender.
        Outbox.Insert(transaction, [.. batch.Select(submission => submission.Answer).OfType<Notice>().Select(notice => notice with { NoticeKey = $"{notice.NoticeKey}:{decided.Load}" })]);
        return [.. placed.SelectMany(reading => new[] { reading.Row?.TableId, reading.Given.Replaces?.TableId }).OfType<long>()];
    }

    static SubmissionTable RowOf(Submission submission, NewReading reading, long id, long load)
    {
        var state = reading.Standing ?? reading.By!.Table.State;
        return reading.By!.Table with { TableId = id, SubmissionId = submission.SubmissionId, State = state, LoadId = IsAccepted(state) ? load : null };
    }

    // The first row about a table is always the rules' verdict.
    static IEnumerable<Review> ReviewsOf(PlacedReading reading, Decided decided)
    {
        if (reading.Given.Replaces is { } old) yield return new(old.TableId, Cause, decided.Reason, decided.By, decided.Now, decided.Load);
        if (reading.Row is not { } row) yield break;
        var verdict = reading.Given.By!.Table.State;
        yield return new(row.TableId, verdict.ToString(), decided.Reason, decided.By, decided.Now, decided.Load);
        if (row.State != verdict) yield return new(row.TableId, row.State.ToString(), decided.Reason, decided.By, decided.Now, decided.Load);
    }

    static IEnumerable<FindingRow> FindingsOf(List<RereadSubmission> batch, List<PlacedReading> found) =>
        batch.SelectMany(submission => (submission.FileFindings ?? []).Select((finding, index) => new FindingRow(submission.Submission.SubmissionId, null, index + 1, finding)))
            .Concat(found.SelectMany(reading => reading.Given.By!.Findings.Select((finding, index) =>
                new FindingRow(reading.Submission.SubmissionId, reading.Row!.TableId, index + 1, finding))));

    sealed record PlacedReading(Submission Submission, NewReading Given, SubmissionTable? Row);

    sealed record FirstVerdict(long TableId, TableState Verdict, long? CheckedLoad, DateTime? CheckedAt)
    {
        public CheckMoment? Checked => (CheckedLoad, CheckedAt) is ({ } load, { } at) ? new(load, at) : null;
    }

    sealed record StateNow(long TableId, TableState State);

    sealed record SettledRow(
        long SubmissionId, string Receipt, string FileName, string Sha256, long Size, string Channel, string? ChannelUnit, string Arrival, string SentBy,
        DateTime ReceivedAt, DateTime SettledAt, long KnownLoad, string? NamedForm, string? NamedUnit, string? NamedPeriod)
    {
        public SettledFile AsFile() => new(
            new(SubmissionId, Receipt, FileName, Sha256, Size, Channel, ChannelUnit, Arrival, SentBy, ReceivedAt), new(KnownLoad, SettledAt),
            NamedForm is null && NamedUnit is null && NamedPeriod is null ? null : new(NamedForm, NamedUnit, NamedPeriod is { } period ? Period.Parse(period) : null));
    }

    sealed record KeptFinding(
        long SubmissionId, long? TableId, string Code, Severity Severity, string? Line, string? ColumnWords, string? Sheet, string? Cell, string? Found,
        string? Expected, decimal? Difference, string Message, string MessageEn, string? Explanation)
    {
        public Finding AsFinding() =>
            new(Code, Severity, new(Line, ColumnWords, Sheet, Cell), Found, Expected, Difference, Message, MessageEn) { Explanation = Explanation };
    }
}
