using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>A table with its verdict, ready to be written. <paramref name="Table"/>'s ids and load are given by the warehouse.</summary>
/// <param name="Cells">Claims; kept whatever the verdict.</param>
public sealed record SettledTable(SubmissionTable Table, IReadOnlyList<StagedCell> Cells, IReadOnlyList<Finding> Findings)
{
    /// <summary>What the sender's answer taught about the sheet's words; its load is given by the warehouse.</summary>
    public IReadOnlyList<WordAlias> Learned { get; init; } = [];

    /// <summary>What the sender confirmed on the sheet once and for all; its load is given by the warehouse.</summary>
    public IReadOnlyList<Explanation> Confirmed { get; init; } = [];
}

/// <summary>A submission with all its verdicts and the answer to its sender.</summary>
/// <param name="Answer">Body of the notice that carries the answer out.</param>
public sealed record SettledSubmission(
    Submission Submission, IReadOnlyList<SettledTable> Tables, IReadOnlyList<Finding> FileFindings, Notice Answer)
{
    /// <summary>The last load known when it was checked; the same for all of a batch. Null where nobody asked.</summary>
    public long? CheckedLoad { get; init; }
}

/// <summary>A message that is written with what it announces and carried out afterwards, once per key.</summary>
public sealed record Notice(
    string NoticeKey, string Kind, string? District, string? OrgUnit, long? SubmissionId, string Subject, string Body, DateTime CreatedAt);

/// <summary>A load that a check of the warehouse refused; nothing of it was written.</summary>
public sealed class LoadRefusedException(string check, IReadOnlyList<string> rows)
    : Exception($"the check '{check}' refused the load: {string.Join("; ", rows.Take(3))}")
{
    public string Check { get; } = check;
}

/// <summary>Writes verdicts and loads: the only way by which observations come, go and fall back.</summary>
public sealed class Loading(DuckDbGateway gateway)
{
    /// <summary>
    /// Settles submissions in order of receipt, in one transaction: tables, claims, findings, answers; accepted tables become current values.
    /// </summary>
    /// <param name="overtaken">The message about a table that waited and that the batch has overtaken.</param>
    /// <param name="more">What the batch has to tell others than its senders.</param>
    /// <returns>The load, or null where nothing was accepted or learned.</returns>
    /// <exception cref="LoadRefusedException">A check found rows that must not exist; nothing was written.</exception>
    public Load? Settle(
        IReadOnlyList<SettledSubmission> batch, string decidedBy, Func<Submission, SubmissionTable, Notice> overtaken, DateTime now, IReadOnlyList<Notice>? more = null)
    {
        var settled = gateway.Write(transaction =>
        {
            var isKnown = batch.Any(submission => submission.Tables.Any(table => table.Table.State == TableState.loaded || table.Learned.Count > 0 || table.Confirmed.Count > 0));
            var load = isKnown ? LoadSteps.Begin(transaction, "submissions", now) : null;
            var accepted = Write(transaction, batch, load?.LoadId, decidedBy, now);
            if (load is null) return null;
            transaction.Append(AppendedTables.Alias, batch.SelectMany(submission => submission.Tables).SelectMany(table => table.Learned)
                .Select(alias => alias with { KnownFromLoad = load.LoadId }).DistinctBy(alias => (alias.Kind, alias.District, alias.Words)));
            transaction.Append(AppendedTables.Explanation, batch.SelectMany(submission => submission.Tables).SelectMany(table => table.Confirmed)
                .Select(confirmed => confirmed with { KnownFromLoad = load.LoadId }));
            LoadSteps.ReconcileTables(transaction, load.LoadId, accepted);
            if (accepted.Count == 0) return load;
            LoadSteps.SetAsideOvertaken(transaction, decidedBy, overtaken, now);
            LoadSteps.CheckAgainOnSums(transaction, decidedBy, now);
            Outbox.Insert(transaction, more ?? []);
            return load;
        });
        Durable.Passed(DurableStep.load_committed);
        return settled;
    }

