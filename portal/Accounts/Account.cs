namespace Reporting.Portal.Accounts;

/// <summary>Somebody who can sign in; the login is the one that <c>--by</c> names. The password's hash never leaves the store.</summary>
/// <param name="Mail">In small letters; null: nobody writes to them.</param>
/// <param name="MustChange">The password was given by somebody else: nothing but changing it is open.</param>
/// <param name="LockedUntil">After too many wrong passwords; null: not locked.</param>
/// <param name="ClosedAt">Nobody signs in with it any more; the login stays taken, for it stands in what was decided.</param>
public sealed record Account(
    string Login, string Name, string? Mail, bool MustChange, DateTimeOffset? LockedUntil, DateTimeOffset? LastSeenAt, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt, string? ClosedBecause)
{
    public bool IsClosed => ClosedAt is not null;
}
