using Dapper;

namespace Reporting.Portal.Operations;

/// <summary>A query that somebody keeps: the address that asks it again.</summary>
public sealed record SavedQuery(long QueryId, string Login, string Name, string Address, DateTimeOffset SavedAt);

public sealed partial class OperationsStore
{
    /// <summary>What one login may keep.</summary>
    public const int MostQueries = 50;

    public IReadOnlyList<SavedQuery> SavedQueries(string login) => Query<SavedQuery>("Queries/SavedQueries.sql", new { login });

    /// <returns>Whether it is kept; not where there are as many as one login may have.</returns>
    public bool SaveQuery(string login, string name, string address)
    {
        using var connection = Open();
        return connection.Execute(OperationsSql.Of("Queries/SaveQuery.sql"), new { login, name, address, savedAt = time.GetUtcNow(), most = MostQueries }) > 0;
    }

    public void ForgetQuery(string login, long id) => Execute("Queries/ForgetQuery.sql", new { login, id });
}
