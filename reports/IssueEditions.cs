using Reporting.Reports.Issuing;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>What became of the editions that fell due.</summary>
/// <param name="Issued">For which no signature is asked.</param>
/// <param name="Held">Not signed by the day on which they fell due: made for reviewers, marked 未签发.</param>
/// <param name="Warnings">What was open and did not block, by edition.</param>
/// <param name="Failed">What could not be made or was blocked, each with its reason; the rest was done all the same.</param>
public sealed record DueEditions(IReadOnlyList<Edition> Issued, IReadOnlyList<Edition> Held, IReadOnlyList<string> Warnings, IReadOnlyList<string> Failed)
{
    /// <summary>Due, and waiting until all is in or their last day has come.</summary>
    public IReadOnlyList<AwaitedEdition> Awaiting { get; init; } = [];

    /// <summary>What made those fail that did not for a point of their checklist.</summary>
    public IReadOnlyList<Exception> Errors { get; init; } = [];
}

/// <summary>Issues what has fallen due: bytes into the archive, then the edition's row, then a copy where people look for it.</summary>
public static class IssueEditions
{
    /// <summary>Of every report and district (and unit) the edition of the latest period that has fallen due by a day, where there is data of it and none yet.</summary>
    /// <param name="day">The day on which it was due; after a crash that may have been some time ago.</param>
    /// <param name="reports">The family, unless a test names its own.</param>
    /// <param name="stop">Heeded between editions; what was issued by then is issued.</param>
    public static DueEditions Due(OpenWarehouse warehouse, DateOnly day, DateTime now, bool demo, IReadOnlyList<Report>? reports = null, CancellationToken stop = default)
    {
        var (issued, held, warnings, failed, awaiting) = (new List<Edition>(), new List<Edition>(), new List<string>(), new List<string>(), new List<AwaitedEdition>());
        var errors = new List<Exception>();
        if (warehouse.Marts.LastLoad() is not { } load) return new(issued, held, warnings, failed);
        var (catalog, shared) = (warehouse.Definitions.Current, new ReadOnce());
        foreach (var key in Keys(warehouse, catalog, reports ?? Report.All, day, load))
        {
            stop.ThrowIfCancellationRequested();
            try { Make(key); }
            // One workbook that cannot be made must not keep the others from their readers; it is named, and the run fails with its name.
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                failed.Add($"{key.InWords(catalog)}：{error.Message}");
                errors.Add(error);
            }
        }
        return new(issued, held, warnings, failed) { Awaiting = awaiting, Errors = errors };

        void Make(EditionKey key)
        {
            var (policy, making, made) = (ReportPolicy.Of(catalog, key.Report.Name), new Making("system", now, demo) { Shared = shared }, (Edition?)null);
            lock (warehouse.Issuing)
            {
                if (warehouse.Editions.Of(key.Report.Name, key.District, key.Period, key.Unit).Count > 0) return; // since it was listed
                var ask = Editing.Ask(warehouse, key, load, stamp: null, making);
                if (Awaited.Of(ask, key, policy, now) is { } waits)
                {
                    awaiting.Add(waits);
                    return;
                }
                var open = Checklist.Of(ask, policy, now);
                warnings.AddRange(open.Select(point => $"{key.InWords(catalog)}：{point.InWords()}"));
                if (policy.SignaturesAsked > 0) held.Add(Editing.Hold(warehouse, key, load, making));
                else if (open.Any(point => point.Blocks)) failed.Add($"{key.InWords(catalog)}：{string.Join("；", open.Where(point => point.Blocks).Select(point => point.InWords()))}");
                else issued.Add(made = Editing.Issue(warehouse, key, load, making));
            }
            if (made is not null) Export(warehouse, made, now);
        }
    }

    /// <summary>Gives every edition that readers may see the copy that a crash or its release time kept from it.</summary>
    public static void ExportMissing(OpenWarehouse warehouse, DateTime now)
    {
        foreach (var edition in warehouse.Editions.All()) Export(warehouse, edition, now);
    }

    /// <summary>Lays a copy where people look for it, from its release on.</summary>
    public static void Export(OpenWarehouse warehouse, Edition edition, DateTime now)
    {
        var path = Path.Combine(warehouse.Data.Editions, edition.FileName);
        if (!edition.IsReleased(now) || File.Exists(path)) return;
        Directory.CreateDirectory(warehouse.Data.Editions);
        File.Copy(warehouse.Archive.PathOf(edition.Sha256), path + ".part", overwrite: true);
        DiskSync.Barrier(warehouse.Data.Editions); // what bears the name is whole, also after a power cut
        File.Move(path + ".part", path, overwrite: true);
        Durable.Passed(DurableStep.edition_exported);
    }

    static List<EditionKey> Keys(OpenWarehouse warehouse, Catalog catalog, IReadOnlyList<Report> reports, DateOnly day, Load load) =>
    [
        .. from report in reports
           let due = ReportPolicy.Of(catalog, report.Name).LastDue(report.Period, day)
           where due is not null
           from district in catalog.Districts
           where warehouse.Marts.LatestMonth(district.Code, due.Value.End.Year, load.LoadId) >= due.Value.End.Month
           from unit in report.IsOfUnit ? UnitsOf(district, due.Value) : [null]
           where warehouse.Editions.Of(report.Name, district.Code, due.Value, unit).Count == 0
           select new EditionKey(report, district.Code, due.Value, unit),
    ];

    /// <summary>Townships and parks that were there at the period's end and count in the district.</summary>
    static IEnumerable<string?> UnitsOf(District district, Period period) =>
        district.Units.Where(unit => unit is { Counts: true, Kind: OrgUnitKind.township or OrgUnitKind.park } && unit.IsValidOn(period.End)).Select(unit => unit.Code).Distinct();
}