    /// <summary>
    /// Takes back every table of a submission that is accepted or still waits, all or none: values give way to the last accepted table that
    /// states them, or become withdrawn, in one load. What stands is asked inside, so of two who take back at once the second finds nothing.
    /// </summary>
    /// <param name="to"><see cref="TableState.withdrawn"/> by the sender or <see cref="TableState.voided"/> by the district.</param>
    /// <param name="announce">The message about each table.</param>
    /// <param name="fallen">What else is to be told once the values have fallen back: asked what is held then.</param>
    /// <returns>The tables as they stood; none where nothing did, and then nothing is written.</returns>
    public IReadOnlyList<SubmissionTable> TakeBack(
        long submission, TableState to, string reason, string decidedBy, Func<SubmissionTable, Notice> announce, DateTime now,
        Func<Func<HeldQuestion, IReadOnlyList<Observation>>, IReadOnlyList<Notice>>? fallen = null)
    {
        var taken = gateway.Write(transaction =>
        {
            List<SubmissionTable> standing = [.. transaction.Read<SubmissionTable>("Schema/submissions/tables_of.sql", new { submission })
                .Where(table => IsAccepted(table) || table.State is TableState.unclear or TableState.awaiting_explanation or TableState.awaiting_review)];
            var load = standing.Exists(IsAccepted) ? LoadSteps.Begin(transaction, to.ToString(), now) : null;
            foreach (var table in standing)
            {
                transaction.Execute("Schema/loads/set_table_state.sql", new { table = table.TableId, state = to.ToString() });
            }
            var known = load?.LoadId ?? LoadSteps.NextLoad(transaction);
            transaction.Append(AppendedTables.Review, standing.Select(table => new Review(table.TableId, to.ToString(), reason, decidedBy, now, known)));
            Outbox.Insert(transaction, [.. standing.Select(announce)]);
            if (load is null) return standing;
            LoadSteps.ReconcileTables(transaction, load.LoadId, [.. standing.Where(IsAccepted).Select(table => table.TableId)]);
            LoadSteps.CheckAgainOnSums(transaction, decidedBy, now);
            Outbox.Insert(transaction, fallen?.Invoke(asked => Submissions.Held(transaction, asked)) ?? []);
            return standing;
        });
        if (taken.Count > 0) Durable.Passed(DurableStep.load_committed);
        return taken;
    }

    static bool IsAccepted(SubmissionTable table) => table.State is TableState.loaded or TableState.superseded;

    // Everything in bulk: a statement of its own for each row costs a millisecond or two, and a month's sheets are thousands of rows.
    static List<long> Write(WriteTransaction transaction, IReadOnlyList<SettledSubmission> batch, long? load, string decidedBy, DateTime now)
    {
        var tableId = transaction.One<long>("Schema/loads/next_table_id.sql");
        var order = transaction.One<long>("Schema/loads/next_accepted_order.sql");
        List<(SettledTable Given, AcceptedTable Row)> tables = [];
        foreach (var submission in batch)
            foreach (var table in submission.Tables)
            {
                var isAccepted = table.Table.State == TableState.loaded;
                var row = table.Table with { TableId = tableId++, SubmissionId = submission.Submission.SubmissionId, LoadId = isAccepted ? load : null };
                tables.Add((table, new(row, isAccepted ? order++ : null, submission.CheckedLoad is { } known ? new(known, now) : null)));
            }
        transaction.Append(AppendedTables.SubmissionTable, tables.Select(table => table.Row));
        transaction.Append(AppendedTables.StagedCell, tables.SelectMany(table => table.Given.Cells.Select(cell => cell with { TableId = table.Row.Table.TableId })));
        var knownFrom = load ?? LoadSteps.NextLoad(transaction);
        transaction.Append(AppendedTables.Review, tables.Select(table =>
            new Review(table.Row.Table.TableId, table.Row.Table.State.ToString(), null, decidedBy, now, knownFrom)));
        var ofSubmission = tables.ToLookup(table => table.Row.Table.SubmissionId);
        transaction.Append(AppendedTables.Finding, batch.SelectMany(submission => Findings(submission, ofSubmission[submission.Submission.SubmissionId])));
        Answered(transaction, batch, now);
        return [.. tables.Where(table => table.Row.AcceptedOrder is not null).Select(table => table.Row.Table.TableId)];
    }

    static IEnumerable<FindingRow> Findings(SettledSubmission submission, IEnumerable<(SettledTable Given, AcceptedTable Row)> tables) =>
        submission.FileFindings.Select(finding => (Table: (long?)null, finding))
            .Concat(tables.SelectMany(table => table.Given.Findings.Select(finding => ((long?)table.Row.Table.TableId, finding))))
            .Select((row, index) => new FindingRow(submission.Submission.SubmissionId, row.Item1, index + 1, row.finding));

    static void Answered(WriteTransaction transaction, IReadOnlyList<SettledSubmission> batch, DateTime now)
    {
        transaction.Execute("Schema/loads/clear_scope.sql");
        transaction.Append(AppendedTables.SubmissionScope, batch.Select(submission => submission.Submission.SubmissionId));
        transaction.Execute("Schema/loads/settle_submissions.sql", new { now, known = batch.Max(submission => submission.CheckedLoad) });
        Outbox.Insert(transaction, [.. batch.Select(submission => submission.Answer)]);
    }
}
