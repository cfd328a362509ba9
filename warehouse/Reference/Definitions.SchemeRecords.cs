namespace Reporting.Warehouse.Reference;

/// <summary>How a quantity becomes points. The first six carry weight; bonus, deduction and veto stand beside the hundred.</summary>
public enum ScoringMethod { linear, banded, interpolated, stepped, all_or_nothing, count_down, bonus, deduction, veto }

/// <summary>What a rule gives where what it asks for is not known: nothing, no weight in this score, or no score until it is known.</summary>
public enum MissingPolicy { zero, reweight, hold }

/// <summary>What is counted of a unit's reporting. <c>timely</c> is a share: what came on time of all that was due.</summary>
public enum ConductMeasure { timely, late, missing, returned, corrected_after_lock, unfinished }

/// <summary>30 % of 6 units are 1.8: one, two or two.</summary>
public enum QuotaRounding { down, nearest, up }

/// <summary>评分办法: one version, for some years of one district.</summary>
/// <param name="Decimals">Of every rule's points, rounded half-up once; the score is the sum of what is printed.</param>
/// <param name="Missing">Unless a rule says otherwise.</param>
/// <param name="Groups">Who is scored, by peer group: ranks and quotas are within a group.</param>
public sealed record Scheme(
    string Id, int Version, string District, string Name, string Document, int FirstYear, int LastYear, int Decimals, MissingPolicy Missing,
    QuotaRounding QuotaRounding, IReadOnlyList<PeerGroup> Groups, IReadOnlyList<SchemeRule> Rules, IReadOnlyList<GradeBand> Grades)
{
    /// <summary>The most that a score can be; null: the weights and bonuses together.</summary>
    public decimal? Most { get; init; }

    /// <summary>责任主体: what a commitment weighs for the departments that lead it and those that support it.</summary>
    public Responsibility? Responsibility { get; init; }

    public bool Covers(int year) => FirstYear <= year && year <= LastYear;
}

/// <summary>Who is compared with whom.</summary>
/// <param name="Units">Members by code.</param>
/// <param name="Kinds">Members by kind: all units of these kinds that count in the district's sum; null for none.</param>
public sealed record PeerGroup(string Id, string Name, IReadOnlyList<string> Units, IReadOnlyList<OrgUnitKind>? Kinds = null)
{
    public bool Holds(OrgUnit unit) => Units.Contains(unit.Code) || (unit.Counts && Kinds is not null && Kinds.Contains(unit.Kind));

    /// <summary>Its members among the units given, those named by code first, in the order in which they are named.</summary>
    public IReadOnlyList<OrgUnit> MembersAmong(IEnumerable<OrgUnit> units) =>
        [.. units.Where(Holds).OrderBy(unit => Units.Contains(unit.Code) ? Units.ToList().IndexOf(unit.Code) : int.MaxValue).ThenBy(unit => unit.Code, StringComparer.Ordinal)];
}

public sealed record Responsibility(decimal Lead, decimal Support);

/// <summary>等次: from this score on; of a group's units at most the <paramref name="Quota"/>'s share; null: any number.</summary>
public sealed record GradeBand(string Name, decimal From, decimal? Quota);

/// <summary>One line of a scheme: what is asked, and how it becomes points. Exactly one of Commitment, Duties and Conduct is given.</summary>
/// <param name="Weight">Full points; 0 for bonus, deduction and veto.</param>
/// <param name="Practice">The published practice that the rule follows.</param>
public sealed record SchemeRule(string Id, string Name, ScoringMethod Method, decimal Weight, string Practice)
{
    public string? Commitment { get; init; }

    /// <summary>All commitments of the district that the unit leads or supports, averaged by its share of each.</summary>
    public bool? Duties { get; init; }

    public ConductMeasure? Conduct { get; init; }

    /// <summary>The number that a unit without a target of its own is held to, in the commitment's unit; more is better.</summary>
    public decimal? Target { get; init; }

    /// <summary>linear: the completion that still earns, as a fraction; null is 1: 超额不加分.</summary>
    public decimal? Cap { get; init; }

    /// <summary>linear, stepped, count_down: the least points, however far it falls short; null: 0.</summary>
    public decimal? Least { get; init; }

    /// <summary>stepped, bonus: percentage points of one step.</summary>
    public decimal? Step { get; init; }

    /// <summary>Points of one step or one case.</summary>
    public decimal? Each { get; init; }

    /// <summary>bonus, deduction: the most points.</summary>
    public decimal? Most { get; init; }

    /// <summary>banded, interpolated: by completion in per cent, the highest first.</summary>
    public IReadOnlyList<ScoreBand>? Bands { get; init; }

    /// <summary>Null: as the scheme says.</summary>
    public MissingPolicy? Missing { get; init; }

    public bool IsWeighted => Method < ScoringMethod.bonus;

    /// <summary>The most points that the rule can give.</summary>
    public decimal Highest => Method switch
    {
        ScoringMethod.linear => Weight * (Cap ?? 1),
        ScoringMethod.banded or ScoringMethod.interpolated => Bands is [var top, ..] ? top.Points : 0,
        ScoringMethod.bonus => Most ?? 0,
        _ => Weight,
    };
}

/// <param name="From">Completion in per cent.</param>
public sealed record ScoreBand(decimal From, decimal Points);
