using Dapper;
using Reporting.Portal.Accounts;

namespace Reporting.Portal.Operations;

public sealed partial class OperationsStore
{
    /// <summary>False where the login is taken.</summary>
    public bool AddAccount(string login, string name, string? mail, string hash, string by, DateTimeOffset at) =>
        Changed("Accounts/AddAccount.sql", new { login, name, mail, hash, by, at }) > 0;

    public StoredAccount? Account(string login) => Query<StoredAccount>("Accounts/OneAccount.sql", new { login }).SingleOrDefault();

    public IReadOnlyList<StoredAccount> AllAccounts() => Query<StoredAccount>("Accounts/Accounts.sql");

    /// <summary>Counts an attempt; the last of <paramref name="most"/> locks the account. False where it is locked already.</summary>
    public bool TakeAttempt(string login, int most, DateTimeOffset until, DateTimeOffset now) => Changed("Accounts/TakeAttempt.sql", new { login, most, until, now }) > 0;

    /// <param name="known">The hash that the password was held against.</param>
    /// <param name="renewed">The hash made anew, where the framework asks for it.</param>
    /// <returns>False where the password has become another meanwhile.</returns>
    public bool SignedIn(string login, string known, string? renewed, DateTimeOffset at) => Changed("Accounts/SignedIn.sql", new { login, known, renewed, at }) > 0;

    /// <summary>Another password; all sessions end but the one that is kept.</summary>
    /// <param name="known">The hash that it replaces; null: whatever it is. False where it is another one meanwhile.</param>
    public bool SetPassword(string login, string hash, bool mustChange, string? known, string? keptSession, DateTimeOffset at) => Write((connection, transaction) =>
    {
        var changed = connection.Execute(OperationsSql.Of("Accounts/SetPassword.sql"), new { login, hash, mustChange, known, at }, transaction);
        if (changed > 0) connection.Execute(OperationsSql.Of("Sessions/EndSessions.sql"), new { login, kept = keptSession }, transaction);
        return changed;
    }) > 0;

    /// <summary>The grants of an account, or of all, ended ones too.</summary>
    public IReadOnlyList<StoredGrant> Grants(string? login = null) => Query<StoredGrant>("Accounts/Grants.sql", new { login });

    public long AddGrant(Grant grant) => Query<long>("Accounts/AddGrant.sql", Row(grant)).Single();

    public void MarkGrantTold(long grantId, DateTimeOffset at) => Execute("Accounts/GrantTold.sql", new { grantId, at });

    static object Row(Grant grant) => new
    {
        grant.Login, Role = grant.Role.ToString(), grant.District, grant.Unit, grant.Post, FromDay = StoredGrant.Text(grant.From),
        ToDay = grant.To is { } to ? StoredGrant.Text(to) : null, By = grant.GrantedBy, At = grant.GrantedAt,
    };

    /// <summary>The web framework's keys, as XML.</summary>
    public IReadOnlyList<string> WebKeys() => Query<string>("Accounts/WebKeys.sql");

    public void KeepWebKey(string name, string xml) => Execute("Accounts/KeepWebKey.sql", new { name, xml });
}
