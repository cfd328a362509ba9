using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>What people do to sheets between receipt and figure: give reasons, review, lock and open periods, ask for a voiding.</summary>
public sealed class Reviews(DuckDbGateway gateway)
{
    /// <summary>Reasons known at a load that speak of some units of a district and of periods that start from–to, in the order given.</summary>
    public IReadOnlyList<Explanation> Explanations(string district, IEnumerable<string> units, DateOnly from, DateOnly to, long asOf) =>
        gateway.Read<Explanation>("Schema/reviews/explanations.sql", new { district, units = string.Join(',', units), from, to, asOf });

    /// <summary>Lockings and openings of a district's periods known at a load, in the order decided.</summary>
    public IReadOnlyList<PeriodLock> Locks(string district, long asOf) => gateway.Read<PeriodLock>("Schema/reviews/locks.sql", new { district, asOf });

    /// <summary>What waits for an answer, a reason or a review, the longest waiting first; of all districts and states where none is named.</summary>
    public IReadOnlyList<WaitingTable> Waiting(string? district = null, TableState? state = null) =>
        gateway.Read<WaitingTable>("Schema/reviews/waiting.sql", new { district, state = state?.ToString() });

    /// <summary>Whether a person of the district accepted it, whatever its form asks today.</summary>
    public bool WasReviewed(SubmissionTable table) => gateway.Read<long>("Schema/reviews/was_reviewed.sql", new { table = table.TableId }).Single() > 0;

    public VoidRequest? VoidRequestOf(long submission) => gateway.Read<VoidRequest>("Schema/reviews/void_request.sql", new { submission }).SingleOrDefault();

    /// <summary>What of a district somebody asked to void and waits for a second person, the oldest first.</summary>
    public IReadOnlyList<OpenVoidRequest> VoidRequests(string district) => gateway.Read<OpenVoidRequest>("Schema/reviews/void_requests.sql", new { district });

    /// <summary>What was decided on the tables of a submission, in the order decided.</summary>
    public IReadOnlyList<TableDecision> DecisionsOf(long submission) => gateway.Read<TableDecision>("Schema/reviews/decisions_of.sql", new { submission });

    public void RequestVoid(VoidRequest request) => gateway.Write(transaction => transaction.Execute("Schema/reviews/insert_void_request.sql",
        new { submission = request.SubmissionId, code = request.Code, reason = request.Reason, by = request.RequestedBy, now = request.RequestedAt }));

    /// <summary>
    /// Keeps reasons under a load of their own. The submission they were given for is to be checked again by what is held now: whoever
    /// settles next does so, in this process or after a crash.
    /// </summary>
    public Load Explain(long submission, IReadOnlyList<Explanation> reasons, string by, DateTime now) => Decide("explanation", (transaction, load) =>
    {
        transaction.Append(AppendedTables.Explanation, reasons.Select(reason => reason with { KnownFromLoad = load.LoadId }));
        Reopen(transaction, submission, "checked again with the reasons given", by, now);
    }, now);

    /// <summary>What waits of a submission is to be checked again by what is held now: whoever settles next does so.</summary>
    public void CheckAgain(long submission, string by, DateTime now) =>
        gateway.Write(transaction => Reopen(transaction, submission, "checked again by what is held now", by, now));

    internal static void Reopen(WriteTransaction transaction, long submission, string why, string by, DateTime now) =>
        transaction.Execute("Schema/reviews/reopen.sql", new { submission, why, by, now });

    /// <summary>Locks forms' periods, or opens them until a day, in one load; then what a lock held up is to be checked again.</summary>
    /// <param name="decisions">Of one load: what is opened is opened after what is locked.</param>
    /// <param name="moved">Dues that fall on another day from this load on, with that day.</param>
    public Load Lock(IReadOnlyList<PeriodLock> decisions, IReadOnlyList<SubmissionDue> moved, IReadOnlyList<Notice> announced, DateTime now) => Decide("lock", (transaction, load) =>
    {
        foreach (var decision in decisions) Lock(transaction, decision, load, now);
        foreach (var due in moved) transaction.Execute("Schema/definitions/close_due.sql", new { form = due.Form, unit = due.OrgUnit, start = due.PeriodStart, load = load.LoadId });
        transaction.Append(DefinitionTables.Due, moved.Select(due => new Known<SubmissionDue>("dues", due, load.LoadId)));
        Outbox.Insert(transaction, announced);
    }, now);

