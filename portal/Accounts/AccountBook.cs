using System.Security.Cryptography;
using System.Text;
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

    static readonly PasswordHasher<string> hasher = new();

    /// <summary>Held against where there is no such account, so that the answer takes as long.</summary>
    static readonly Lazy<string> nobodysHash = new(() => hasher.HashPassword("", Secrets.OneTimePassword()));

    /// <summary>Of this process alone, so that nobody guesses from the store what was typed for a login.</summary>
    static readonly byte[] strangersKey = RandomNumberGenerator.GetBytes(32);

    OperationsStore Store => office.Operations;

    DateTimeOffset Now => office.Time.GetUtcNow();

    DateOnly Today => ShanghaiTime.DateOf(office.Now);

    public IReadOnlyList<Account> All() => [.. Store.AllAccounts().Select(account => account.Shown)];

    public Account? Find(string login) => Store.Account(login.Trim())?.Shown;

    /// <summary>王芳（副主任）: by name and post, where the login has an account; the login itself where it has none.</summary>
    public string Named(string login) => Find(login) is not { } account ? login
        : GrantsToday(account.Login).FirstOrDefault(grant => grant.Post is not null)?.Post is { } post ? $"{account.Name}（{post}）" : account.Name;

    /// <summary>Who asks; null: there is no such account, or it is closed.</summary>
    public Caller? CallerOf(string login) => Store.Account(login.Trim()) is { ClosedAt: null } account
        ? new(account.Login, account.Name, account.MustChange != 0, GrantsToday(account.Login)) : null;

    IReadOnlyList<Grant> GrantsToday(string login) => [.. Store.Grants(login).Select(stored => stored.Grant).Where(grant => grant.HoldsOn(Today))];

    /// <summary>Looks at a login and a password. Whoever is in still has to have a session opened.</summary>
    /// <param name="fromAddress">For the audit.</param>
    /// <param name="browser">What a browser was given when this login last signed in with it; null: it never did. Its attempts are counted apart, so nobody locks a colleague out of their own desk by mistyping elsewhere.</param>
    public SignInAnswer SignIn(string login, string password, string? fromAddress = null, string? browser = null)
    {
        var now = Now;
        if (Store.Account(login.Trim()) is not { } account) return OfNobody(login.Trim(), password, now, fromAddress);
        var desk = browser is null ? null : Keyed($"{account.Login}|{browser}");
        // While it is locked nothing is looked at, and nothing audited: who knocks on and on would fill the disk.
        if (!Take(account, desk, now)) return AfterWrong(account.Login, desk, now);
        var right = Verify(account, password, now);
        if (right && desk is not null) Store.ForgetStranger(desk);
        var answer = right ? Known(account, now) : AfterWrong(account.Login, desk, now);
        // A slip of the fingers is nobody's business; a lock is.
        if (right || answer.State == SignInState.locked) Audit(account.Login, "sign-in", answer.IsIn ? null : answer.State.ToString(), now, fromAddress);
        return answer;
    }

    SignInAnswer Known(StoredAccount account, DateTimeOffset now) =>
        account.ClosedAt is not null ? new(SignInState.closed)
        : account.MustChange != 0 && account.PasswordSetAt + OneTimePasswordHolds <= now ? new(SignInState.expired)
        : GrantsToday(account.Login).Count == 0 ? new(SignInState.no_grant)
        : new(SignInState.signed_in, Find(account.Login));

    /// <summary>Step by step what is done for an account, so that neither the answer nor its time tells that there is none.</summary>
    SignInAnswer OfNobody(string login, string password, DateTimeOffset now, string? fromAddress)
    {
        var hash = Keyed(login.ToUpperInvariant());
        var taken = Store.TakeStranger(hash, MostWrongAttempts, now + LockOut, now);
        if (taken) hasher.VerifyHashedPassword(login, nobodysHash.Value, password);
        if (Store.StrangerLock(hash, now) is not { } until) return new(SignInState.wrong);
        if (taken) Audit("?", "sign-in", $"{SignInState.locked}", now, fromAddress);
        return new(SignInState.locked, LockedUntil: until);
    }

    static string Keyed(string words) => Convert.ToHexStringLower(HMACSHA256.HashData(strangersKey, Encoding.UTF8.GetBytes(words)));

    bool Take(StoredAccount account, string? desk, DateTimeOffset now) => desk is null
        ? Store.TakeAttempt(account.Login, MostWrongAttempts, now + LockOut, now) : Store.TakeStranger(desk, MostWrongAttempts, now + LockOut, now);

    /// <summary>What is told after a wrong password, which may have been the one that locks.</summary>
    SignInAnswer AfterWrong(string login, string? desk, DateTimeOffset now) =>
        (desk is null ? Store.Account(login)?.LockedUntil : Store.StrangerLock(desk, now)) is { } until && until > now ? new(SignInState.locked, LockedUntil: until) : new(SignInState.wrong);

    /// <summary>What no verb does.</summary>
    void Audit(string login, string act, string? refused, DateTimeOffset at, string? fromAddress, string arguments = "{}") =>
        Store.Audit(new(at, login, act, arguments, null, refused is null ? 0 : 3, refused, fromAddress));

    /// <summary>Whether somebody who is signed in knows the password, asked before what outlives the session. Counted as a sign-in is.</summary>
    public bool Knows(string login, string password)
    {
        var (account, now) = (Open(login), Now);
        return Store.TakeAttempt(account.Login, MostWrongAttempts, now + LockOut, now) && Verify(account, password, now);
    }

    /// <summary>Whether it is the password; then what was wrong before is forgotten, unless it has become another one while it was looked at.</summary>
    bool Verify(StoredAccount account, string password, DateTimeOffset now)
    {
        var found = hasher.VerifyHashedPassword(account.Login, account.PasswordHash, password);
        if (found == PasswordVerificationResult.Failed) return false;
        return Store.SignedIn(account.Login, account.PasswordHash, found == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account.Login, password) : null, now);
    }
}
