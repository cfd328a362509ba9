namespace Reporting.Portal.Accounts;

/// <summary>Who asks, with the grants that hold today. All questions of "may I" are answered here and nowhere else.</summary>
public sealed record Caller(string Login, string Name, bool MustChange, IReadOnlyList<Grant> Grants)
{
    public bool Has(params IReadOnlyList<Role> roles) => Grants.Any(grant => roles.Contains(grant.Role));

    /// <summary>Whether one of the roles reaches a whole district.</summary>
    public bool Covers(string district, params IReadOnlyList<Role> roles) => Grants.Any(grant => roles.Contains(grant.Role) && grant.Covers(district));

    /// <summary>Whether one of the roles reaches a unit of a district.</summary>
    public bool CoversUnit(string district, string unit, params IReadOnlyList<Role> roles) => Grants.Any(grant => roles.Contains(grant.Role) && grant.Covers(district, unit));

    /// <summary>Whether what is of no district is theirs to administer: accounts, definitions, the audit.</summary>
    public bool AdministersAll => Grants.Any(grant => grant is { Role: Role.admin, District: null });

    /// <summary>The roles that read figures; 管理 and 运维 keep the system and see none.</summary>
    public static IReadOnlyList<Role> Readers { get; } = [Role.reporter, Role.reviewer, Role.leader, Role.assessor];

    /// <summary>Whether the figures and sheets of a unit may be read; a whole district's are those of the unit with its code.</summary>
    public bool Reads(string district, string unit) => CoversUnit(district, unit, Readers);
}

