using System.Text.RegularExpressions;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Accounts;

public sealed partial class AccountBook
{
    /// <summary>The account that the first start makes.</summary>
    public const string First = "admin";

    /// <summary>Nobody was seen for so long: the account is closed.</summary>
    public static readonly TimeSpan MayIdle = TimeSpan.FromDays(180);

    const int LongestName = 60, LongestMail = 254;

    /// <summary>Makes an account; it may do nothing until something is granted to it.</summary>
    /// <returns>The password for once, told here and never again.</returns>
    /// <exception cref="MisuseException">The login is taken, or what is given for it is no login, name or mail address.</exception>
    public string Add(string login, string name, string? mail, string by)
    {
        var (asked, called, address) = (login.Trim(), OneLine.Of(name).Trim(), mail?.Trim().ToLowerInvariant());
        if (!LoginPattern().IsMatch(asked) || Warehouse.Login.AreSame(asked, Warehouse.Login.OfSystem))
            throw new MisuseException($"“{asked}”不能作账号：要 2 到 40 个字母、数字或汉字，中间可以有 . _ -，不能是 {Warehouse.Login.OfSystem}。", $"'{asked}' is no login: 2 to 40 letters, digits or Chinese signs, with . _ - between them, and not {Warehouse.Login.OfSystem}.");
        if (called.Length is 0 or > LongestName) throw new MisuseException($"姓名要有 1 到 {LongestName} 个字。", $"A name has 1 to {LongestName} letters.");
        if (address is not null && (address.Length > LongestMail || !MailPattern().IsMatch(address))) throw new MisuseException($"“{address}”不是邮箱地址。", $"'{address}' is no mail address.");
        var password = Secrets.OneTimePassword();
        if (!Store.AddAccount(asked, called, address, hasher.HashPassword(asked, password), by, Now))
            throw new MisuseException($"账号 {asked} 已经有了（停用的账号也占着）；换一个，或用 user reset、user reopen。", $"The login {asked} is taken, if only by a closed account; choose another, or see user reset and user reopen.");
        return password;
    }

    /// <summary>Where there is no account at all: one for whoever set the program up, who makes the others.</summary>
    /// <returns>Its password for once; null: there are accounts.</returns>
    public string? AddFirst()
    {
        if (Store.AllAccounts().Count > 0) return null;
        var (password, now) = (Add(First, "系统管理员", null, Warehouse.Login.OfSystem), Now);
        // Nobody is there who could be told of them.
        foreach (var role in new[] { Role.admin, Role.operations })
            Store.MarkGrantTold(Store.AddGrant(new(0, First, role, null, null, null, Today, null, Warehouse.Login.OfSystem, now)), now);
        Audit(Warehouse.Login.OfSystem, "first account", null, now, null);
        return password;
    }

    /// <summary>A forgotten password: another one for once. Signed out everywhere, tokens revoked, locked no more. The admins hear of it, for whoever reset it can sign in as its owner.</summary>
    public string Reset(string login, string by)
    {
        var (account, password, now) = (Open(login), Secrets.OneTimePassword(), Now);
        // Told first: a crash between leaves something told that was not done, never something untold.
        office.Warehouse.Outbox.Announce([AdminNotices.Reset(account.Shown, by, now)]);
        office.CarryNotices();
        Store.SetPassword(account.Login, hasher.HashPassword(account.Login, password), mustChange: true, known: null, keptSession: null, now);
        return password;
    }

