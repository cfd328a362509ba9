namespace Reporting.Warehouse;

/// <summary>held: made and waiting for signatures, marked 未签发; issued: signed as its report asks, and numbered.</summary>
public enum EditionStatus { held, issued }

/// <summary>One workbook of a report; its bytes lie in the archive under <paramref name="Sha256"/>.</summary>
/// <param name="Unit">Of a report about one unit its code; else null.</param>
/// <param name="Number">期次, from 1 within report, district, unit and year; 0 while it is held.</param>
/// <param name="ContentHash">Over the uncompressed parts in order of name; null of what was issued before it was kept.</param>
/// <param name="SignedFrom">The held edition that was signed and became this one; null where no signature was asked for.</param>
/// <param name="IssuedAt">UTC; of a held one when it was made.</param>
/// <param name="ReleaseAt">UTC; until then only reviewers see it. Null: from its issue on.</param>
/// <param name="Reason">Why it was issued again; what its 修订 sheet says of changes that nobody gave a reason for.</param>
public sealed record Edition(
    long EditionId, string Report, string District, string? Unit, PeriodKind PeriodKind, DateOnly PeriodStart, DateOnly PeriodEnd, int Number, string FileName,
    string Sha256, string? ContentHash, EditionStatus Status, long? SignedFrom, long AsOfLoad, DateTime IssuedAt, DateTime? ReleaseAt, string? IssuedBy, string? Reason)
{
    public Period Period => PeriodKind == PeriodKind.plan ? Period.Plan(PeriodStart.Year, PeriodEnd.Year) : Period.Of(PeriodKind, PeriodStart);

    /// <summary>Readers may see it.</summary>
    public bool IsReleased(DateTime now) => Status == EditionStatus.issued && (ReleaseAt is not { } release || release <= now);
}

/// <summary>签字: a person answers for a held edition.</summary>
public sealed record EditionSignature(long EditionId, string Login, DateTime SignedAt, string Remark);
