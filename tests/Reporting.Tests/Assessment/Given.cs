using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Landing;
using Reporting.Warehouse.Assessment.Targets;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment;

/// <summary>Evidence made by hand for the rules of one kind, and the answer to it in one line.</summary>
sealed class Given(string kind, string comparator = ">=", decimal? value = null, string scope = "each_year", string unit = "人")
{
    public const string District = "310999";
    static readonly Element[] Elements =
    [
        new("flow", 1, "流量", "人", ElementKind.flow, Rollup.sum, new Dictionary<OrgUnitKind, string>(), [], new(1900, 1, 1), null, ""),
        new("stock", 1, "存量", "人", ElementKind.stock, Rollup.sum, new Dictionary<OrgUnitKind, string>(), [], new(1900, 1, 1), null, ""),
        new("broken", 1, "旧口径", "人", ElementKind.stock, Rollup.sum, new Dictionary<OrgUnitKind, string>(), [], new(1900, 1, 1), new(2021, 12, 31), ""),
        new("broken", 2, "新口径", "人", ElementKind.stock, Rollup.sum, new Dictionary<OrgUnitKind, string>(), [], new(2022, 1, 1), null, ""),
        new("limit", 1, "控制数", "人", ElementKind.stock, Rollup.none, new Dictionary<OrgUnitKind, string>(), [], new(1900, 1, 1), null, ""),
    ];

    static readonly Indicator[] Indicators =
    [
        Plain("flow", TimeRule.sum), Plain("part", TimeRule.sum), Plain("stock", TimeRule.last), Plain("broken", TimeRule.last), Plain("city", TimeRule.last),
        new("rate", 1, "比率", "%", 2, [new("flow", "total", TimeRule.sum, 1)], [new("stock", "total", TimeRule.sum, 1)], new(1900, 1, 1), null, ""),
    ];

    readonly List<IndicatorYear> years = [];
    readonly List<StatedFigure> stated = [];
    readonly List<TargetDecision> decisions = [];
    readonly List<MilestoneState> milestones = [];
    readonly List<TargetIssue> issues = [];
    readonly List<CurvePoint> curves = [];
    readonly List<TaskVerdict> verdicts = [];
    readonly List<DateOnly> changes = [];
    readonly List<IndicatorYear> bridged = [];
    string orgUnit = District;

    public Commitment Commitment { get; set; } = new(
        "c", kind switch { "ratio" or "full_coverage" => "rate", "ceiling" or "kept_level" or "yearly_reduction" or "growth_on_base" or "level_by_end" or "benchmark" or "direction" => "stock", "milestone" => null, _ => "flow" },
        kind, comparator, value, unit, scope, "原文", "第一条", "读法", [], false);

    public static StatedFigure Figure(string element, Period period, decimal value, Bound bound = Bound.exact) => new(
        District, element, "total", period.Kind, period.Start, period.End, value, bound, 1, SourceRole.authoritative, "310999-RS", null, null, null, null, 1);

    public Given With(Func<Commitment, Commitment> change) { Commitment = change(Commitment); return this; }
    public Given At(string unit) { orgUnit = unit; return this; }
    public Given Changed(DateOnly day) { changes.Add(day); return this; }
    /// <summary>A year's end under today's units.</summary>
    public Given Bridged(int year, decimal numerator) { bridged.Add(new(District, orgUnit, Commitment.Indicator!, 1, year, 12, numerator, null, false, Bound.exact, FigureState.reported, new(year, 12, 1), 1, 1, 0, false, 1)); return this; }
    public Given Stated(string element, Period period, decimal value, Bound bound = Bound.exact) { stated.Add(Figure(element, period, value, bound)); return this; }
    public Given Decided(int from, decimal value, string unit = District, long load = 9) { decisions.Add(new("c", unit, from, null, value, "文", new(2022, 1, 1), "甲", "因", load)); return this; }
    public Given Issued(int year, long load) { issues.Add(new("c", year, "下达文", new(2022, 1, 1), "甲", "因", load)); return this; }

    /// <summary>Each curve a load later than the one before.</summary>
    public Given Curve(int year, IReadOnlyList<decimal> shares, string unit = District, CurveMethod method = CurveMethod.given)
    {
        var load = 9 + curves.Count / 12;
        curves.AddRange(shares.Select((share, index) => new CurvePoint("c", unit, year, index + 1, share, method, "甲", "因", load)));
        return this;
    }

    /// <summary>The same with every list the other way round.</summary>
    public Given Turned() { years.Reverse(); stated.Reverse(); decisions.Reverse(); curves.Reverse(); return this; }
    public Given Found(TaskFinding verdict, DateOnly on, long load = 99) { verdicts.Add(new("c", verdict, on, "乙", "因", load)); return this; }
    public Given Task(MilestoneProgress state, DateOnly on, string evidence = "纪要") { milestones.Add(new("c", state, on, evidence, "甲", "", milestones.Count + 1)); return this; }

    /// <summary>A figure at one month-end; a stock's is said in that month unless <paramref name="saidIn"/> tells another.</summary>
    public Given Year(int year, decimal? numerator, int through = 12, string? indicator = null, decimal? denominator = null, Bound bound = Bound.exact,
        FigureState state = FigureState.reported, int missing = 0, int? saidIn = null, int owed = 1)
    {
        years.Add(new(District, orgUnit, indicator ?? Commitment.Indicator!, 1, year, through, numerator, denominator, denominator is not null, bound, state,
            new(year, saidIn ?? through, 1), owed, owed, missing, false, 1));
        return this;
    }

    public IReadOnlyList<Evaluation> All(int? year, int through = 12, int? horizon = null, DateOnly? today = null, IReadOnlyList<Commitment>? others = null)
    {
        var last = horizon ?? year ?? 2025;
        return Assessor.Evaluate(Plan(others), Commitment, Evidence, new(last, through, today ?? new(last + 1, 2, 1)), year);
    }

    /// <summary>Where it will land, asked in a month of a year.</summary>
    public Landed? Landed(int year, int through, IReadOnlyList<Commitment>? others = null) =>
        Landings.Of(Plan(others), Commitment, Evidence, new(year, through, new DateOnly(year, through, 1).AddMonths(1)));

    public Plan Plan(IReadOnlyList<Commitment>? others = null) => new("p", District, "规划", "文", new(2021, 1, 1), 2021, 2025, [Commitment, .. others ?? []]);

    public Evidence Evidence => new(District, orgUnit, Indicators, Elements, years, stated, decisions, milestones) { Changes = changes, Bridged = bridged, Issues = issues, Curves = curves, Verdicts = verdicts };

    public Evaluation One(int? year, int through = 12, int? horizon = null, DateOnly? today = null) => Assert.Single(All(year, through, horizon, today));

    static Indicator Plain(string id, TimeRule time) => new(id, 1, id, "人", 2, [new(id is "part" ? "flow" : id is "city" ? "stock" : id, "total", time, 1)], [], new(1900, 1, 1), null, "");
}
