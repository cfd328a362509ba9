using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>
/// The steps of one load inside its transaction. For every key touched, the desired value is the last claim of the accepted tables;
/// what differs moves to history and is written anew; then the touched slices of the annual fact are rebuilt and the checks asked.
/// </summary>
static class LoadSteps
{
    public static Load Begin(WriteTransaction transaction, string cause, DateTime now)
    {
        var id = NextLoad(transaction);
        transaction.Execute("Schema/loads/insert_load.sql", new { load = id, now, cause });
        return transaction.One<Load>("Marts/queries/load_by_id.sql", new { load = id });
    }

    /// <summary>
    /// The load that will be written next. What is decided without a load of its own is known from it on: a clock that was read before the work
    /// began cannot say whether the decision was there when an earlier load was.
    /// </summary>
    public static long NextLoad(WriteTransaction transaction) => transaction.One<long>("Schema/loads/next_load_id.sql");

    public static void ReconcileTables(WriteTransaction transaction, long load, IReadOnlyList<long> tables)
    {
        if (tables.Count == 0) return;
        transaction.Execute("Schema/loads/clear_scope.sql");
        transaction.Append(AppendedTables.LoadScope, tables);
        foreach (var span in transaction.Read<ClaimSpan>("Schema/loads/spans.sql"))
            ReconcileSpan(transaction, load, span, "Schema/loads/touched_keys.sql");
    }

    /// <summary>After <see cref="ReconcileTables"/>: sheets of departments that waited because of what the units added up to are to be checked again.</summary>
    public static void CheckAgainOnSums(WriteTransaction transaction, string by, DateTime now)
    {
        foreach (var submission in transaction.Read<long>("Schema/reviews/waiting_on_sums.sql"))
            Reviews.Reopen(transaction, submission, "checked again after a unit's figures changed", by, now);
    }

    /// <summary>After <see cref="ReconcileTables"/>: earlier sheets of the accepted tables' units, forms and periods that still waited are set aside, and their senders told.</summary>
    public static void SetAsideOvertaken(WriteTransaction transaction, string by, Func<Submission, SubmissionTable, Notice> announce, DateTime now)
    {
        transaction.Execute("Schema/loads/set_aside_overtaken.sql", new { by, now });
        var tables = transaction.Read<SubmissionTable>("Schema/loads/overtaken_tables.sql");
        if (tables.Count == 0) return;
        var submissions = transaction.Read<Submission>("Schema/loads/overtaken_submissions.sql").ToDictionary(submission => submission.SubmissionId);
        Outbox.Insert(transaction, [.. tables.Select(table => announce(submissions[table.SubmissionId], table))]);
    }

    /// <summary>Decides again who counts, after the authority or versions of elements changed.</summary>
    public static void ReconcileElements(WriteTransaction transaction, long load, IReadOnlyList<string> elements)
    {
        transaction.Execute("Schema/loads/clear_scope.sql");
        transaction.Append(AppendedTables.ElementScope, elements);
        foreach (var span in transaction.Read<ClaimSpan>("Schema/loads/spans_of_elements.sql"))
            ReconcileSpan(transaction, load, span, "Schema/loads/touched_keys_of_elements.sql");
    }

    public static void Rebuild(WriteTransaction transaction, long load, string district, int year)
    {
        var slice = new { district, year };
        foreach (var script in Marts.MartQueries.SliceScripts) transaction.Execute(script, new { district, year, view = "then", asOf = load });
        transaction.Execute("Schema/loads/clear_terms.sql", slice);
        transaction.Execute("Schema/loads/rebuild_terms.sql", new { load });
        transaction.Execute("Schema/loads/clear_indicators.sql", slice);
        transaction.Execute("Schema/loads/rebuild_indicators.sql", new { load });
    }

    static void ReconcileSpan(WriteTransaction transaction, long load, ClaimSpan claims, string touchedKeys)
    {
        var span = new { district = claims.District, from = claims.FirstStart, to = claims.LastStart };
        var loaded = new { span.district, span.from, span.to, load };
        transaction.Execute(touchedKeys, span);
        transaction.Execute("Schema/loads/desired.sql", span);
        transaction.Execute("Schema/loads/changed.sql", span);
        transaction.Execute("Schema/loads/supersede.sql", loaded);
        transaction.Execute("Schema/loads/remove_superseded.sql", span);
        transaction.Execute("Schema/loads/insert_current.sql", loaded);
        transaction.Execute("Schema/loads/last_claimant.sql", span);
        transaction.Execute("Schema/loads/settle_tables.sql", span);
        foreach (var year in transaction.Read<int>("Schema/loads/changed_years.sql")) Rebuild(transaction, load, claims.District, year);
        foreach (var check in SqlFile.Below("Schema/checks"))
            if (transaction.Violations(check, loaded) is { Count: > 0 } rows) throw new LoadRefusedException(Path.GetFileNameWithoutExtension(check), rows);
    }

    sealed record ClaimSpan(string District, DateOnly FirstStart, DateOnly LastStart);
}
