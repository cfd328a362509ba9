using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>One figure as it is answered: a ratio is divided and rounded here, once, two decimals finer than it is printed.</summary>
sealed record FigureRow(
    string District, string Org, string? Indicator, string? Element, string? Breakdown, int Year, int Through, decimal? Value, string Unit,
    decimal? Numerator, decimal? Denominator, FigureState State, Bound Bound, int Owed, int Present, int MissingUnits, bool Derived, long Load)
{
    public static FigureRow Of(IndicatorYear row, Indicator? definition) => new(
        row.District, row.OrgUnit, row.Indicator, null, null, row.Year, row.Through,
        row.Value() is { } value ? row.IsRatio ? Figures.Round(value, (definition?.Decimals ?? 2) + 4) : value : null,
        definition?.Unit ?? "", row.IsRatio ? row.Numerator : null, row.IsRatio ? row.Denominator : null, row.State, row.Bound, row.Owed, row.Present,
        row.MissingUnits, row.Derived, row.LoadId);

    public static FigureRow Of(ElementYear row, string unit) => new(
        row.District, row.OrgUnit, null, row.Element, row.Breakdown, row.Year, row.Through, row.Value, unit, null, null, row.State, row.Bound,
        row.Owed, row.Present, row.MissingUnits, row.Derived, row.LoadId)
    { Rule = row.TimeRule };

    /// <summary>Of an element, how its months became the figure: of one level there is the first, the last, the least.</summary>
    internal TimeRule? Rule { get; init; }

    /// <summary>Nothing is held and nothing was owed here.</summary>
    /// <param name="elsewhere">Others have the figure: this level has none. Else nobody owed it in the year.</param>
    public static FigureRow Absent(
        string district, string org, string? indicator, string? element, int year, int through, string unit, long load, bool elsewhere) => new(
        district, org, indicator, element, null, year, through, null, unit, null, null, elsewhere ? FigureState.not_defined_here : FigureState.not_reported,
        Bound.exact, 0, 0, 0, false, load);

    public string InWords(Catalog catalog)
    {
        // A unit that has ended still has its figures of the months before.
        var name = (catalog.OrgUnit(Org, new(Year, Through, 1)) ?? catalog.OrgUnit(Org))?.Name ?? Org;
        var definition = Indicator is null ? null : catalog.Indicator(Indicator, new(Year, 1, 1));
        var what = Indicator is not null ? definition?.Name : catalog.Element(Element!, new(Year, Through, 1))?.Name;
        var part = Breakdown is null or Warehouse.Reference.Breakdown.Total ? "" : $"（其中{catalog.Breakdowns.FirstOrDefault(known => known.Id == Breakdown)?.Name ?? Breakdown}）";
        return $"{name}  {what}{part}  {Year}年1—{Through}月  {ValueInWords(definition)}{Gap}";
    }

    /// <summary>The figure with its unit, or why there is none.</summary>
    internal string ValueInWords(Indicator? definition) => State switch
    {
        FigureState.reported or FigureState.incomplete => $"{Figures.InUnit(Value, definition)?.ToString("#,##0.####", CultureInfo.InvariantCulture)} {Unit}",
        FigureState.not_reported => Owed > 0 ? "未报" : "没有数（没有应报的，也没有报来的）",
        FigureState.not_defined_here => "本级无此数",
        FigureState.definition_changed => "待定（口径变化）",
        FigureState.no_cases => "无案件",
        _ => "待定（拆分未定份额）",
    };

    /// <summary>缺 n 家: of a district's total that is short of some, and of a unit's own how many of its sheets are in; empty where nothing is missing.</summary>
    internal string Gap => MissingUnits == 0 ? "" : Org == District || Owed == 0 ? $"（缺 {MissingUnits} 家）" : $"（应报 {Owed} 份，已报 {Present} 份）";
}
