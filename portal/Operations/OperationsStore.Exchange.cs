using Dapper;

namespace Reporting.Portal.Operations;

public sealed partial class OperationsStore
{
    /// <summary>
    /// Takes notices over from the warehouse's outbox; one that is already here stays as it is. In one transaction: syncing each by itself
    /// costs more than all the rest of carrying it.
    /// </summary>
    public void CopyNotices(IReadOnlyList<CopiedNotice> notices)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(OperationsSql.Of("Exchange/CopyNotice.sql"), notices, transaction);
        transaction.Commit();
    }

    public IReadOnlyList<CopiedNotice> Notices() => Query<CopiedNotice>("Exchange/Notices.sql");

    public void Audit(AuditEntry entry) => Execute("Exchange/AddAudit.sql", entry);

    /// <summary>The latest first.</summary>
    /// <param name="until">The first moment that does not belong to it.</param>
    public IReadOnlyList<AuditEntry> AuditEntries(int limit, int skip = 0, string? login = null, string? verb = null, DateTimeOffset? from = null, DateTimeOffset? until = null) =>
        Query<AuditEntry>("Exchange/AuditEntries.sql", new { limit, skip, login, verb, from, until });
}
