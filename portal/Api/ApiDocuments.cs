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
