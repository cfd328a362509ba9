using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Accounts;

/// <summary>Who can sign in, with what, and what they may do today.</summary>
public sealed partial class AccountBook(Office office)
{
    /// <summary>The last of so many wrong passwords in a row locks the account for <see cref="LockOut"/>.</summary>
    public const int MostWrongAttempts = 5;

    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    /// <summary>How long somebody has for the first sign-in.</summary>
    public static readonly TimeSpan OneTimePasswordHolds = TimeSpan.FromDays(7);

    const int LongestName = 60, LongestMail = 254;

    /// <summary>Rows that the program itself wrote bear this login.</summary>
    const string Program = "system";

    static readonly PasswordHasher<string> hasher = new();

    /// <summary>Held against where there is no such account, so that the answer takes as long.</summary>
    static readonly Lazy<string> nobodysHash = new(() => hasher.HashPassword("", Secrets.OneTimePassword()));

    readonly Strangers strangers = new();

    OperationsStore Store => office.Operations;

    DateTimeOffset Now => office.Time.GetUtcNow();

    DateOnly Today => ShanghaiTime.DateOf(office.Now);

    public IReadOnlyList<Account> All() => [.. Store.AllAccounts().Select(account => account.Shown)];

    public Account? Find(string login) => Store.Account(login.Trim())?.Shown;

    /// <summary>Who asks; null: there is no such account, or it is closed.</summary>
    public Caller? CallerOf(string login) => Store.Account(login.Trim()) is { ClosedAt: null } account
        ? new(account.Login, account.Name, account.MustChange != 0, GrantsToday(account.Login)) : null;

    IReadOnlyList<Grant> GrantsToday(string login) => [.. Store.Grants(login).Select(stored => stored.Grant).Where(grant => grant.HoldsOn(Today))];

    /// <summary>Makes an account; it may do nothing until something is granted to it.</summary>
    /// <returns>The password for once, told here and never again.</returns>
    /// <exception cref="MisuseException">The login is taken, or what is given for it is no login, name or mail address.</exception>
    public string Add(string login, string name, string? mail, string by)
    {
        var (asked, called, address) = (login.Trim(), OneLine.Of(name).Trim(), mail?.Trim().ToLowerInvariant());
        if (!LoginPattern().IsMatch(asked) || Warehouse.Login.AreSame(asked, Program))
            throw new MisuseException($"“{asked}”不能作账号：要 2 到 40 个字母、数字或汉字，中间可以有 . _ -，不能是 {Program}。", $"'{asked}' is no login: 2 to 40 letters, digits or Chinese signs, with . _ - between them, and not {Program}.");
        if (called.Length is 0 or > LongestName) throw new MisuseException($"姓名要有 1 到 {LongestName} 个字。", $"A name has 1 to {LongestName} letters.");
        if (address is not null && (address.Length > LongestMail || !MailPattern().IsMatch(address))) throw new MisuseException($"“{address}”不是邮箱地址。", $"'{address}' is no mail address.");
        var password = Secrets.OneTimePassword();
        if (!Store.AddAccount(asked, called, address, hasher.HashPassword(asked, password), by, Now))
            throw new MisuseException($"账号 {asked} 已经有了（停用的账号也占着）；换一个，或用 user reset、user reopen。", $"The login {asked} is taken, if only by a closed account; choose another, or see user reset and user reopen.");
        return password;
    }

    /// <summary>Looks at a login and a password. Whoever is in still has to have a session opened.</summary>
    public SignInAnswer SignIn(string login, string password)
    {
        var now = Now;
        if (Store.Account(login.Trim()) is not { } account) return OfNobody(login.Trim(), password, now);
        if (!Store.TakeAttempt(account.Login, MostWrongAttempts, now + LockOut, now)) return Locked(account.Login, now);
        if (!Verify(account, password, now)) return Locked(account.Login, now);
        if (account.ClosedAt is not null) return new(SignInState.closed);
        if (account.MustChange != 0 && account.PasswordSetAt + OneTimePasswordHolds <= now) return new(SignInState.expired);
        return GrantsToday(account.Login).Count == 0 ? new(SignInState.no_grant) : new(SignInState.signed_in, Find(account.Login));
    }

    SignInAnswer OfNobody(string login, string password, DateTimeOffset now)
    {
        var (before, after) = strangers.Attempt(login, now);
        if (before is null) hasher.VerifyHashedPassword(login, nobodysHash.Value, password);
        return after is { } until ? new(SignInState.locked, LockedUntil: until) : new(SignInState.wrong);
    }

    /// <summary>What is told after a wrong password, which may have been the one that locks.</summary>
    SignInAnswer Locked(string login, DateTimeOffset now) =>
        Store.Account(login)?.LockedUntil is { } until && until > now ? new(SignInState.locked, LockedUntil: until) : new(SignInState.wrong);

    /// <summary>Whether it is the password; then what was wrong before is forgotten, unless it has become another one while it was looked at.</summary>
    bool Verify(StoredAccount account, string password, DateTimeOffset now)
    {
        var found = hasher.VerifyHashedPassword(account.Login, account.PasswordHash, password);
        if (found == PasswordVerificationResult.Failed) return false;
        return Store.SignedIn(account.Login, account.PasswordHash, found == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account.Login, password) : null, now);
    }

    [GeneratedRegex(@"^[A-Za-z0-9\u4e00-\u9fff]([A-Za-z0-9\u4e00-\u9fff._-]{0,38})[A-Za-z0-9\u4e00-\u9fff]\z")]
    private static partial Regex LoginPattern();

    [GeneratedRegex(@"^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9.-]+\z")]
    private static partial Regex MailPattern();
}
