using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>What is held of every unit in a wave, and of the units that its departments' figures sum up, fetched with one question per district.</summary>
sealed class HeldValues(ILookup<string, Observation> byReporter, Catalog catalog)
{
    const int YearsOfSeasons = 4;

    readonly Dictionary<string, UnitSums> sums = [];

    public Held Of(MatchedTable table) => table.Unit is not { } unit ? Held.Nothing
        : new([.. byReporter[unit.Code]]) { Units = DistrictForms.MeasuresDistrict(unit) ? SumsOf(unit.District) : null };

    public IEnumerable<Observation> Of(string reporter) => byReporter[reporter];

    public Held Of(OrgUnit reporter) => new([.. byReporter[reporter.Code]]);

    /// <summary>What would be held of a reporter once these claims of its stood.</summary>
    public Held With(string reporter, IEnumerable<StagedCell> claims) => new([.. byReporter[reporter], .. claims.Select(AsHeld)]);

    /// <summary>What would be held of everybody once these claims stood.</summary>
    public HeldValues Plus(IEnumerable<StagedCell> claims) =>
        new(byReporter.SelectMany(reporter => reporter).Concat(claims.Select(AsHeld)).ToLookup(observation => observation.Reporter), catalog);

    static Observation AsHeld(StagedCell claim) => new(
        claim.District, claim.OrgUnit, claim.Reporter, claim.Element, claim.PeriodKind, claim.PeriodStart, claim.PeriodEnd, claim.Basis, claim.Breakdown,
        SourceRole.authoritative, claim.Value, claim.Bound, claim.State, claim.ElementVersion, null, claim.CellAddress, long.MaxValue, null);

    /// <param name="asOf">What was held at that load; null for what is held now.</param>
    public static HeldValues For(OpenWarehouse warehouse, IReadOnlyList<ReadSubmission> wave, long? asOf = null)
    {
        var catalog = warehouse.Definitions.Current;
        if (wave is [{ File.Rows: { } rows }]) return OfLines(warehouse, rows, asOf);
        var clear = wave.SelectMany(submission => submission.Tables).Where(table => table.Unit is not null && table.Period is not null).ToList();
        return new(clear.GroupBy(table => table.Unit!.District).SelectMany(district => warehouse.Submissions.Held(Question(district.Key, [.. district], catalog), asOf))
            .ToLookup(observation => observation.Reporter), catalog);
    }

    static HeldQuestion Question(string district, IReadOnlyList<MatchedTable> tables, Catalog catalog)
    {
        List<Period> periods = [.. tables.SelectMany(Periods).Distinct()];
        var from = new DateOnly(periods.Min(period => period.Start.Year) - 1, 1, 1);
        var stated = tables.SelectMany(table => table.Form?.Lines ?? []).Select(line => line.Element).Distinct().Where(element => DistrictForms.States(catalog, district, element)).ToHashSet();
        List<MatchedTable> summed = [.. tables.Where(table => table.Form?.Lines.Any(line => stated.Contains(line.Element)) == true)];
        return new(district, [.. tables.Select(table => table.Unit!.Code).Distinct()], from, YearAfter(periods.Max(period => period.End)))
        {
            Older = new(Math.Max(1, tables.Min(table => table.Period!.Value.Start.Year) - YearsOfSeasons), 1, 1),
            Months = [.. tables.Select(table => table.Period!.Value).Where(period => period.Kind is PeriodKind.month or PeriodKind.quarter)
                .SelectMany(period => new[] { period.Next(-1), period, period.Next() }).Select(period => period.Start.Month).Distinct()],
            Units = summed.Count == 0 ? [] : [.. catalog.OrgUnits.Where(unit => unit.District == district && (unit.Counts && unit.Measures == unit.Code || DistrictForms.MeasuresDistrict(unit)))
                .Select(unit => unit.Code).Distinct()],
            Elements = stated,
            Starts = [.. summed.Select(table => table.Period!.Value.Start).Distinct()],
        };
    }

    // A long CSV may speak for anyone in its districts; who states a line is not known before it is matched.
    static HeldValues OfLines(OpenWarehouse warehouse, IReadOnlyList<LongRow> rows, long? asOf) => new(rows
        .Select(row => (row.District, Period: Period.TryParse(row.Period, out var period) ? period : (Period?)null)).Where(row => row.Period is not null)
        .Distinct().GroupBy(row => row.District, row => row.Period!.Value)
        .SelectMany(district => warehouse.Submissions.Held(OfDistrict(warehouse.Definitions.Current, district.Key,
            new(Math.Max(2, district.Min(period => period.Start.Year)) - 1, 1, 1), YearAfter(district.Max(period => period.End))), asOf))
        .ToLookup(observation => observation.Reporter), warehouse.Definitions.Current);

    /// <summary>All that everybody of a district states over a span of periods.</summary>
    public static HeldQuestion OfDistrict(Catalog catalog, string district, DateOnly from, DateOnly to) =>
        new(district, [.. catalog.OrgUnits.Where(unit => unit.District == district).Select(unit => unit.Code).Distinct()], from, to);

    // What comes after is looked at too: whether the next period is held, and whether the year's later sums still agree.
    static DateOnly YearAfter(DateOnly end) => end.Year < DateOnly.MaxValue.Year ? new(end.Year + 1, 1, 1) : DateOnly.MaxValue;

    public UnitSums SumsOf(string district) => sums.TryGetValue(district, out var known) ? known
        : sums[district] = new(catalog, [.. byReporter.SelectMany(reporter => reporter).Where(observation => observation.District == district && observation.Reporter == observation.OrgUnit)]);

    static IEnumerable<Period> Periods(MatchedTable table) =>
        (table.Form?.Columns ?? []).Select(column => column.PeriodOn(table.Period!.Value)).Append(table.Period!.Value);
}
