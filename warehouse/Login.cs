namespace Reporting.Warehouse;

/// <summary>Logins as they are compared where a second person is asked for.</summary>
public static class Login
{
    /// <summary>Who acts where nobody does: a job by its schedule, the program as it starts. No account has this name.</summary>
    public const string OfSystem = "system";

    /// <summary>Whether two logins are one person's: a login names the same person however its letters are written.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
