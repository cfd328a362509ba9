using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Accounts;

public sealed partial class AccountBook
{
    /// <summary>A session ends when nothing was asked in it for so long.</summary>
    public static readonly TimeSpan SessionIdles = TimeSpan.FromHours(8);

    /// <summary>And after so long at the latest.</summary>
    public static readonly TimeSpan SessionLasts = TimeSpan.FromHours(24);

    /// <summary>Not each page is worth a write to the disk.</summary>
    static readonly TimeSpan touchEach = TimeSpan.FromMinutes(1);

    /// <summary>More than a unit has systems: a page full of forgotten ones is looked at by nobody.</summary>
    public const int MostTokens = 20;

    const int LongestAgent = 200, LongestTokenName = 60, MostTokenDays = 400;

    /// <summary>A browser signs in.</summary>
    /// <returns>The id for its cookie, kept nowhere else.</returns>
    public string OpenSession(string login, string? fromAddress, string? agent)
    {
        var (id, now) = (Secrets.Opaque(), Now);
        Store.ForgetSessions(now, now - SessionIdles);
        Store.ForgetStrangers(now - SessionLasts);
        var told = agent is { Length: > LongestAgent } ? agent[..LongestAgent] : agent;
        if (!Store.OpenSession(new(Secrets.Hash(id), login.Trim(), now, now, now + SessionLasts, fromAddress, told))) throw NoAccount(login);
        return id;
    }

    /// <summary>The session of a cookie; null: there is none, or it has ended. Somebody is there now.</summary>
    public Session? FindSession(string id)
    {
        var now = Now;
        if (Store.Session(Secrets.Hash(id)) is not { } session || session.EndsAt <= now || session.SeenAt + SessionIdles <= now) return null;
        if (session.SeenAt + touchEach <= now) Store.TouchSession(session.IdHash, session.Login, now);
        return session;
    }

    public void EndSession(string id) => Store.EndSession(Secrets.Hash(id));

    /// <summary>Signs somebody out everywhere.</summary>
    public void EndSessions(string login) => Store.EndSessions(login.Trim());

    /// <summary>Where somebody is signed in, the latest first.</summary>
    public IReadOnlyList<Session> SessionsOf(string login) => Store.SessionsOf(login.Trim(), Now, Now - SessionIdles);

    /// <summary>Lets a program ask in somebody's name.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="fromAddress">For the audit.</param>
    /// <returns>Its number, and the token itself, told here and never again.</returns>
    public (long TokenId, string Token) IssueToken(string login, string name, int days, string? fromAddress = null)
    {
        var (called, now) = (OneLine.Of(name).Trim(), Now);
        if (called.Length is 0 or > LongestTokenName) throw new MisuseException($"令牌要有名称，最多 {LongestTokenName} 个字。", $"A token has a name of at most {LongestTokenName} letters.");
        if (days is < 1 or > MostTokenDays) throw new MisuseException($"令牌的有效期是 1 到 {MostTokenDays} 天。", $"A token holds for 1 to {MostTokenDays} days.");
        if (CallerOf(login) is not { } caller) throw NoAccount(login);
        if (TokensOf(caller.Login).Count(held => held.RevokedAt is null && held.ExpiresAt > now) >= MostTokens) throw new MisuseException($"已有 {MostTokens} 个令牌；先收回不用的。", $"There are {MostTokens} tokens already; revoke those that are not used.");
        var token = Secrets.Opaque();
        var number = Store.AddToken(Secrets.Hash(token), caller.Login, called, now, now.AddDays(days));
        Audit(caller.Login, "issue token", null, now, fromAddress, $$"""{"token":{{number}}}""");
        return (number, token);
    }

    /// <summary>A token that holds; null: there is none, it was revoked, or its time is over.</summary>
    public ApiToken? FindToken(string token)
    {
        var now = Now;
        if (Store.Token(Secrets.Hash(token)) is not { RevokedAt: null } found || found.ExpiresAt <= now) return null;
        if (found.LastUsedAt is not { } used || used + touchEach <= now) Store.TouchToken(found.TokenId, found.Login, now);
        return found;
    }

    public IReadOnlyList<ApiToken> TokensOf(string login) => Store.TokensOf(login.Trim());

    /// <summary>False where the login has no such token, or it was revoked before.</summary>
    public bool RevokeToken(string login, long tokenId, string? fromAddress = null)
    {
        var revoked = Store.RevokeToken(login.Trim(), tokenId, Now);
        if (revoked) Audit(login.Trim(), "revoke token", null, Now, fromAddress, $$"""{"token":{{tokenId}}}""");
        return revoked;
    }

    static MisuseException NoAccount(string login) => new($"没有开着的账号“{login}”；用 user list 查看。", $"There is no open account '{login}'; see user list.");
}