    /// <summary>By its owner, who knows the old one. Other sessions end.</summary>
    /// <param name="session">The id of the one that goes on; null: none.</param>
    /// <returns>Why it was not changed; nothing where it was.</returns>
    public IReadOnlyList<(string Zh, string En)> ChangePassword(string login, string old, string wanted, string? session, string? fromAddress = null)
    {
        var (account, now) = (Open(login), Now);
        if (!Store.TakeAttempt(account.Login, MostWrongAttempts, now + LockOut, now)) return [Said(AfterWrong(account.Login, null, now))];
        var right = Verify(account, old, now);
        var broken = right ? PasswordRules.Broken(wanted, account.Login, account.Name, old)
            : AfterWrong(account.Login, null, now) is { State: SignInState.locked } locked ? [Said(locked)] : [("原密码不对。", "The old password is wrong.")];
        // The framework may have wanted the old one's hash made anew while it was looked at.
        if (broken.Count == 0 && !Store.SetPassword(account.Login, hasher.HashPassword(account.Login, wanted), mustChange: false, Store.Account(account.Login)?.PasswordHash, session is null ? null : Secrets.Hash(session), now))
            broken = [("密码刚被重置过；用新的一次性密码再登录。", "The password has just been reset; sign in with the new one.")];
        Audit(account.Login, "change password", broken.Count == 0 ? null : right ? "rules" : "wrong", now, fromAddress);
        return broken;
    }

    static (string Zh, string En) Said(SignInAnswer answer) => (answer.In("zh"), answer.In("en"));

    /// <summary>Nobody signs in with it any more; what it did and was stays.</summary>
    public void Close(string login, string because)
    {
        var account = Open(login);
        var held = GrantsToday(account.Login).Any(grant => AdminNotices.IsTold(grant.Role));
        Store.CloseAccount(account.Login, OneLine.Of(because).Trim(), Now, left => Administered(left, account.Login, "停用", "closed"));
        if (!held) return;
        office.Warehouse.Outbox.Announce([AdminNotices.Closed(account.Shown, OneLine.Of(because).Trim(), Now)]);
        office.CarryNotices();
    }

    /// <returns>The password for once.</returns>
    public string Reopen(string login)
    {
        var account = There(login);
        var password = Secrets.OneTimePassword();
        return Store.ReopenAccount(account.Login, hasher.HashPassword(account.Login, password), Now) ? password
            : throw new MisuseException($"账号 {account.Login} 没有停用。", $"The account {account.Login} is not closed.");
    }

    /// <summary>Closes what nobody has used for long; the admins are told. The last of them is never closed.</summary>
    /// <returns>The logins that were closed.</returns>
    public IReadOnlyList<string> CloseIdle()
    {
        var now = Now;
        var because = $"{MayIdle.TotalDays:0} 天没有人登录";
        var closed = new List<string>();
        foreach (var account in Store.AllAccounts().Where(one => one.ClosedAt is null && (one.LastSeenAt > one.PasswordSetAt ? one.LastSeenAt.Value : one.PasswordSetAt) + MayIdle <= now))
        {
            var left = Store.OpenGrants().Where(grant => !Warehouse.Login.AreSame(grant.Login, account.Login)).ToList();
            if (IsLastAdmin(account.Login, left)) continue;
            // Told first: a crash between leaves something told twice, never something untold.
            office.Warehouse.Outbox.Announce([AdminNotices.Closed(account.Shown, because, now)]);
            Close(account.Login, because);
            Audit(Warehouse.Login.OfSystem, "close idle account", null, now, null);
            closed.Add(account.Login);
        }
        if (closed.Count > 0) office.CarryNotices();
        return closed;
    }

    StoredAccount Open(string login) => Store.Account(login.Trim()) is { ClosedAt: null } account ? account : throw NoAccount(login);

    /// <summary>An account that is there, if only closed.</summary>
    StoredAccount There(string login) => Store.Account(login.Trim()) ?? throw new MisuseException($"没有账号“{login}”；用 user list 查看。", $"There is no account '{login}'; see user list.");

    [GeneratedRegex(@"^[A-Za-z0-9\u4e00-\u9fff]([A-Za-z0-9\u4e00-\u9fff._-]{0,38})[A-Za-z0-9\u4e00-\u9fff]\z")]
    private static partial Regex LoginPattern();

    [GeneratedRegex(@"^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9.-]+\z")]
    private static partial Regex MailPattern();
}
