using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
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

    /// <summary>The same for a login that there is not, by a hash of it.</summary>
    public bool TakeStranger(string hash, int most, DateTimeOffset until, DateTimeOffset now) => Changed("Accounts/TakeStranger.sql", new { hash, most, until, now }) > 0;

    public DateTimeOffset? StrangerLock(string hash, DateTimeOffset now) => Query<string>("Accounts/StrangerLock.sql", new { hash, now }).FirstOrDefault() is { } until
        ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) : null;

    public void ForgetStranger(string hash) => Execute("Accounts/ForgetStranger.sql", new { hash });

    public void ForgetStrangers(DateTimeOffset before) => Execute("Accounts/ForgetStrangers.sql", new { before });

    /// <param name="known">The hash that the password was held against.</param>
    /// <param name="renewed">The hash made anew, where the framework asks for it.</param>
    /// <returns>False where the password has become another meanwhile.</returns>
    public bool SignedIn(string login, string known, string? renewed, DateTimeOffset at) => Changed("Accounts/SignedIn.sql", new { login, known, renewed, at }) > 0;

    /// <summary>Another password; all sessions end but the one that is kept, and tokens too where somebody else set it: who may have known the old one may have made some.</summary>
    /// <param name="known">The hash that it replaces; null: whatever it is. False where it is another one meanwhile.</param>
    public bool SetPassword(string login, string hash, bool mustChange, string? known, string? keptSession, DateTimeOffset at) => Write((connection, transaction) =>
    {
        var changed = connection.Execute(OperationsSql.Of("Accounts/SetPassword.sql"), new { login, hash, mustChange, known, at }, transaction);
        if (changed > 0) connection.Execute(OperationsSql.Of("Sessions/EndSessions.sql"), new { login, kept = keptSession }, transaction);
        if (changed > 0 && mustChange) connection.Execute(OperationsSql.Of("Sessions/RevokeTokens.sql"), new { login, at }, transaction);
        return changed;
    }) > 0;

    /// <summary>The grants of an account, or of all, ended ones too.</summary>
    public IReadOnlyList<StoredGrant> Grants(string? login = null) => Query<StoredGrant>("Accounts/Grants.sql", new { login });

    /// <summary>Those of accounts that are open.</summary>
    public IReadOnlyList<Grant> OpenGrants() => [.. Query<StoredGrant>("Accounts/OpenGrants.sql").Select(stored => stored.Grant)];

    public long AddGrant(Grant grant) => Query<long>("Accounts/AddGrant.sql", Row(grant)).Single();

    /// <summary>Grants end, and others begin in their place, in one transaction.</summary>
    /// <param name="leaves">Looks at what open accounts are granted then; what it throws undoes all.</param>
    /// <returns>How many have ended: one that is over already does not.</returns>
    public int EndGrants(IReadOnlyList<long> ended, DateOnly lastDay, IReadOnlyList<Grant> begun, string by, DateTimeOffset at, Action<IReadOnlyList<Grant>> leaves) => Write((connection, transaction) =>
    {
        var changed = connection.Execute(OperationsSql.Of("Accounts/EndGrant.sql"), ended.Select(grantId => new { grantId, lastDay = StoredGrant.Text(lastDay), by, at }), transaction);
        connection.Execute(OperationsSql.Of("Accounts/AddGrant.sql"), begun.Select(Row), transaction);
        leaves(OpenGrants(connection, transaction));
        return changed;
    });

    /// <summary>Nobody signs in with it any more: sessions and tokens end too. False where it is closed already.</summary>
    public bool CloseAccount(string login, string because, DateTimeOffset at, Action<IReadOnlyList<Grant>> leaves) => Write((connection, transaction) =>
    {
        var changed = connection.Execute(OperationsSql.Of("Accounts/CloseAccount.sql"), new { login, because, at }, transaction);
        connection.Execute(OperationsSql.Of("Sessions/EndSessions.sql"), new { login, kept = (string?)null }, transaction);
        connection.Execute(OperationsSql.Of("Sessions/RevokeTokens.sql"), new { login, at }, transaction);
        leaves(OpenGrants(connection, transaction));
        return changed;
    }) > 0;

    /// <summary>False where it is open.</summary>
    public bool ReopenAccount(string login, string hash, DateTimeOffset at) => Changed("Accounts/ReopenAccount.sql", new { login, hash, at }) > 0;

    static List<Grant> OpenGrants(SqliteConnection connection, SqliteTransaction transaction) =>
        [.. connection.Query<StoredGrant>(OperationsSql.Of("Accounts/OpenGrants.sql"), transaction: transaction).Select(stored => stored.Grant)];

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
