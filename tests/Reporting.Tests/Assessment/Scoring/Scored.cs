using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Scoring;

/// <summary>A scheme and units made by hand, and the board that comes of them.</summary>
sealed class Scored(params IReadOnlyList<SchemeRule> rules)
{
    public const string District = "310999";
    readonly List<OrgUnit> units = [];
    readonly List<Standing> standings = [];
    readonly List<Conduct> conducts = [];
    readonly List<Commitment> commitments = [];
    readonly List<OwedFigure> unreported = [];

    public Scheme Scheme { get; set; } = new(
        "s", 1, District, "办法", "文", 2021, 2025, 2, MissingPolicy.zero, QuotaRounding.down, [], rules, [new("优秀", 90, 0.3m), new("达标", 75, null), new("不达标", 0, null)]);

    public static SchemeRule Rule(ScoringMethod method, decimal weight = 100, string commitment = "c") => new($"{method}", $"{method}", method, weight, "做法") { Commitment = commitment };

    public static SchemeRule Conducted(ScoringMethod method, ConductMeasure measure, decimal weight = 0) => new($"{measure}", $"{measure}", method, weight, "做法") { Conduct = measure };

    public static Evaluation Evaluation(
        string id = "c", string kind = "ratio", AssessmentState? state = null, decimal? attainment = null, decimal? value = null, decimal? pace = null, string input = "reported") => new(
        id, id, 1, kind, District, 2022, "2022-12", value, "%", Bound.exact, 100, attainment, pace, null, Judged(state, attainment), Judged(state, attainment).InWords(), "expected", false, null, null, null, null, false, null, null,
        [], [], [new("数", "2022年", value, Bound.exact, null, null, input, "源")], "");

    // Where a test says nothing of the state it is what the fraction says.
    static AssessmentState Judged(AssessmentState? state, decimal? attainment) => state ?? (attainment < 1 ? AssessmentState.missed : AssessmentState.met);

    public Scored With(Func<Scheme, Scheme> change) { Scheme = change(Scheme); return this; }

    public Scored Commitment(string id, string[] leads, string[]? supports = null, string? strength = null, IReadOnlyList<DepartmentShare>? shares = null, string comparator = ">=")
    {
        commitments.Add(new(id, "i", "ratio", comparator, 100, "%", "each_year", "原文", "条", "读法", leads, false) { Supporting = supports, Strength = strength, Shares = shares });
        return this;
    }

    /// <summary>A unit with its own figures, or (<paramref name="measures"/>) one that speaks for another.</summary>
    public Scored Unit(string code, Evaluation? one = null, Conduct? conduct = null, string? measures = null)
    {
        units.Add(new(District, code, $"{code}镇", OrgUnitKind.township, "township", true, measures ?? code, new(2016, 1, 1), null, [], [], []));
        if (one is not null) standings.Add(new(code, [one]));
        if (conduct is not null) conducts.Add(conduct);
        return this;
    }

    public Scored Stands(string unit, params IReadOnlyList<Evaluation> evaluations) { standings.Add(new(unit, evaluations)); return this; }

    public Scored Owes(string unit, string indicator) { unreported.Add(new(unit, indicator)); return this; }

    public ScoreBoard Board(Func<IEnumerable<OrgUnit>, IEnumerable<OrgUnit>>? order = null, bool backwards = false) => Scorer.Of(new(
        Scheme.Groups.Count > 0 ? Scheme : Scheme with { Groups = [new("g", "组", [.. (order?.Invoke(units) ?? units).Select(unit => unit.Code)])] }, 2022, "2022-12",
        backwards ? [.. Enumerable.Reverse(standings)] : standings, backwards ? [.. Enumerable.Reverse(conducts)] : conducts, backwards ? [.. Enumerable.Reverse(units)] : units,
        backwards ? [.. Enumerable.Reverse(commitments)] : commitments)
    { Unreported = unreported });

    public ScoredUnit One() => Assert.Single(Board().Units);
}