    static void Lock(WriteTransaction transaction, PeriodLock decision, Load load, DateTime now)
    {
        transaction.Execute("Schema/reviews/insert_lock.sql", new
        {
            district = decision.District, form = decision.Form, periodStart = decision.PeriodStart, orgUnit = decision.OrgUnit, openUntil = decision.OpenUntil,
            reason = decision.Reason, by = decision.DecidedBy, now, load = load.LoadId,
        });
        if (decision.OpenUntil is null) return;
        var held = new { district = decision.District, form = decision.Form, periodStart = decision.PeriodStart, orgUnit = decision.OrgUnit };
        foreach (var submission in transaction.Read<long>("Schema/reviews/held_up.sql", held)) Reopen(transaction, submission, "checked again when its period was opened", decision.DecidedBy, now);
    }

    /// <summary>Accepts what of a submission waited for review: its claims become current values, in one load.</summary>
    /// <param name="overtaken">The message about a table that waited and that these have overtaken.</param>
    /// <param name="more">What the acceptance has to tell others than the sender.</param>
    /// <returns>The tables as they waited; none where nothing did, and then nothing is written.</returns>
    /// <exception cref="LoadRefusedException">A check found rows that must not exist; nothing was written.</exception>
    public IReadOnlyList<SubmissionTable> Accept(
        long submission, string? reason, string by, Func<SubmissionTable, Notice> announce, Func<Submission, SubmissionTable, Notice> overtaken, DateTime now,
        IReadOnlyList<Notice>? more = null)
    {
        var accepted = gateway.Write(transaction =>
        {
            var waiting = InState(transaction, submission, TableState.awaiting_review);
            if (waiting.Count == 0) return waiting;
            var load = LoadSteps.Begin(transaction, "review", now);
            transaction.Execute("Schema/loads/accept_tables.sql", new { submission, load = load.LoadId, order = transaction.One<long>("Schema/loads/next_accepted_order.sql") });
            transaction.Append(AppendedTables.Review, waiting.Select(table => new Review(table.TableId, nameof(TableState.loaded), reason, by, now, load.LoadId)));
            Outbox.Insert(transaction, [.. waiting.Select(announce), .. more ?? []]);
            LoadSteps.ReconcileTables(transaction, load.LoadId, [.. waiting.Select(table => table.TableId)]);
            LoadSteps.SetAsideOvertaken(transaction, by, overtaken, now);
            LoadSteps.CheckAgainOnSums(transaction, by, now);
            return waiting;
        });
        if (accepted.Count > 0) Durable.Passed(DurableStep.load_committed);
        return accepted;
    }

    /// <summary>Sends back, or takes back, what of a submission is in one of some states and was never loaded.</summary>
    /// <returns>The tables as they stood; none where none was in these states.</returns>
    public IReadOnlyList<SubmissionTable> Close(
        long submission, TableState to, string reason, string by, Func<SubmissionTable, Notice> announce, DateTime now, params TableState[] from) => gateway.Write(transaction =>
        {
            var (waiting, known) = (InState(transaction, submission, from), LoadSteps.NextLoad(transaction));
            foreach (var table in waiting) transaction.Execute("Schema/loads/set_table_state.sql", new { table = table.TableId, state = to.ToString() });
            transaction.Append(AppendedTables.Review, waiting.Select(table => new Review(table.TableId, to.ToString(), reason, by, now, known)));
            Outbox.Insert(transaction, [.. waiting.Select(announce)]);
            return waiting;
        });

    static IReadOnlyList<SubmissionTable> InState(WriteTransaction transaction, long submission, params TableState[] states) =>
        [.. transaction.Read<SubmissionTable>("Schema/submissions/tables_of.sql", new { submission }).Where(table => states.Contains(table.State))];

    Load Decide(string cause, Action<WriteTransaction, Load> write, DateTime now)
    {
        var decided = gateway.Write(transaction =>
        {
            var load = LoadSteps.Begin(transaction, cause, now);
            write(transaction, load);
            return load;
        });
        Durable.Passed(DurableStep.load_committed);
        return decided;
    }
}
