using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>The content with its figures at hand by unit, indicator, year and month.</summary>
sealed class MonthlyFacts
{
    readonly Dictionary<(string OrgUnit, string Indicator, int Year, int Through), IndicatorYear> figures;
    readonly ILookup<(string OrgUnit, string Commitment), Evaluation> unitStandings;

    public MonthlyFacts(MonthlyContent content)
    {
        Content = content;
        figures = content.Figures.Where(figure => figure.District == content.District.Code)
            .GroupBy(figure => (figure.OrgUnit, figure.Indicator, figure.Year, figure.Through))
            .ToDictionary(group => group.Key, group => group.MaxBy(figure => figure.IndicatorVersion)!);
        var commitments = content.Catalog.Plans.SelectMany(plan => plan.Commitments).ToDictionary(commitment => commitment.Id);
        var alerts = content.Alerts.Where(alert => alert.Evaluation.OrgUnit == District).ToLookup(alert => (alert.Evaluation.Id, alert.Evaluation.Version));
        Promises = [.. content.Evaluations.Select(standing => new Promise(standing, commitments[standing.Id], IndicatorOf(commitments[standing.Id]))
        {
            Alert = alerts[(standing.Id, standing.Version)].FirstOrDefault(),
            Landed = content.Landings.GetValueOrDefault(standing.Id),
        })];
        unitStandings = (content.Months is [.., var last] ? last.Standings : []).SelectMany(unit => unit.Evaluations).ToLookup(one => (one.OrgUnit, one.Id));
        Numbered = [.. Promises.Where(promise => promise.HasNumber)];
        Indicators = [.. Numbered.Select(promise => promise.Indicator).OfType<Indicator>().DistinctBy(indicator => indicator.Id)];
        Units = [.. content.District.Units.Where(IsShown).GroupBy(unit => unit.Code).Select(versions => versions.MaxBy(unit => unit.ValidFrom)!)];
    }

    public MonthlyContent Content { get; }
    public int Year => Content.Period.End.Year;

    /// <summary>Last month of the period: of a month itself.</summary>
    public int Month => Content.Period.End.Month;

    /// <summary>How many months the period has.</summary>
    public int Span => Month - Content.Period.Start.Month + 1;

    /// <summary>本月, 本季, 本半年, and what lies before it.</summary>
    public string Now => Content.Period.Kind switch { PeriodKind.month => "本月", PeriodKind.quarter => "本季", _ => "本半年" };
    public string Earlier => Content.Period.Kind switch { PeriodKind.month => "上月", PeriodKind.quarter => "上季末", _ => "上半年末" };

    /// <summary>A light at the end of the period before; null in the year's first.</summary>
    public MonthLight? Before(Alert alert) => alert.Months.LastOrDefault(month => month.Month < Content.Period.Start.Month);

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

    /// <summary>上年同期: the same months of the year before, of the district or of a unit.</summary>
    public IndicatorYear? YearBefore(string indicator, string? orgUnit = null) => figures.GetValueOrDefault((orgUnit ?? District, indicator, Year - 1, Month));

    /// <summary>How a unit stands in a commitment of the district; null where it has no part in it.</summary>
    public Evaluation? StandingOf(string orgUnit, string commitment) => unitStandings[(orgUnit, commitment)].FirstOrDefault();

    /// <summary>How a promise stood at an earlier month of the year.</summary>
    public Evaluation? At(Promise promise, int month) => Content.Months.FirstOrDefault(each => each.Month == month)?.Standings.FirstOrDefault(standing => standing.OrgUnit == promise.Standing.OrgUnit)
        ?.Evaluations.FirstOrDefault(one => one.Id == promise.Standing.Id && one.Version == promise.Standing.Version);

    /// <summary>As Chinese statistics letter their figures: 初 until the month is locked, then 正.</summary>
    public string StandingLetter => Content.IsFinal ? "正式数（正）" : "初步数（初）";

    /// <summary>Of whom and when, with the standing of the figures, below the title of a sheet.</summary>
    public Pair Below => new($"{Heading.Below(Content.Cover).Left}　{StandingLetter}", Heading.AsOf(Content.Cover));

    public string NameOf(string orgUnit) => Content.Catalog.OrgUnit(orgUnit)?.Name ?? orgUnit;

    /// <summary>Whether a unit owes any line that the indicator is made of: what is not there is then 未报, else —.</summary>
    public bool Owes(OrgUnit unit, Indicator indicator) => MonthlyForms.Any(form =>
        form.ObligationOf(unit.Role) is { } duty && duty.From <= Content.LastMonth && Feeds(form, indicator, duty));

    /// <summary>Whether anybody reports it by the month; what comes once a year is not 未报 before.</summary>
    public bool IsMonthly(Indicator indicator) => MonthlyForms.Any(form => form.Obligations.Any(duty => duty.From <= Content.LastMonth && Feeds(form, indicator, duty)));

    IEnumerable<Form> MonthlyForms =>
        Content.Catalog.Forms.Where(form => form.District == District && form.Period == PeriodKind.month && form.AppliesTo(Content.LastMonth));

    static bool Feeds(Form form, Indicator indicator, Obligation duty) => form.Lines.Any(line => duty.Owes(line.Number)
        && indicator.Numerator.Concat(indicator.Denominator).Any(term => term.Element == line.Element));

    /// <summary>Whether townships or parks have the figure at all; departments count what is not broken down.</summary>
    public bool IsOfUnits(Indicator indicator) =>
        Units.Any(unit => Figure(unit.Code, indicator.Id) is { } figure ? figure.State != FigureState.not_defined_here : Owes(unit, indicator));

    Indicator? IndicatorOf(Commitment commitment) =>
        commitment.Indicator is { } id ? Content.Catalog.Indicator(id, Content.LastMonth) : null;

    bool IsShown(OrgUnit unit) =>
        unit.Kind is OrgUnitKind.township or OrgUnitKind.park && unit.ValidFrom <= Content.Period.End
        && (unit.ValidTo is null || unit.ValidTo >= new DateOnly(Year, 1, 1));
}
