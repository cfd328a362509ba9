using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>
/// What crosses to the other store or to a folder: written in the transaction of what it announces, carried out by a relay that may be
/// interrupted anywhere, since carrying out is keyed and marking comes last.
/// </summary>
public sealed class Outbox(DuckDbGateway gateway)
{
    public IReadOnlyList<Notice> Waiting() => gateway.Read<Notice>("Schema/outbox/waiting.sql");

    public void Mark(IReadOnlyList<Notice> carried, DateTime now) => gateway.Write(transaction =>
    {
        foreach (var notice in carried) transaction.Execute("Schema/outbox/mark.sql", new { key = notice.NoticeKey, now });
    });

    internal static void Insert(WriteTransaction transaction, Notice notice) => transaction.Execute("Schema/outbox/insert.sql", new
    {
        key = notice.NoticeKey, kind = notice.Kind, district = notice.District, unit = notice.OrgUnit, submission = notice.SubmissionId,
        subject = notice.Subject, body = notice.Body, createdAt = notice.CreatedAt,
    });
}
