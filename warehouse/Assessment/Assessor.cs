using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>Judges commitments by what is held. Pure: the same evidence gives the same answer, today and in five years.</summary>
public static class Assessor
{
    /// <summary>All commitments of a plan, in its order; more than one evaluation where the text leaves open from when a version holds.</summary>
    /// <param name="year">Null: the whole plan up to the horizon.</param>
    public static IReadOnlyList<Evaluation> Evaluate(Plan plan, Evidence evidence, Horizon horizon, int? year) =>
        [.. plan.Commitments.SelectMany(commitment => Evaluate(plan, commitment, evidence, horizon, year))];

    public static IReadOnlyList<Evaluation> Evaluate(Plan plan, Commitment commitment, Evidence evidence, Horizon horizon, int? year) =>
        [.. TargetSeries.Of(plan, commitment, evidence).Select(series => Evaluation(new(plan, commitment, evidence, series, horizon), year))];

    static Evaluation Evaluation(Question question, int? year)
    {
        var (commitment, outcome) = (question.Commitment, Judging.Of(question, year));
        var (stated, reproduced) = StatedResults.Of(question, outcome);
        var (unit, decimals) = (StatedResults.OwnUnit(question), Decimals(question));
        var of = outcome.Figures is [{ Denominator: not null } judged, ..] && unit == question.Indicator?.Unit ? judged : null;
        return new(
            commitment.Id, Name(question), Version(question, outcome), commitment.Kind, question.Evidence.OrgUnit, year,
            $"{question.Horizon.Year:0000}-{question.Horizon.Through:00}", Rounded(outcome.Value, decimals), unit, outcome.Bound, outcome.Target,
            Rounded(outcome.Attainment, 6), Rounded(outcome.Pace, 6), Rounded(outcome.Gap, Math.Max(decimals, 4)), outcome.State, outcome.Words, commitment.Strength ?? "expected",
            commitment.Veto ?? false, of?.Numerator, of?.Denominator, Rounded(outcome.PerYear, Math.Max(decimals, 2)), Rounded(outcome.PlanShare, 6), outcome.IsOrientation, stated, reproduced,
            [.. outcome.Alternatives.Select(way => way with { Level = Rounded(way.Level, 4) })],
            [.. outcome.Years.Select(one => one with { Value = Rounded(one.Value, decimals) })],
            [.. outcome.Figures.Select(figure => figure.AsInput() with { Value = Rounded(figure.Value, 4) })],
            Explained.Of(question, outcome, unit, decimals, stated, reproduced))
        { TargetSource = outcome.TargetSource, OriginalTarget = outcome.OriginalTarget, PointsAhead = Rounded(outcome.PointsAhead, 4), Expected = Rounded(outcome.Expected, 10), Progress = outcome.Progress, Verdict = outcome.Verdict };
    }

    public static string NameOf(Commitment commitment, Evidence evidence, int year) =>
        commitment.Name ?? evidence.Indicator(commitment.Indicator, year)?.Name ?? commitment.Clause;

    static string Name(Question question) => NameOf(question.Commitment, question.Evidence, question.Horizon.Year);

    // A version judged by itself is named even where nothing could be judged.
    static int Version(Question question, Outcome outcome) => outcome.Version ?? (question.Targets.Versions is [var first, ..] ? first.Version : 1);

    static int Decimals(Question question)
    {
        var own = StatedResults.OwnUnit(question) == question.Indicator?.Unit ? question.Indicator.Decimals : 2;
        return Math.Max(own, question.Commitment.Stated is { Value: not null } stated && stated.Unit == StatedResults.OwnUnit(question) ? stated.Decimals : 0);
    }

    static decimal? Rounded(decimal? value, int decimals) => value is { } exact ? Figures.Round(exact, decimals) : null;
}
