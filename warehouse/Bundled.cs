using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>A table of a year that was accepted, with its file.</summary>
public sealed record BundledTable(
    long TableId, long SubmissionId, string Receipt, string FileName, string Sha256, long Size, string SentBy, DateTime ReceivedAt, int Number, string? Sheet, string? Range,
    string? Form, int? FormVersion, string? OrgUnit, PeriodKind? PeriodKind, DateOnly? PeriodStart, long? LoadId, bool Nil);

/// <summary>What somebody decided about a table, and why.</summary>
public sealed record BundledDecision(
    string Receipt, string FileName, int Number, string? Form, string? OrgUnit, DateOnly? PeriodStart, string Decision, string? Reason, string DecidedBy, DateTime DecidedAt, long? LoadId);

/// <summary>归档: what the warehouse gives to the file of a district's year, as known at a load.</summary>
public sealed class Bundled(DuckDbGateway gateway)
{
    public IReadOnlyList<BundledTable> Tables(string district, int year, long asOf) => gateway.Read<BundledTable>("Schema/kept/bundled_tables.sql", new { district, year, asOf });

    public IReadOnlyList<BundledDecision> Decisions(string district, int year, long asOf) => gateway.Read<BundledDecision>("Schema/kept/bundled_decisions.sql", new { district, year, asOf });

    public IReadOnlyList<Explanation> Reasons(string district, int year, long asOf) =>
        gateway.Read<Explanation>("Schema/kept/bundled_reasons.sql", new { district, from = new DateOnly(year, 1, 1), to = new DateOnly(year, 12, 31), asOf });

    /// <summary>The verdicts that went out about submissions by a moment.</summary>
    public IReadOnlyList<Notice> Answers(IEnumerable<long> submissions, DateTime moment) =>
        string.Join(',', submissions) is { Length: > 0 } asked ? gateway.Read<Notice>("Schema/kept/bundled_answers.sql", new { submissions = asked, moment }) : [];
}
