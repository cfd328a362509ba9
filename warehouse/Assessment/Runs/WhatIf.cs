using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Runs;

public enum AssumedPart { target, value, weight }

/// <summary>One thing that is supposed to be otherwise.</summary>
/// <param name="Commitment">Of a weight also the id of a scheme's rule.</param>
/// <param name="OrgUnit">Null: the district.</param>
public sealed record Assumption(string Commitment, string? OrgUnit, AssumedPart Part, decimal Number);

/// <summary>The inputs of a year with something supposed. Nothing is stored, and what is not named stays as it is held.</summary>
public static class WhatIf
{
    const string Source = "假设";

    /// <param name="counts">Whether a unit's figure is part of the district's sum.</param>
    public static YearInputs Supposed(YearInputs inputs, IReadOnlyList<Assumption> assumptions, Func<string, bool> counts) =>
        assumptions.Aggregate(inputs, (so, assumption) => assumption.Part switch
        {
            AssumedPart.target => WithTarget(so, assumption),
            AssumedPart.value => WithValue(so, assumption, counts),
            _ => so with { Scorings = [.. so.Scorings.Select(scoring => scoring with { Scheme = Weighted(scoring.Scheme, assumption) })] },
        });

    /// <summary>Whether a unit's supposed figure moves the district's: its parts are summed, and nobody states the sum.</summary>
    public static bool MovesDistrict(YearInputs inputs, Assumption assumption, Func<string, bool> counts) =>
        assumption.OrgUnit is { } unit && unit != inputs.District && counts(unit) && Indicator(inputs, assumption.Commitment) is { } indicator
        && indicator.Numerator.Concat(indicator.Denominator).All(term => inputs.Plans[0].Units[0].Elements
            .Any(element => element.Id == term.Element && element.Rollup == Rollup.sum && !element.Authority.ContainsKey(OrgUnitKind.district)));

    static YearInputs WithTarget(YearInputs inputs, Assumption assumption)
    {
        // After all that was decided: the last version of a number is the one in force.
        var decided = new TargetDecision(assumption.Commitment, assumption.OrgUnit ?? inputs.District, inputs.Year, inputs.Year, assumption.Number, Source, inputs.Horizon.Today, Source, Source, long.MaxValue);
        return Changed(inputs, evidence => evidence with { Decisions = [.. evidence.Decisions, decided] });
    }

    static YearInputs WithValue(YearInputs inputs, Assumption assumption, Func<string, bool> counts)
    {
        if (Indicator(inputs, assumption.Commitment) is not { } indicator) return inputs;
        var (unit, through) = (assumption.OrgUnit ?? inputs.District, inputs.Horizon.Through);
        var isFollowed = MovesDistrict(inputs, assumption, counts);
        return Changed(inputs, evidence =>
        {
            var was = Row(evidence, unit);
            var now = Supposed(was ?? Blank(unit), assumption.Number / Figures.ScaleOf(indicator));
            var whole = isFollowed ? Row(evidence, inputs.District) : null;
            List<IndicatorYear> moved = whole?.Numerator is null ? [now] : [now, Followed(whole, was, now)];
            return evidence with { Years = [.. moved, .. evidence.Years.Where(row => !moved.Exists(other => IsSame(row, other)))] };
        });

        IndicatorYear? Row(Evidence evidence, string of) => evidence.Year(of, indicator.Id, inputs.Year, through);
        IndicatorYear Blank(string of) => new(inputs.District, of, indicator.Id, indicator.Version, inputs.Year, through, null, null, indicator.IsRatio, Bound.exact, FigureState.not_reported,
            null, 0, 0, 0, false, 0);
    }

    // A rate is supposed over the cases that there are; where there are none, over a hundred.
    static IndicatorYear Supposed(IndicatorYear row, decimal value)
    {
        decimal? cases = !row.IsRatio ? null : row.Denominator is > 0 and var held ? held : 100;
        return row with
        {
            Numerator = value * (cases ?? 1),
            Denominator = cases,
            Bound = Bound.exact,
            State = FigureState.reported,
            LatestPeriod = new(row.Year, row.Through, 1),
            Present = row.Owed,
            MissingUnits = 0,
        };
    }

    // What the unit lacked of its own is lacking no more of the whole; what others lack is.
    static IndicatorYear Followed(IndicatorYear whole, IndicatorYear? was, IndicatorYear now)
    {
        var brought = was is null ? 0 : was.Owed - was.Present;
        return whole with
        {
            Numerator = whole.Numerator + now.Numerator - (was?.Numerator ?? 0),
            Denominator = whole.Denominator + now.Denominator - (was?.Denominator ?? 0),
            Present = whole.Present + brought,
            MissingUnits = brought > 0 ? Math.Max(0, whole.MissingUnits - 1) : whole.MissingUnits,
            State = whole.State == FigureState.no_cases || whole.State == FigureState.incomplete && whole.Present + brought >= whole.Owed ? FigureState.reported : whole.State,
        };
    }

    static bool IsSame(IndicatorYear row, IndicatorYear other) =>
        row.OrgUnit == other.OrgUnit && row.Indicator == other.Indicator && row.Year == other.Year && row.Through == other.Through;

    static YearInputs Changed(YearInputs inputs, Func<Evidence, Evidence> change) => inputs with
    {
        Plans = [.. inputs.Plans.Select(one =>
        {
            var district = change(one.Units[0]);
            // The lists are shared by all units, and so is what is looked up in them.
            return one with { Units = [district, .. one.Units.Skip(1).Select(unit => district with { OrgUnit = unit.OrgUnit, Changes = unit.Changes })] };
        })],
    };

    static Scheme Weighted(Scheme scheme, Assumption assumption) => scheme with
    {
        Rules = [.. scheme.Rules.Select(rule => rule.IsWeighted && (rule.Id == assumption.Commitment || rule.Commitment == assumption.Commitment) ? Weighted(rule, assumption.Number) : rule)],
    };

    // Bands are points: at another weight they are the same share of it.
    static SchemeRule Weighted(SchemeRule rule, decimal weight) => rule with
    {
        Weight = weight,
        Least = rule.Weight == 0 ? rule.Least : rule.Least * weight / rule.Weight,
        Bands = rule.Weight == 0 ? rule.Bands : rule.Bands is null ? null : [.. rule.Bands.Select(band => band with { Points = band.Points * weight / rule.Weight })],
        Each = rule.Weight == 0 ? rule.Each : rule.Each * weight / rule.Weight,
    };

    static Indicator? Indicator(YearInputs inputs, string commitment) => inputs.Plans
        .Select(one => one.Units[0].Indicator(one.Plan.Commitments.FirstOrDefault(known => known.Id == commitment)?.Indicator, inputs.Year)).FirstOrDefault(known => known is not null);
}
