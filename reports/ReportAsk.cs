using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>What is asked for of one report.</summary>
/// <param name="District">Code.</param>
/// <param name="Stamp">Null for a draft: its only time is its load's.</param>
/// <param name="Unit">Of a report about one unit, its code; else null.</param>
/// <param name="Revised">What moved since the edition of this period that was issued before; null for a first one and for a draft.</param>
public sealed record ReportAsk(
    OpenWarehouse Warehouse, string District, Period Period, Load AsOf, EditionStamp? Stamp, bool Demo, string? Unit = null, RevisedSince? Revised = null)
{
    /// <summary>How it is to be printed.</summary>
    public PrintProfile Print { get; init; } = PrintProfile.House;

    /// <summary>Sheets of the period that are not in, unit and form, where its first page names them.</summary>
    public IReadOnlyList<string> NotIn { get; init; } = [];

    /// <summary>The definitions as of the load.</summary>
    public Catalog Catalog => field ??= Warehouse.Definitions.AsOf(AsOf.LoadId);

    /// <summary>What books of one run have in common, read once; a book that is asked for by itself reads for itself.</summary>
    public ReadOnce Shared { get; init; } = new();

    /// <summary>Verdicts and lights of the district and all its units, month by month of the period's year.</summary>
    public AlertInput Lights => Shared.Of((District, Period.End, AsOf.LoadId), () => AlertReading.Input(Warehouse.Marts, Catalog, District, Period.End.Year, Period.End.Month, AsOf));

    /// <summary>The day up to which sheets are told: an edition's own, a draft's load's.</summary>
    public DateOnly Day => ShanghaiTime.DateOf(Stamp?.IssuedAt ?? AsOf.CommittedAt);

    public Cover Cover(string title) => new(title, Catalog.District(District)!, Period, AsOf.LoadId, AsOf.CommittedAt, Stamp, Demo)
    {
        Print = Print, NotIn = NotIn,
        Revised = Revised is null ? null : Revised with { Catalog = Catalog },
    };
}
