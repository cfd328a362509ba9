using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Runs;

/// <summary>One plan and what is held of the district (first) and of each of its units.</summary>
public sealed record PlanEvidence(Plan Plan, IReadOnlyList<Evidence> Units);

/// <summary>All that the assessment of one district and year is made of, as of one load.</summary>
/// <param name="Scorings">One for each scheme that is scored; their standings come out of <paramref name="Plans"/> when it is judged.</param>
public sealed record YearInputs(string District, int Year, Horizon Horizon, IReadOnlyList<PlanEvidence> Plans, IReadOnlyList<ScoringInput> Scorings)
{
    public string Through => $"{Year:0000}-{Horizon.Through:00}";

    /// <summary>Judges and scores. Pure: the same inputs give the same judgment.</summary>
    public YearJudgment Judged()
    {
        var standings = UnitStandings.Of([.. Plans.Select(one => (one.Plan, one.Units))], Horizon, Year);
        return new(standings, [.. Scorings.Select(scoring => Scorer.Of(scoring with { Standings = standings }))]);
    }

    /// <summary>
    /// What of it is of the year or before: by the load of a late correction the next year has begun, and that is nothing that moved this one.
    /// For comparing two runs; a seal holds all of it.
    /// </summary>
    public YearEvidence EvidenceOfItsTime()
    {
        var (all, last) = (Evidence(), new DateOnly(Year, 12, 31));
        return all with
        {
            Figures = [.. all.Figures.Where(row => row.Year <= Year)], Stated = [.. all.Stated.Where(one => one.PeriodStart <= last)], Milestones = [.. all.Milestones.Where(one => one.OnDate <= last)],
            Issues = [.. all.Issues.Where(one => one.Year <= Year)], Curves = [.. all.Curves.Where(point => point.Year <= Year)],
        };
    }

    /// <summary>Everything that entered, list by list in an order of its own, whatever the order read.</summary>
    public YearEvidence Evidence()
    {
        var districts = Plans.Select(one => one.Units[0]).ToList();
        IReadOnlyList<T> All<T>(Func<Evidence, IEnumerable<T>> of) => [.. districts.SelectMany(of).Distinct().Select(row => (Row: row, Text: CanonicalJson.Of(row)))
            .OrderBy(row => row.Text, StringComparer.Ordinal).Select(row => row.Row)];
        return new(
            // As of which load the annual fact was asked is no part of the figure.
            [.. districts.SelectMany(one => one.Years).Select(row => row with { LoadId = 0 }).Distinct()
                .OrderBy(row => row.OrgUnit, StringComparer.Ordinal).ThenBy(row => row.Indicator, StringComparer.Ordinal).ThenBy(row => row.Year).ThenBy(row => row.Through).ThenBy(row => row.IndicatorVersion)],
            All(one => one.Stated), All(one => one.Decisions), All(one => one.Milestones), All(one => one.Verdicts), All(one => one.Issues), All(one => one.Curves),
            [.. Scorings.SelectMany(scoring => scoring.Conduct).Distinct().OrderBy(conduct => conduct.OrgUnit, StringComparer.Ordinal)],
            [.. Scorings.SelectMany(scoring => scoring.Unreported).Distinct().OrderBy(owed => owed.OrgUnit, StringComparer.Ordinal).ThenBy(owed => owed.Indicator, StringComparer.Ordinal)]);
    }
}

/// <summary>How all units stand, and the boards of the schemes in the order of the inputs.</summary>
public sealed record YearJudgment(IReadOnlyList<Standing> Standings, IReadOnlyList<ScoreBoard> Boards);

/// <summary>The evidence of a year as it is hashed and compared.</summary>
public sealed record YearEvidence(
    IReadOnlyList<IndicatorYear> Figures, IReadOnlyList<StatedFigure> Stated, IReadOnlyList<TargetDecision> Decisions, IReadOnlyList<MilestoneState> Milestones,
    IReadOnlyList<TaskVerdict> Verdicts, IReadOnlyList<Targets.TargetIssue> Issues, IReadOnlyList<Targets.CurvePoint> Curves, IReadOnlyList<Conduct> Conducts, IReadOnlyList<OwedFigure> Owed)
{
    /// <summary>Each list by name, with the hash of its canonical form.</summary>
    public IReadOnlyList<RunInput> Hashed() =>
    [
        Of("figures", Figures), Of("stated", Stated), Of("decisions", Decisions), Of("milestones", Milestones), Of("verdicts", Verdicts), Of("issues", Issues), Of("curves", Curves),
        Of("conducts", Conducts), Of("owed", Owed),
    ];

    static RunInput Of<T>(string name, IReadOnlyList<T> rows) => new(name, rows.Count, CanonicalJson.Sha256(CanonicalJson.Of(rows)));
}

/// <summary>One list of inputs by reference: the run's load says where it is found again, the hash that it is the same.</summary>
public sealed record RunInput(string Name, int Rows, string Sha256);
