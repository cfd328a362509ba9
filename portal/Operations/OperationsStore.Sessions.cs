namespace Reporting.Portal.Operations;

public sealed partial class OperationsStore
{
    /// <summary>False where the account has been closed meanwhile.</summary>
    public bool OpenSession(Session session) =>
        Changed("Sessions/OpenSession.sql", new { session.IdHash, session.Login, At = session.BegunAt, session.EndsAt, session.FromAddress, session.Agent }) > 0;

    public Session? Session(string idHash) => Query<Session>("Sessions/OneSession.sql", new { idHash }).SingleOrDefault();

    /// <summary>Those that go on, the latest first.</summary>
    public IReadOnlyList<Session> SessionsOf(string login, DateTimeOffset now, DateTimeOffset idleSince) => Query<Session>("Sessions/SessionsOf.sql", new { login, now, idleSince });

    public void TouchSession(string idHash, string login, DateTimeOffset at)
    {
        Execute("Sessions/TouchSession.sql", new { idHash, at });
        Execute("Accounts/Seen.sql", new { login, at });
    }

    public void EndSession(string idHash) => Execute("Sessions/EndSession.sql", new { idHash });

    /// <param name="kept">The hash of the one that goes on; null: none does.</param>
    public void EndSessions(string login, string? kept = null) => Execute("Sessions/EndSessions.sql", new { login, kept });

    /// <summary>Those that have ended by themselves.</summary>
    public void ForgetSessions(DateTimeOffset now, DateTimeOffset idleSince) => Execute("Sessions/ForgetSessions.sql", new { now, idleSince });

    public long AddToken(string hash, string login, string name, DateTimeOffset at, DateTimeOffset expiresAt) =>
        Query<long>("Sessions/AddToken.sql", new { hash, login, name, at, expiresAt }).Single();

    public ApiToken? Token(string hash) => Query<ApiToken>("Sessions/TokenByHash.sql", new { hash }).SingleOrDefault();

    public IReadOnlyList<ApiToken> TokensOf(string login) => Query<ApiToken>("Sessions/TokensOf.sql", new { login });

    public void TouchToken(long tokenId, string login, DateTimeOffset at)
    {
        Execute("Sessions/TouchToken.sql", new { tokenId, at });
        Execute("Accounts/Seen.sql", new { login, at });
    }

    public bool RevokeToken(string login, long tokenId, DateTimeOffset at) => Changed("Sessions/RevokeToken.sql", new { login, tokenId, at }) > 0;
}
