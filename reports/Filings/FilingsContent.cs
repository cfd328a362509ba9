using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Filings;

/// <summary>Everything the 报送情况通报 says, read from the marts as of one load. It counts what the marts tell and judges no sheet anew.</summary>
/// <param name="Statuses">All that was ever owed for periods up to the month: earlier years for what is still owed of them and to compare with.</param>
/// <param name="Returns">Sheets for periods of the year that stand returned, one row per sheet and code.</param>
public sealed record FilingsContent(Cover Cover, Catalog Catalog, IReadOnlyList<UnitPeriodStatus> Statuses, IReadOnlyList<SheetReturn> Returns)
{
    public Cover Cover { get; init; } = Cover.Period.Kind is PeriodKind.month
        ? Cover
        : throw new ArgumentException($"this report is about a month, not about {Cover.Period.InWords()}", nameof(Cover));

    public District District => Cover.District;
    public Period Period => Cover.Period;

    /// <summary>By which it is said how long something is owed: the day of issue, of a draft that of its load.</summary>
    public DateOnly Day => ShanghaiTime.DateOf(Cover.Edition?.IssuedAt ?? Cover.LoadCommittedAt);
}
