using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Handbook;

/// <summary>Everything the 指标口径册 of a year says: the definitions as they were known at the load.</summary>
/// <param name="Targets">Of the district, for every year of the plans that cover the year.</param>
public sealed record HandbookContent(Cover Cover, Catalog Catalog, IReadOnlyList<CommitmentTarget> Targets)
{
    public Cover Cover { get; init; } = Cover.Period.Kind is PeriodKind.year
        ? Cover
        : throw new ArgumentException($"this report is about a year, not about {Cover.Period.InWords()}", nameof(Cover));

    public District District => Cover.District;
    public int Year => Cover.Period.Start.Year;
}
