using Dapper;
using Microsoft.Data.Sqlite;

namespace Reporting.Portal.Operations;

public sealed partial class OperationsStore
{
    /// <summary>Held by the one run that delivers: another one would take what is being sent for what a dead process left.</summary>
    public SemaphoreSlim Delivering { get; } = new(1, 1);

    /// <summary>Since when a scope delivers; null while it has not begun.</summary>
    public DateTimeOffset? DeliveryStart(string scope) => Query<string>("Deliveries/ScopeStart.sql", new { scope }).FirstOrDefault() is { } text
        ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Notices are delivered from now on. Tells how many that were there before are left out.</summary>
    public int BeginNotices(string scope, DateTimeOffset at) => Write((connection, transaction) =>
    {
        var leftOut = connection.Execute(OperationsSql.Of("Deliveries/SkipNotices.sql"), new { at }, transaction);
        connection.Execute(OperationsSql.Of("Deliveries/BeginScope.sql"), new { scope, at, leftOut }, transaction);
        return leftOut;
    });

    /// <summary>Editions are delivered from now on, but for those that are there already.</summary>
    public void BeginEditions(string scope, IReadOnlyList<long> there, DateTimeOffset at) => Write((connection, transaction) =>
    {
        connection.Execute(OperationsSql.Of("Deliveries/NoteSeen.sql"), there.Select(edition => new { scope, edition }), transaction);
        return connection.Execute(OperationsSql.Of("Deliveries/BeginScope.sql"), new { scope, at, leftOut = there.Count }, transaction);
    });

    /// <summary>Nothing is delivered in the scope any more; when it is set up again it begins anew.</summary>
    public void ForgetDelivery(string scope) => Write((connection, transaction) =>
    {
        connection.Execute(OperationsSql.Of("Deliveries/ForgetSeen.sql"), new { scope }, transaction);
        return connection.Execute(OperationsSql.Of("Deliveries/ForgetScope.sql"), new { scope }, transaction);
    });

    /// <summary>Notices of which it is not decided who gets them.</summary>
    public IReadOnlyList<CopiedNotice> UnseenNotices() => Query<CopiedNotice>("Deliveries/UnseenNotices.sql");

    public IReadOnlySet<long> SeenEditions(string scope) => Query<long>("Deliveries/SeenEditions.sql", new { scope }).ToHashSet();

    /// <summary>Puts down who gets what, and that it is decided, in one transaction. Tells how many are new.</summary>
    public int PutDown(IReadOnlyList<NewDelivery> rows, IReadOnlyList<string> notices, IReadOnlyList<(string Scope, long Edition)> editions, DateTimeOffset at) => Write((connection, transaction) =>
    {
        var added = connection.Execute(OperationsSql.Of("Deliveries/AddDelivery.sql"), rows.Select(row => new
        {
            Kind = row.Kind.ToString(), row.Thing, Channel = row.Channel.ToString(), row.Recipient, row.Name, row.Title, row.Body, row.MailKey, At = at,
        }), transaction);
        connection.Execute(OperationsSql.Of("Deliveries/NoticeSeen.sql"), notices.Select(key => new { key, at }), transaction);
        connection.Execute(OperationsSql.Of("Deliveries/NoteSeen.sql"), editions.Select(one => new { scope = one.Scope, edition = one.Edition }), transaction);
        return added;
    });

    /// <summary>Settles what a process that died was sending. Tells of how many mails nobody knows whether they arrived.</summary>
    /// <param name="answer">What is said of them.</param>
    public int SettleInterrupted(string answer, DateTimeOffset at) => Write((connection, transaction) =>
    {
        connection.Execute(OperationsSql.Of("Deliveries/GiveBackFolder.sql"), null, transaction);
        return connection.Execute(OperationsSql.Of("Deliveries/Uncertain.sql"), new { answer, at }, transaction);
    });

    /// <summary>What waits and whose time has come.</summary>
    public IReadOnlyList<DeliveryRow> DueDeliveries(DateTimeOffset now) => Query<DeliveryRow>("Deliveries/DueDeliveries.sql", new { now });

    /// <summary>Writes down that a mail is about to be sent; false where it does not wait any more.</summary>
    public bool ClaimDelivery(string mailKey, string? messageId, DateTimeOffset at) => Changed("Deliveries/Claim.sql", new { mailKey, messageId, at }) > 0;

    /// <param name="next">When it is tried again, where <paramref name="state"/> is pending.</param>
    public void SettleDelivery(string mailKey, DeliveryState state, long? code, string? answer, DateTimeOffset? next, DateTimeOffset at) =>
        Changed("Deliveries/Settle.sql", new { mailKey, state = state.ToString(), code, answer, next, at });

    /// <summary>Gathers what did not arrive and has not been told, and gives it with what an earlier run gathered and did not come to tell.</summary>
    public IReadOnlyList<UndeliveredRow> TakeUnreported(long report)
    {
        Changed("Deliveries/TakeUnreported.sql", new { report });
        return Query<UndeliveredRow>("Deliveries/Unreported.sql");
    }

    public void MarkReported(long report, DateTimeOffset at) => Changed("Deliveries/MarkReported.sql", new { report, at });

    /// <summary>The latest first.</summary>
    /// <param name="failed">Only what did not arrive.</param>
    public IReadOnlyList<DeliveryRow> Deliveries(int limit, bool failed = false, string? recipient = null) => Query<DeliveryRow>("Deliveries/ListDeliveries.sql", new { limit, failed, recipient });

    public DeliveryRow? Delivery(long deliveryId) => Query<DeliveryRow>("Deliveries/OneDelivery.sql", new { deliveryId }).SingleOrDefault();

    /// <summary>How many there are in each state, in the order of states.</summary>
    public IReadOnlyList<DeliveryCount> DeliveryCounts() => [.. Query<string>("Deliveries/DeliveryStates.sql").CountBy(state => state)
        .Select(state => new DeliveryCount(Enum.Parse<DeliveryState>(state.Key), state.Value)).OrderBy(count => count.State)];

    /// <summary>Lets a mail that did not arrive go once more. Tells how many deliveries are in it.</summary>
    public int Resend(string mailKey) => Changed("Deliveries/Resend.sql", new { mailKey });

    int Changed(string statement, object parameters)
    {
        using var connection = Open();
        return connection.Execute(OperationsSql.Of(statement), parameters);
    }

    int Write(Func<SqliteConnection, SqliteTransaction, int> write)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var changed = write(connection, transaction);
        transaction.Commit();
        return changed;
    }
}
