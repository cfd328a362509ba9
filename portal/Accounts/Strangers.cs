namespace Reporting.Portal.Accounts;

/// <summary>
/// Wrong attempts under logins that there are not: they are locked as those are that there are, or the answer would tell which is which.
/// Only in memory: what is typed for a login is sometimes a password.
/// </summary>
sealed class Strangers
{
    const int MostHeld = 10_000;

    readonly Lock access = new();
    readonly Dictionary<string, (int Wrong, DateTimeOffset? Until)> held = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Until when the login is locked before the password is even looked at, and after it was found wrong.</returns>
    public (DateTimeOffset? Before, DateTimeOffset? After) Attempt(string login, DateTimeOffset now)
    {
        lock (access)
        {
            if (held.Count >= MostHeld) held.Clear();
            var (wrong, until) = held.GetValueOrDefault(login);
            if (until > now) return (until, until);
            var count = until is null ? wrong + 1 : 1;
            DateTimeOffset? locked = count >= AccountBook.MostWrongAttempts ? now + AccountBook.LockOut : null;
            held[login] = (count, locked);
            return (null, locked);
        }
    }
}
