using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>
/// What crosses to the other store or to a folder: written in the transaction of what it announces, carried out by a relay that may be
/// interrupted anywhere, since carrying out is keyed and marking comes last.
/// </summary>
public sealed class Outbox(DuckDbGateway gateway)
{
    public IReadOnlyList<Notice> Waiting() => gateway.Read<Notice>("Schema/outbox/waiting.sql");

    /// <summary>The keys of all notices of a kind in a district: what was announced once is not announced again.</summary>
    public IReadOnlySet<string> Keys(string district, string kind) => gateway.Read<string>("Schema/outbox/keys.sql", new { district, kind }).ToHashSet();

    public void Mark(IReadOnlyList<Notice> carried, DateTime now) => gateway.Write(transaction =>
    {
        Give(transaction, carried);
        transaction.Execute("Schema/outbox/mark.sql", new { now });
    });

    /// <summary>Messages that announce nothing written elsewhere; each key once.</summary>
    public void Announce(IReadOnlyList<Notice> notices)
    {
        if (notices.Count > 0) gateway.Write(transaction => Insert(transaction, notices));
    }

    internal static void Insert(WriteTransaction transaction, IReadOnlyList<Notice> notices)
    {
        Give(transaction, notices);
        transaction.Execute("Schema/outbox/insert.sql");
    }

    static void Give(WriteTransaction transaction, IReadOnlyList<Notice> notices)
    {
        transaction.Execute("Schema/outbox/clear.sql");
        transaction.Append(AppendedTables.NoticeScope, notices);
    }
}
