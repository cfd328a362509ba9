using System.Globalization;
using Reporting.Portal.Accounts;

namespace Reporting.Portal.Operations;

/// <summary>An account with what only the book of accounts may see.</summary>
/// <param name="MustChange">1 or 0: SQLite has no truth values.</param>
public sealed record StoredAccount(
    string Login, string Name, string? Mail, string PasswordHash, DateTimeOffset PasswordSetAt, long MustChange, DateTimeOffset? LockedUntil,
    DateTimeOffset? LastSeenAt, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? ClosedAt, string? ClosedBecause)
{
    public Account Shown => new(Login, Name, Mail, MustChange != 0, LockedUntil, LastSeenAt, CreatedAt, ClosedAt, ClosedBecause);
}

/// <summary>A grant with what became of it. Days are text, as SQLite holds them.</summary>
/// <param name="ToldAt">When the admins were told of it, where they are to be.</param>
public sealed record StoredGrant(
    long GrantId, string Login, Role Role, string? District, string? Unit, string? Post, string FromDay, string? ToDay, string GrantedBy, DateTimeOffset GrantedAt,
    string? EndedBy, DateTimeOffset? EndedAt, DateTimeOffset? ToldAt)
{
    public Grant Grant => new(GrantId, Login, Role, District, Unit, Post, Day(FromDay), ToDay is null ? null : Day(ToDay), GrantedBy, GrantedAt);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A browser that is signed in.</summary>
/// <param name="SeenAt">To the minute: not each page is written down.</param>
/// <param name="EndsAt">However much is done in it.</param>
public sealed record Session(string IdHash, string Login, DateTimeOffset BegunAt, DateTimeOffset SeenAt, DateTimeOffset EndsAt, string? FromAddress, string? Agent);

/// <summary>By which a program asks in somebody's name.</summary>
public sealed record ApiToken(long TokenId, string Login, string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);
