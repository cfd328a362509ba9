namespace Reporting.Portal.Accounts;

/// <summary>Somebody at a post, from a day to a day: a role and where it holds. What has ended stays as history.</summary>
/// <param name="District">Code; null: every district (and then <paramref name="Unit"/> is null too).</param>
/// <param name="Unit">Code of the one unit it holds for; null: the whole district. A reporter always has one.</param>
/// <param name="Post">岗位, as it is signed with; null where none was told.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null: until it is ended.</param>
public sealed record Grant(long GrantId, string Login, Role Role, string? District, string? Unit, string? Post, DateOnly From, DateOnly? To, string GrantedBy, DateTimeOffset GrantedAt)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Whether it reaches a whole district.</summary>
    public bool Covers(string district) => Unit is null && (District is null || District == district);

    /// <summary>Whether it reaches one unit of a district; the district's own figures are those of the unit with its code.</summary>
    public bool Covers(string district, string unit) => Covers(district) || (District, Unit) == (district, unit);
}
