using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>What is held about one unit as of one load: all that its commitments are judged by. The evidence of a district's units shares its lists.</summary>
/// <param name="Indicators">Definitions as of that load; <paramref name="Elements"/> likewise.</param>
/// <param name="Years">Every month-end of the plan's years, the base year and the year before, of the unit (or of all units) and of its district.</param>
/// <param name="Stated">Figures stated for whole years and for the plan's span, of the unit (or of all units) and of its district.</param>
public sealed record Evidence(
    string District, string OrgUnit, IReadOnlyList<Indicator> Indicators, IReadOnlyList<Element> Elements, IReadOnlyList<IndicatorYear> Years,
    IReadOnlyList<StatedFigure> Stated, IReadOnlyList<TargetDecision> Decisions, IReadOnlyList<MilestoneState> Milestones)
{
    public bool IsDistrict => OrgUnit == District;

    /// <summary>下达 of units' targets, and 序时 curves that were set, in the order in which they came.</summary>
    public IReadOnlyList<TargetIssue> Issues { get; init; } = [];
    public IReadOnlyList<CurvePoint> Curves { get; init; } = [];

    /// <summary>What was found of tasks, in the order in which it was.</summary>
    public IReadOnlyList<TaskVerdict> Verdicts { get; init; } = [];

    /// <summary>Names of org units by code, for whoever reads where a figure came from.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>First days on which the unit was another than before: it took over a unit, gave up a part, or went on in others.</summary>
    public IReadOnlyList<DateOnly> Changes { get; init; } = [];

    /// <summary>Year-ends of base years under today's units: of a unit that has taken over another since the figures of both, of one that gave up a part what it kept.</summary>
    public IReadOnlyList<IndicatorYear> Bridged { get; init; } = [];

    /// <summary>Whether a year's figure and that of the year before are of the same ground.</summary>
    public bool IsSameGround(int year) => !Changes.Any(day => new DateOnly(year - 1, 1, 1) < day && day <= new DateOnly(year, 12, 31));

    /// <summary>The definition that applies to a year; where none does (a base from before it), the earliest there is.</summary>
    public Indicator? Indicator(string? id, int year)
    {
        var versions = Index.Indicators[id ?? ""];
        return versions.FirstOrDefault(known => known.AppliesTo(new(year, 1, 1))) ?? versions.MinBy(known => known.AppliesFrom);
    }

    /// <summary>A unit's figures of an indicator at one month-end.</summary>
    public IndicatorYear? Year(string orgUnit, string indicator, int year, int through) => Index.Years.GetValueOrDefault((orgUnit, indicator, year, through));

    /// <summary>Figures of an element that are stated for a unit.</summary>
    public IEnumerable<StatedFigure> StatedOf(string orgUnit, string element) => Index.Stated[(orgUnit, element)];

    /// <summary>What was decided on a unit's number, in the order in which it was.</summary>
    public IEnumerable<TargetDecision> DecisionsOn(string commitment, string orgUnit) => Index.Decisions[(commitment, orgUnit)];

    // Shared by the evidence of all units; lists put in the place of these (a question "what if") get one of their own.
    EvidenceIndex Index { get => field.IsOf(this) ? field : field = new(Indicators, Years, Stated, Decisions); } = new(Indicators, Years, Stated, Decisions);
}

/// <summary>One figure stated for a year or for the plan so far, with the cell it came from.</summary>
/// <param name="Role">A <c>check</c> figure is used only where nobody with authority owes or states the figure.</param>
/// <param name="Reporter">Null for the sum of the units that count in the district.</param>
public sealed record StatedFigure(
    string OrgUnit, string Element, string Breakdown, PeriodKind PeriodKind, DateOnly PeriodStart, DateOnly PeriodEnd, decimal Value, Bound Bound,
    int ElementVersion, SourceRole Role, string? Reporter, string? Receipt, string? FileName, string? Sheet, string? CellAddress, long LoadId);

/// <summary>A target that somebody set while the plan ran: a further version of the number, from a year on.</summary>
/// <param name="ToYear">Last year it holds for; null: until the next version.</param>
public sealed record TargetDecision(
    string Commitment, string OrgUnit, int FromYear, int? ToYear, decimal Value, string Document, DateOnly DecidedOn, string DecidedBy, string Reason,
    long KnownFromLoad);

/// <summary>What somebody stated about a task, with the evidence for it.</summary>
public sealed record MilestoneState(
    string Commitment, MilestoneProgress State, DateOnly OnDate, string Evidence, string DecidedBy, string Reason, long KnownFromLoad)
{
    /// <summary>How far a task had come by a day: what was stated for the latest day until then, and of that the last statement.</summary>
    public static MilestoneState? LastBy(IEnumerable<MilestoneState> states, string commitment, DateOnly day) => states
        .Where(state => state.Commitment == commitment && state.OnDate <= day).OrderBy(state => state.OnDate).ThenBy(state => state.KnownFromLoad).LastOrDefault();
}

/// <summary>Up to where is judged: the last month that counts, and the day as of which it is asked.</summary>
public sealed record Horizon(int Year, int Through, DateOnly Today)
{
    public int ThroughOf(int year) => year < Year ? 12 : Through;
    public bool IsOver(int year) => year < Year || year == Year && Through == 12;
    public DateOnly End => Period.Month(Year, Through).End;

    /// <summary>Part of a plan that has passed, by months.</summary>
    public Elapsed ElapsedOf(Plan plan)
    {
        var whole = (plan.LastYear - plan.FirstYear + 1) * 12;
        return new(Math.Clamp((Year - plan.FirstYear) * 12 + Through, 0, whole), whole);
    }
}
