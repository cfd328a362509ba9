using Reporting.Warehouse;
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
        var commitments = content.Catalog.Plans.SelectMany(plan => plan.Commitments).ToDictionary(commitment => commitment.Id);
        Promises = [.. content.Evaluations.Select(standing => new Promise(standing, commitments[standing.Id], IndicatorOf(commitments[standing.Id])))];
        Numbered = [.. Promises.Where(promise => promise.HasNumber)];
        Indicators = [.. Numbered.Select(promise => promise.Indicator).OfType<Indicator>().DistinctBy(indicator => indicator.Id)];
        Units = [.. content.District.Units.Where(IsShown).GroupBy(unit => unit.Code).Select(versions => versions.MaxBy(unit => unit.ValidFrom)!)];
    }

    public MonthlyContent Content { get; }
    public int Year => Content.Period.Start.Year;
    public int Month => Content.Period.Start.Month;
    public string District => Content.District.Code;

    /// <summary>Every commitment of the plan, in its order.</summary>
    public IReadOnlyList<Promise> Promises { get; }

    /// <summary>Those with a number to reach, also one that is still to come.</summary>
    public IReadOnlyList<Promise> Numbered { get; }

    /// <summary>What is counted for <see cref="Numbered"/>, each once.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Townships and parks that stood at any time of the year so far; a unit that ended still has its months.</summary>
    public IReadOnlyList<OrgUnit> Units { get; }

    public IndicatorYear? Figure(string orgUnit, string indicator, int? through = null) =>
        figures.GetValueOrDefault((orgUnit, indicator, Year, through ?? Month));

    /// <summary>上年同期: the same months of the year before, of the district.</summary>
    public IndicatorYear? YearBefore(string indicator) => figures.GetValueOrDefault((District, indicator, Year - 1, Month));

    /// <summary>Whether a unit owes any line that the indicator is made of: what is not there is then 未报, else —.</summary>
    public bool Owes(OrgUnit unit, Indicator indicator) => MonthlyForms.Any(form =>
        form.ObligationOf(unit.Role) is { } duty && duty.From <= Content.Period.Start && Feeds(form, indicator, duty));

    /// <summary>Whether anybody reports it by the month; what comes once a year is not 未报 before.</summary>
    public bool IsMonthly(Indicator indicator) => MonthlyForms.Any(form => form.Obligations.Any(duty => duty.From <= Content.Period.Start && Feeds(form, indicator, duty)));

    IEnumerable<Form> MonthlyForms =>
        Content.Catalog.Forms.Where(form => form.District == District && form.Period == PeriodKind.month && form.AppliesTo(Content.Period.Start));

    static bool Feeds(Form form, Indicator indicator, Obligation duty) => form.Lines.Any(line => duty.Owes(line.Number)
        && indicator.Numerator.Concat(indicator.Denominator).Any(term => term.Element == line.Element));

    /// <summary>Whether townships or parks have the figure at all; departments count what is not broken down.</summary>
    public bool IsOfUnits(Indicator indicator) =>
        Units.Any(unit => Figure(unit.Code, indicator.Id) is { } figure ? figure.State != FigureState.not_defined_here : Owes(unit, indicator));

    Indicator? IndicatorOf(Commitment commitment) =>
        commitment.Indicator is { } id ? Content.Catalog.Indicator(id, Content.Period.Start) : null;

    bool IsShown(OrgUnit unit) =>
        unit.Kind is OrgUnitKind.township or OrgUnitKind.park && unit.ValidFrom <= Content.Period.End
        && (unit.ValidTo is null || unit.ValidTo >= new DateOnly(Year, 1, 1));
}
