using Reporting.Portal.Commands;
using Reporting.Warehouse;

namespace Reporting.Portal.Api;

// The shapes of the verbs' documents, by which the OpenAPI document tells them; nothing is copied into them.

/// <summary>What <c>query --json</c> prints.</summary>
sealed record QueryDocument(IReadOnlyList<FigureRow> Rows);

/// <summary>What <c>lineage --json</c> prints.</summary>
sealed record LineageDocument(decimal? Numerator, decimal? Denominator, decimal? Value, FigureState State, IReadOnlyList<LineageAddend> Addends);

sealed record LineageAddend(
    string Org, string Reporter, string? Side, string Element, string Breakdown, string Period, Basis Basis, decimal? Value, string? Unit, string? Submission, string? File, string? Sha256,
    string? Sheet, string? Cell, string? Text, string? Sender, DateTime? ReceivedAt, long Load, string? ReviewedBy, DateTime? ReviewedAt);

/// <summary>What <c>edition list --json</c> prints.</summary>
sealed record EditionsDocument(IReadOnlyList<ListedEdition> Editions);

sealed record ListedEdition(
    long Id, string Report, string District, string? Unit, string Period, int? Number, string State, string File, string Sha256, string? ContentHash, long AsOf, DateTime IssuedAt,
    string? IssuedBy, DateTime? ReleaseAt, long? SignedFrom, string? Reason, int SignaturesAsked, IReadOnlyList<ListedSignature> Signatures);

sealed record ListedSignature(string By, DateTime At, string? Remark);

/// <summary>What sending answers.</summary>
sealed record AnswersDocument(IReadOnlyList<AnswerDocument> Answers);

/// <summary>What <c>submit --json</c> prints of one file.</summary>
sealed record AnswerDocument(
    string Receipt, DateTime ReceivedAt, string FileName, string Sha256, long Size, string? Sender, TableState State, CountsDocument FindingCounts, IReadOnlyList<TableDocument> Tables,
    IReadOnlyList<FindingDocument> Findings);

sealed record CountsDocument(int Error, int Warning, int Info);

sealed record TableDocument(
    int Number, string Sheet, string Range, string? Title, string? Form, string? FormName, string? District, string? Org, string? OrgName, string? Period, decimal? Score, TableState State,
    bool Nil, DateOnly? DueOn, long? Load, ChangesDocument? Changes, IReadOnlyList<FindingDocument> Findings);

sealed record ChangesDocument(decimal Unchanged, IReadOnlyList<ChangedDocument> Values);

sealed record ChangedDocument(string? Line, string? Column, string? Sheet, string? Cell, string? Held, string? Now, decimal? Difference);

sealed record FindingDocument(
    string Code, Severity Severity, string? Line, string? Column, string? Sheet, string? Cell, string? Found, string? Expected, decimal? Difference, string Message, string? MessageEn,
    bool AsksReason, string? Explanation);
