using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>A table with its verdict, ready to be written. <paramref name="Table"/>'s ids and load are given by the warehouse.</summary>
/// <param name="Cells">Claims; kept whatever the verdict.</param>
public sealed record SettledTable(SubmissionTable Table, IReadOnlyList<StagedCell> Cells, IReadOnlyList<Finding> Findings);

/// <summary>A submission with all its verdicts and the answer to its sender.</summary>
/// <param name="Answer">Body of the notice that carries the answer out.</param>
public sealed record SettledSubmission(
    Submission Submission, IReadOnlyList<SettledTable> Tables, IReadOnlyList<Finding> FileFindings, Notice Answer);

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
    /// <returns>The load, or null where nothing was accepted.</returns>
    /// <exception cref="LoadRefusedException">A check found rows that must not exist; nothing was written.</exception>
    public Load? Settle(IReadOnlyList<SettledSubmission> batch, string decidedBy, DateTime now)
    {
        var settled = gateway.Write(transaction =>
        {
            var accepts = batch.Any(submission => submission.Tables.Any(table => table.Table.State == TableState.loaded));
            var load = accepts ? LoadSteps.Begin(transaction, "submissions", now) : null;
            var accepted = new List<SettledTable>();
            foreach (var submission in batch) accepted.AddRange(Write(transaction, submission, load?.LoadId, decidedBy, now));
            if (load is not null) LoadSteps.Reconcile(transaction, load.LoadId, accepted);
            return load;
        });
        Durable.Passed(DurableStep.load_committed);
        return settled;
    }

    /// <summary>
    /// Takes back every accepted table of a submission, in one load: values give way to the last accepted table that states them, or become
    /// withdrawn. What is accepted is asked inside, so of two who take back at once the second finds nothing.
    /// </summary>
    /// <param name="to"><see cref="TableState.withdrawn"/> by the sender or <see cref="TableState.voided"/> by the district.</param>
    /// <param name="announce">The message about each table.</param>
    /// <returns>The tables as they stood; none where nothing was accepted, and then nothing is written.</returns>
    public IReadOnlyList<SubmissionTable> TakeBack(
        long submission, TableState to, string reason, string decidedBy, Func<SubmissionTable, Notice> announce, DateTime now)
    {
        var taken = gateway.Write(transaction =>
        {
            List<SubmissionTable> accepted = [.. transaction.Read<SubmissionTable>("Schema/submissions/tables_of.sql", new { submission })
                .Where(table => table.State is TableState.loaded or TableState.superseded)];
            if (accepted.Count == 0) return accepted;
            var load = LoadSteps.Begin(transaction, to.ToString(), now);
            foreach (var table in accepted)
            {
                transaction.Execute("Schema/loads/set_table_state.sql", new { table = table.TableId, state = to.ToString() });
                Decide(transaction, table.TableId, to.ToString(), reason, decidedBy, now, load.LoadId);
                Outbox.Insert(transaction, announce(table));
            }
            LoadSteps.ReconcileTables(transaction, load.LoadId, [.. accepted.Select(table => table.TableId)]);
            return accepted;
        });
        if (taken.Count > 0) Durable.Passed(DurableStep.load_committed);
        return taken;
    }

    static List<SettledTable> Write(WriteTransaction transaction, SettledSubmission given, long? load, string decidedBy, DateTime now)
    {
        var id = given.Submission.SubmissionId;
        var firstTable = transaction.One<long>("Schema/loads/next_table_id.sql");
        var order = transaction.One<long>("Schema/loads/next_accepted_order.sql");
        var findings = given.FileFindings.Select(finding => (Table: (long?)null, finding)).ToList();
        var accepted = new List<SettledTable>();
        foreach (var (offset, table) in given.Tables.Index())
        {
            var tableId = firstTable + offset;
            var isAccepted = table.Table.State == TableState.loaded;
            transaction.Execute("Schema/loads/insert_table.sql", new
            {
                table = tableId, submission = id, number = offset + 1, sheet = table.Table.Sheet, range = table.Table.Range, title = table.Table.Title,
                form = table.Table.Form, version = table.Table.FormVersion, district = table.Table.District, unit = table.Table.OrgUnit,
                kind = table.Table.PeriodKind?.ToString(), start = table.Table.PeriodStart, end = table.Table.PeriodEnd, score = table.Table.Score, state = table.Table.State.ToString(),
                load = isAccepted ? load : null, order = isAccepted ? order + offset : (long?)null,
            });
            transaction.Append(AppendedTables.StagedCell, table.Cells.Select(cell => cell with { TableId = tableId }));
            Decide(transaction, tableId, table.Table.State.ToString(), null, decidedBy, now, isAccepted ? load : null);
            findings.AddRange(table.Findings.Select(finding => ((long?)tableId, finding)));
            if (isAccepted) accepted.Add(table with { Table = table.Table with { TableId = tableId } });
        }
        transaction.Append(AppendedTables.Finding, findings.Select((row, index) => new FindingRow(id, row.Table, index + 1, row.finding)));
        transaction.Execute("Schema/loads/settle_submission.sql", new { submission = id, now });
        Outbox.Insert(transaction, given.Answer);
        return accepted;
    }

    static void Decide(WriteTransaction transaction, long table, string decision, string? reason, string by, DateTime now, long? load) =>
        transaction.Execute("Schema/loads/insert_review.sql", new { table, decision, reason, by, now, load });
}
