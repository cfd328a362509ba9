using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>The content with its figures at hand by unit, indicator, year and month.</summary>
sealed class MonthlyFacts
{
    readonly Dictionary<(string OrgUnit, string Indicator, int Year, int Through), IndicatorYear> figures;

    public MonthlyFacts(MonthlyContent content)
    {
        Content = content;
        figures = content.Figures.Where(figure => figure.District == content.District.Code)
            .GroupBy(figure => (figure.OrgUnit, figure.Indicator, figure.Year, figure.Through))
            .ToDictionary(group => group.Key, group => group.MaxBy(figure => figure.IndicatorVersion)!);
        Targets = [.. content.Targets.Where(target => target.OrgUnit == content.District.Code && target.Year == Year
            && content.Catalog.Indicator(target.Indicator, content.Period.Start) is not null)];
        Indicators = [.. content.Catalog.Indicators.Where(indicator => indicator.AppliesTo(content.Period.Start))
            .Where(indicator => Targets.Any(target => target.Indicator == indicator.Id) || IsReported(indicator.Id))];
        Units = [.. content.District.Units.Where(IsShown).GroupBy(unit => unit.Code).Select(versions => versions.MaxBy(unit => unit.ValidFrom)!)];
    }

    public MonthlyContent Content { get; }
    public int Year => Content.Period.Start.Year;
    public int Month => Content.Period.Start.Month;
    public string District => Content.District.Code;

    /// <summary>What has a target or a figure this year, in the order of the definitions.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The district's own targets of the year.</summary>
    public IReadOnlyList<CommitmentTarget> Targets { get; }

    /// <summary>Townships and parks that stood at any time of the year so far; a unit that ended still has its months.</summary>
    public IReadOnlyList<OrgUnit> Units { get; }

    public IndicatorYear? Figure(string orgUnit, string indicator, int? through = null) =>
        figures.GetValueOrDefault((orgUnit, indicator, Year, through ?? Month));

    /// <summary>上年同期: the same months of the year before, of the district.</summary>
    public IndicatorYear? YearBefore(string indicator) => figures.GetValueOrDefault((District, indicator, Year - 1, Month));

    public CommitmentTarget? Target(string indicator) => Targets.FirstOrDefault(target => target.Indicator == indicator);

    public Commitment? Commitment(string id) =>
        Content.Catalog.Plans.SelectMany(plan => plan.Commitments).FirstOrDefault(commitment => commitment.Id == id);

    /// <summary>Whether a unit owes any line that the indicator is made of: what is not there is then 未报, else —.</summary>
    public bool Owes(OrgUnit unit, Indicator indicator)
    {
        var elements = indicator.Numerator.Concat(indicator.Denominator).Select(term => term.Element).ToHashSet();
        return Content.Catalog.Forms.Where(form => form.District == District && form.AppliesTo(Content.Period.Start))
            .Any(form => form.ObligationOf(unit.Role) is { } duty && duty.From <= Content.Period.Start
                && form.Lines.Any(line => elements.Contains(line.Element) && duty.Owes(line.Number)));
    }

    bool IsReported(string indicator) =>
        figures.Values.Any(figure => figure.Indicator == indicator && figure.Year == Year && figure.State != FigureState.not_defined_here);

    bool IsShown(OrgUnit unit) =>
        unit.Kind is OrgUnitKind.township or OrgUnitKind.park && unit.ValidFrom <= Content.Period.End
        && (unit.ValidTo is null || unit.ValidTo >= new DateOnly(Year, 1, 1));
}
