namespace Reporting.Warehouse;

/// <summary>What a person said of a file when sending it: which form (id), whose (code), which period; null for what was not said.</summary>
public sealed record Answers(string? Form, string? OrgUnit, Period? Period)
{
    /// <summary>Who said it, where it was another than the sender; null: the sender.</summary>
    public string? GivenBy { get; init; }
}

public enum AliasKind { form, org_unit }

/// <summary>别名: what words of a sheet mean, as a person once said. Of two about the same words the one known last counts.</summary>
/// <param name="Words">Bare words: for a form its title without unit and period, for a unit what stands after 填报单位.</param>
/// <param name="Target">Id of the form or code of the unit; empty where the alias was forgotten again.</param>
/// <param name="KnownFromLoad">0 until it is written.</param>
public sealed record WordAlias(AliasKind Kind, string District, string Words, string Target, string DecidedBy, long KnownFromLoad);
