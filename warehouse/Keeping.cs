using Reporting.Warehouse.Gateway;
using Reporting.Warehouse.Marts;

namespace Reporting.Warehouse;

/// <summary>A file of the archive that a row names.</summary>
/// <param name="Kind"><c>submission</c>, <c>edition</c> or <c>evidence</c>.</param>
/// <param name="Size">Null where it was not written down.</param>
public sealed record NamedBytes(string Kind, string Key, string FileName, string Sha256, long? Size);

/// <summary>Rows of the warehouse that must not exist, with the check that found them.</summary>
/// <param name="About">The district, and of a slice its year.</param>
public sealed record HistoryFault(string Check, string About, IReadOnlyList<string> Rows);

/// <summary>What is asked of the whole warehouse rather than of a load: its copy, and whether all of its history is as it should be.</summary>
public sealed class Keeping(DuckDbGateway gateway)
{
    static readonly DateOnly First = new(1, 1, 1), Last = new(9999, 12, 31);

    /// <inheritdoc cref="DuckDbGateway.CopyTo"/>
    public void CopyTo(string file, Action alongside, CancellationToken stop) => gateway.CopyTo(file, alongside, stop);

    /// <inheritdoc cref="DuckDbGateway.Unreadable"/>
    public IReadOnlyList<(string Table, string Why)> Unreadable(CancellationToken stop) => gateway.Unreadable(stop);

    public KeptIds LastIds() => gateway.Read<KeptIds>("Schema/kept/last_ids.sql").Single();

    /// <summary>Names of the schema scripts that have made this store.</summary>
    public IReadOnlyList<string> SchemaScripts() => [.. gateway.Read<string>("Gateway/schema_scripts_done.sql").Order(StringComparer.Ordinal)];

    /// <summary>What receipts say, up to a submission.</summary>
    public IReadOnlyList<Submission> Receipts(long id) => gateway.Read<Submission>("Schema/kept/receipts.sql", new { id });

    public IReadOnlyList<NamedBytes> NamedBytes() => gateway.Read<NamedBytes>("Schema/kept/named_bytes.sql");

    /// <summary>Keys of the notices that the other store must have.</summary>
    public IReadOnlyList<string> CarriedNotices() => gateway.Read<string>("Schema/kept/carried_notices.sql");

    public IReadOnlyList<string> Districts() => gateway.Read<string>("Schema/kept/districts_held.sql");

    /// <summary>The checks of a load and those that no load can afford, each over all that was ever held.</summary>
    public static IReadOnlyList<string> Checks { get; } = [.. SqlFile.Below("Schema/checks"), .. SqlFile.Below("Schema/whole")];

    /// <summary>What one check finds over the whole history of every district.</summary>
    public IEnumerable<HistoryFault> Faults(string check) =>
        from district in Districts()
        let rows = gateway.Violations(check, ParametersOf(check, district))
        where rows.Count > 0
        select new HistoryFault(Path.GetFileNameWithoutExtension(check), district, rows);

    public IReadOnlyList<HeldSlice> Slices() => gateway.Read<HeldSlice>("Schema/kept/slices_held.sql");

    /// <summary>Where the annual facts of a district and year, brought up load by load, are not what they are when laid out anew.</summary>
    public IEnumerable<HistoryFault> Faults(HeldSlice slice)
    {
        var asked = new { district = slice.District, year = slice.Year, view = nameof(UnitView.then), asOf = LastIds().Load };
        foreach (var differences in (string[])["Schema/kept/term_differences.sql", "Schema/kept/indicator_differences.sql"])
            if (gateway.Violations(differences, asked, MartQueries.SliceScripts) is { Count: > 0 } rows)
                yield return new(Path.GetFileNameWithoutExtension(differences), $"{slice.District} {slice.Year}", rows);
    }

    static object ParametersOf(string check, string district) => check.StartsWith("Schema/whole/", StringComparison.Ordinal)
        ? new { district }
        : new { district, from = First, to = Last, load = (long?)null };
}

/// <summary>The annual facts of one district and year.</summary>
public sealed record HeldSlice(string District, int Year);
