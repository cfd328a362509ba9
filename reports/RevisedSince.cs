using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>What an edition has that the one before it of the same period had not.</summary>
/// <param name="Before">The edition whose place this one takes.</param>
/// <param name="Reason">What its issuer says of changes that nobody gave a reason for; null where nothing is said.</param>
public sealed record RevisedSince(Edition Before, IReadOnlyList<Revision> Revisions, string? Reason)
{
    /// <summary>Of the load that the edition tells of: names and units of what moved.</summary>
    public Catalog Catalog { get; init; } = Catalog.Empty;

    /// <summary>Nobody says why these are others than they were.</summary>
    public IEnumerable<Revision> WithoutReason => string.IsNullOrWhiteSpace(Reason) ? Revisions.Where(revision => revision.LacksReason) : [];
}
