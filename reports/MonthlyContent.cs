using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Supervision;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>
/// Everything the 月报 says, and with three or six months for one the 季报 and 半年报, read from the marts as of one load. The report lays it out; it looks nothing up and judges nothing, so the
/// same content gives the same bytes.
/// </summary>
/// <param name="Figures">Of the year through the month, for the district and its units; the same of the year before, where held; and
/// for the district through each earlier month of both, so that single months can be told.</param>
/// <param name="Evaluations">How the commitments of the district's plans that cover the year stand, for the year through the month; in
/// their order, and the only verdicts that the report gives.</param>
/// <param name="Submissions">All units, forms and months of the year up to the month.</param>
/// <param name="Sources">What the district's figures of the year are made of.</param>
public sealed record MonthlyContent(
    Cover Cover, Catalog Catalog, IReadOnlyList<IndicatorYear> Figures, IReadOnlyList<Evaluation> Evaluations, IReadOnlyList<UnitPeriodStatus> Submissions,
    IReadOnlyList<Addend> Sources)
{
    public Cover Cover { get; init; } = Cover.Period.Kind is PeriodKind.month or PeriodKind.quarter or PeriodKind.half
        ? Cover
        : throw new ArgumentException($"this report is about a month, a quarter or half a year, not about {Cover.Period.InWords()}", nameof(Cover));

    /// <summary>How district and units stood at each month of the year up to this one.</summary>
    public IReadOnlyList<MonthStandings> Months { get; init; } = [];

    /// <summary>Lights of the district's commitments and of its units', as of this month.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>Where the district's commitments are foreseen to end, by commitment.</summary>
    public IReadOnlyDictionary<string, Landed> Landings { get; init; } = new Dictionary<string, Landed>();

    /// <summary>督办 of the district that are not closed.</summary>
    public IReadOnlyList<SupervisionCase> Cases { get; init; } = [];

    /// <summary>What the figures of the units are made of, each of its own.</summary>
    public IReadOnlyList<Addend> UnitSources { get; init; } = [];

    /// <summary>正式: every monthly form of the month is locked for every unit, so that only a coded correction moves a figure.</summary>
    public bool IsFinal { get; init; }

    public District District => Cover.District;
    public Period Period => Cover.Period;

    /// <summary>First day of the period's last month, by which definitions are read.</summary>
    public DateOnly LastMonth => new(Period.End.Year, Period.End.Month, 1);
}
