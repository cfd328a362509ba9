using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Marts;

namespace Reporting.Warehouse;

/// <summary>Rows in a fixed order as one hash: two stores with equal digests hold the same.</summary>
public sealed record Digest(long Rows, string Sha256)
{
    public static Digest Of(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0L;
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
            rows++;
        }
        return new(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>Up to where a store has come: of what is only ever added, what has come since is left out when two stores are compared.</summary>
public sealed record KeptIds(long Load, long Submission, long Edition);

/// <summary>What a warehouse answers with as of a load, as hashes: every figure of the long CSV, every receipt, edition and frozen run.</summary>
public sealed record Contents(KeptIds UpTo, Digest Figures, Digest Receipts, Digest Editions, Digest Runs)
{
    public static Contents Of(OpenWarehouse warehouse, KeptIds upTo) => new(
        upTo, Digest.Of(Values(warehouse, upTo.Load)),
        Digest.Of(warehouse.Keeping.Receipts(upTo.Submission).Select(one => CanonicalJson.Of(one with { Round = 0 }))),
        Digest.Of(warehouse.Editions.All().Where(edition => edition.EditionId <= upTo.Edition).Select(edition => CanonicalJson.Of(edition))),
        Digest.Of(warehouse.Marts.AssessmentRuns(null, upTo.Load).SelectMany(run => Lines(warehouse, run))));

    /// <summary>What is not the same in another, by name; none where all is.</summary>
    public IReadOnlyList<(string What, Digest Here, Digest There)> Against(Contents other) =>
    [
        .. new[] { ("figures", Figures, other.Figures), ("receipts", Receipts, other.Receipts), ("editions", Editions, other.Editions), ("runs", Runs, other.Runs) }
            .Where(part => part.Item2 != part.Item3),
    ];

    static IEnumerable<string> Values(OpenWarehouse warehouse, long asOf) => CountedValues
        .Of(warehouse.Marts, warehouse.Keeping.Districts().Select(district => new CountedSpan(district, null, null, DateOnly.MinValue, new(9999, 12, 31), asOf)))
        .Select(row => string.Join(',', row.District, row.OrgUnit, row.Element, row.Period, row.Basis, row.Breakdown,
            row.Value?.ToString("0.####", CultureInfo.InvariantCulture), row.State, row.Bound, row.Load.ToString(CultureInfo.InvariantCulture)));

    static IEnumerable<string> Lines(OpenWarehouse warehouse, AssessmentRun run) =>
        warehouse.Marts.RunDocuments(run.Run).OrderBy(document => document.Name, StringComparer.Ordinal)
            .Select(document => $"{run.Run} {document.Name} {CanonicalJson.Sha256(document.Body)}").Prepend(CanonicalJson.Of(run));
}
