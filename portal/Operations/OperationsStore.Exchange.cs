namespace Reporting.Portal.Operations;

public sealed partial class OperationsStore
{
    /// <summary>Takes a notice over from the warehouse's outbox; a notice that is already here stays as it is.</summary>
    public void CopyNotice(CopiedNotice notice) => Execute("Exchange/CopyNotice.sql", notice);

    public IReadOnlyList<CopiedNotice> Notices() => Query<CopiedNotice>("Exchange/Notices.sql");

    public void Audit(AuditEntry entry) => Execute("Exchange/AddAudit.sql", entry);

    public IReadOnlyList<AuditEntry> AuditEntries(int limit) => Query<AuditEntry>("Exchange/AuditEntries.sql", new { limit });
}
