using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>What is held of every unit in a wave, fetched with one question per district.</summary>
sealed class HeldValues(ILookup<string, Observation> byReporter)
{
    public Held Of(MatchedTable table) => table.Unit is null ? Held.Nothing : new([.. byReporter[table.Unit.Code]]);

    public static HeldValues For(OpenWarehouse warehouse, IReadOnlyList<ReadSubmission> wave)
    {
        var clear = wave.SelectMany(submission => submission.Tables).Where(table => table.Unit is not null && table.Period is not null).ToList();
        return new(clear.GroupBy(table => table.Unit!.District)
            .SelectMany(district => warehouse.Submissions.Held(district.Key, district.Select(table => table.Unit!.Code).Distinct(),
                new(district.SelectMany(Periods).Min(period => period.Start.Year) - 1, 1, 1), district.SelectMany(Periods).Max(period => period.End)))
            .ToLookup(observation => observation.Reporter));
    }

    static IEnumerable<Period> Periods(MatchedTable table) =>
        (table.Form?.Columns ?? []).Select(column => column.PeriodOn(table.Period!.Value)).Append(table.Period!.Value);
}
