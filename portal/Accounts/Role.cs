namespace Reporting.Portal.Accounts;

/// <summary>What somebody may do; where they may do it is the <see cref="Grant"/>'s scope.</summary>
public enum Role
{
    /// <summary>填报: sends sheets of a unit, mends them, explains them.</summary>
    reporter,

    /// <summary>审核: checks, returns, chases, sets and splits targets.</summary>
    reviewer,

    /// <summary>领导: reads figures and editions, and signs editions.</summary>
    leader,

    /// <summary>考核: queries, scores, freezes, explains.</summary>
    assessor,

    /// <summary>管理: people, posts and definitions; sees no figures.</summary>
    admin,

    /// <summary>运维: jobs, backups, deliveries; sees no figures.</summary>
    operations,
}

public static class RoleWords
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>Without districts and without figures.</summary>
    public static bool KeepsTheSystem(this Role role) => role is Role.admin or Role.operations;

    public static string Chinese(this Role role) => role switch
    {
        Role.reporter => "填报",
        Role.reviewer => "审核",
        Role.leader => "领导",
        Role.assessor => "考核",
        Role.admin => "管理",
        _ => "运维",
    };
}
