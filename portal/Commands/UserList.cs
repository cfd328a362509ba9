using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>Who can sign in, how each account stands, and what each may do.</summary>
static class UserList
{
    public static Verb Verb { get; } = new("user list", "列出账号：状态、角色、何时来过；历次授权", "accounts, how they stand, what they may do, when they were seen; all grants there were")
    {
        Parameters = [new("--all", ParameterKind.Flag, "停用的账号和到期的授权也列", "closed accounts and ended grants too")],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var (all, now) = (request.Has("--all"), office.Time.GetUtcNow());
        var today = ShanghaiTime.DateOf(now.UtcDateTime);
        var grants = office.Accounts.History().Where(stored => all || stored.Grant.To is null || stored.Grant.To >= today).ToLookup(stored => stored.Login, StringComparer.OrdinalIgnoreCase);
        var accounts = office.Accounts.All().Where(account => all || !account.IsClosed).ToList();
        if (request.Json) return Answer.Document(new { accounts = accounts.Select(account => Printed(account, grants[account.Login])) });
        if (accounts.Count == 0) return Answer.Done(request.Say("还没有账号；serve 第一次运行时建一个，或用 user add。", "There is no account yet; the first serve makes one, or see user add."));
        return Answer.Done(string.Join('\n', accounts.SelectMany(account => grants[account.Login].Select(stored => $"    {AskedAccount.InWords(stored.Grant, office)}{Ended(stored)}")
            .Prepend($"{account.Login}  {account.Name}  {account.Mail}{(account.Mail is null ? "" : "  ")}{InWords(account, now)}"))));
    }

    static string Ended(StoredGrant stored) => stored.EndedAt is { } at ? $"（{stored.EndedBy} 于 {ShanghaiTime.Print(at.UtcDateTime)} 收回或交接）" : "";

    static string InWords(Account account, DateTimeOffset now) =>
        account.ClosedAt is { } closed ? $"已停用（{ShanghaiTime.Print(closed.UtcDateTime)}，{account.ClosedBecause}）"
        : account.LockedUntil is { } until && until > now ? $"锁到 {ShanghaiTime.Print(until.UtcDateTime)}"
        : account.MustChange ? "一次性密码还没有改"
        : account.LastSeenAt is { } seen ? $"最近 {ShanghaiTime.Print(seen.UtcDateTime)}" : "没有来过";

    static object Printed(Account account, IEnumerable<StoredGrant> grants) => new
    {
        account.Login, account.Name, account.Mail, account.MustChange, account.LockedUntil, account.LastSeenAt, account.CreatedAt, account.ClosedAt, account.ClosedBecause,
        Grants = grants.Select(stored => new
        {
            Id = stored.GrantId, stored.Role, stored.District, stored.Unit, stored.Post, stored.Grant.From, stored.Grant.To, stored.GrantedBy, stored.GrantedAt, stored.EndedBy, stored.EndedAt,
        }),
    };
}
