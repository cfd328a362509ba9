using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>The scores of all units of a scheme in one year, by group and rank; units without a score last.</summary>
/// <param name="Through">Last month that counts: before December the board is provisional.</param>
public sealed record ScoreBoard(string Scheme, int SchemeVersion, int Year, string Through, IReadOnlyList<ScoredUnit> Units);

/// <param name="Score">Null: 待定.</param>
/// <param name="Rank">Within the group; equal scores share a rank and the next is skipped. Null without a score.</param>
/// <param name="Of">Units of the group that have a score.</param>
public sealed record ScoredUnit(
    string OrgUnit, string Name, string Group, decimal? Score, IReadOnlyList<ScoredRule> Rules, int? Rank, int Of, string? Grade, bool IsVetoed)
{
    /// <summary>How the rules' points became the score.</summary>
    public required string Words { get; init; }

    /// <summary>Why the grade is not the one that the score alone would give; null where it is.</summary>
    public string? GradeWords { get; init; }
}

/// <param name="Score">Points, below 0 for a deduction; null where the rule does not count, or not yet.</param>
/// <param name="Words">What was asked, what was held, and the arithmetic.</param>
/// <param name="Commitment">The commitment it is taken from; null for duties and conduct.</param>
public sealed record ScoredRule(string Id, string Name, decimal Weight, decimal? Score, string Words, string? Commitment)
{
    public required ScoringMethod Method { get; init; }
    public required string Practice { get; init; }

    /// <summary>The weight that counts in this score: none where the rule does not apply to the unit.</summary>
    public decimal Counted { get; init; }

    /// <summary>The score waits for this rule.</summary>
    public bool IsHeld { get; init; }

    public bool IsVeto { get; init; }

    /// <summary>Of the commitment, for whoever lays it out.</summary>
    public decimal? Target { get; init; }
    public decimal? Value { get; init; }
    public string? Unit { get; init; }
}
