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

    /// <summary>Who asks; null: there is no such account, or it is closed.</summary>
    public Caller? CallerOf(string login) => Store.Account(login.Trim()) is { ClosedAt: null } account
        ? new(account.Login, account.Name, account.MustChange != 0, GrantsToday(account.Login)) : null;

    IReadOnlyList<Grant> GrantsToday(string login) => [.. Store.Grants(login).Select(stored => stored.Grant).Where(grant => grant.HoldsOn(Today))];

    /// <summary>Looks at a login and a password. Whoever is in still has to have a session opened.</summary>
    /// <param name="fromAddress">For the audit.</param>
    public SignInAnswer SignIn(string login, string password, string? fromAddress = null)
    {
        var now = Now;
        if (Store.Account(login.Trim()) is not { } account) return OfNobody(login.Trim(), password, now, fromAddress);
        // While it is locked nothing is looked at, and nothing audited: who knocks on and on would fill the disk.
        if (!Store.TakeAttempt(account.Login, MostWrongAttempts, now + LockOut, now)) return AfterWrong(account.Login, now);
        var right = Verify(account, password, now);
        var answer = right ? Known(account, now) : AfterWrong(account.Login, now);
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
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(strangersKey, Encoding.UTF8.GetBytes(login.ToUpperInvariant())));
        var taken = Store.TakeStranger(hash, MostWrongAttempts, now + LockOut, now);
        if (taken) hasher.VerifyHashedPassword(login, nobodysHash.Value, password);
        if (Store.StrangerLock(hash, now) is not { } until) return new(SignInState.wrong);
        if (taken) Audit("?", "sign-in", $"{SignInState.locked}", now, fromAddress);
        return new(SignInState.locked, LockedUntil: until);
    }

    /// <summary>What is told after a wrong password, which may have been the one that locks.</summary>
    SignInAnswer AfterWrong(string login, DateTimeOffset now) =>
        Store.Account(login)?.LockedUntil is { } until && until > now ? new(SignInState.locked, LockedUntil: until) : new(SignInState.wrong);

    /// <summary>What no verb does.</summary>
    void Audit(string login, string act, string? refused, DateTimeOffset at, string? fromAddress) =>
        Store.Audit(new(at, login, act, "{}", null, refused is null ? 0 : 3, refused, fromAddress));

    /// <summary>Whether it is the password; then what was wrong before is forgotten, unless it has become another one while it was looked at.</summary>
    bool Verify(StoredAccount account, string password, DateTimeOffset now)
    {
        var found = hasher.VerifyHashedPassword(account.Login, account.PasswordHash, password);
        if (found == PasswordVerificationResult.Failed) return false;
        return Store.SignedIn(account.Login, account.PasswordHash, found == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account.Login, password) : null, now);
    }
}
