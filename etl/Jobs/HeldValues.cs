using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>What is held of every unit in a wave, fetched with one question per district.</summary>
sealed class HeldValues(ILookup<string, Observation> byReporter)
{
    public Held Of(MatchedTable table) => table.Unit is null ? Held.Nothing : new([.. byReporter[table.Unit.Code]]);

    public IEnumerable<Observation> Of(string reporter) => byReporter[reporter];

    /// <summary>What would be held of a reporter once these claims of its stood.</summary>
    public Held With(string reporter, IEnumerable<StagedCell> claims) => new([.. byReporter[reporter], .. claims.Select(claim => new Observation(
        claim.District, claim.OrgUnit, claim.Reporter, claim.Element, claim.PeriodKind, claim.PeriodStart, claim.PeriodEnd, claim.Basis, claim.Breakdown,
        SourceRole.authoritative, claim.Value, claim.Bound, claim.State, claim.ElementVersion, null, claim.CellAddress, long.MaxValue, null))]);

    /// <param name="asOf">What was held at that load; null for what is held now.</param>
    public static HeldValues For(OpenWarehouse warehouse, IReadOnlyList<ReadSubmission> wave, long? asOf = null)
    {
        if (wave is [{ File.Rows: { } rows }]) return OfLines(warehouse, rows, asOf);
        var clear = wave.SelectMany(submission => submission.Tables).Where(table => table.Unit is not null && table.Period is not null).ToList();
        return new(clear.GroupBy(table => table.Unit!.District)
            .SelectMany(district => warehouse.Submissions.Held(district.Key, district.Select(table => table.Unit!.Code).Distinct(),
                new(district.SelectMany(Periods).Min(period => period.Start.Year) - 1, 1, 1), district.SelectMany(Periods).Max(period => period.End), asOf))
            .ToLookup(observation => observation.Reporter));
    }

    // A long CSV may speak for anyone in its districts; who states a line is not known before it is matched.
    static HeldValues OfLines(OpenWarehouse warehouse, IReadOnlyList<LongRow> rows, long? asOf) => new(rows
        .Select(row => (row.District, Period: Period.TryParse(row.Period, out var period) ? period : (Period?)null)).Where(row => row.Period is not null)
        .Distinct().GroupBy(row => row.District, row => row.Period!.Value)
        .SelectMany(district => warehouse.Submissions.Held(district.Key,
            warehouse.Definitions.Current.OrgUnits.Where(unit => unit.District == district.Key).Select(unit => unit.Code).Distinct(),
            new(Math.Max(2, district.Min(period => period.Start.Year)) - 1, 1, 1), district.Max(period => period.End), asOf))
        .ToLookup(observation => observation.Reporter));

    static IEnumerable<Period> Periods(MatchedTable table) =>
        (table.Form?.Columns ?? []).Select(column => column.PeriodOn(table.Period!.Value)).Append(table.Period!.Value);
}
