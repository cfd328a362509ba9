using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>A figure over the plan up to the horizon: its years together where they are all there, else the one stated for the plan's span.</summary>
static class PlanSoFar
{
    public static Measured Of(Question question)
    {
        var (plan, horizon, id) = (question.Plan, question.Horizon, question.Commitment.Indicator!);
        var last = Math.Min(horizon.Year, plan.LastYear);
        var years = Enumerable.Range(plan.FirstYear, Math.Max(0, last - plan.FirstYear + 1)).Select(question.Year).ToList();
        var whole = Stated(question);
        if (years.Count == 0) return whole ?? Measured.Nothing(question.Indicator?.Name ?? id, Words(plan, last));
        if (years.FirstOrDefault(year => year.State is FigureState.definition_changed or FigureState.split_without_shares) is { } broken) return whole ?? broken;
        var held = years.Where(year => year.Value is not null || year.State == FigureState.no_cases).ToList();
        if (held.Count == 0) return whole ?? years[^1];
        if (Held.Breaks(question.Evidence, id, plan.FirstYear, last)) return whole ?? years[^1] with { Value = null, State = FigureState.definition_changed };
        // Of a year that is told once, when it is over, nothing is missing while it runs: the figure stands where the last year ended.
        var isAhead = !horizon.IsOver(last) && years[^1] is { Value: null, Owed: 0, State: FigureState.not_reported };
        var (until, missing) = isAhead ? (last - 1, years.Count - 1 - held.Count) : (last, years.Count - held.Count);
        if (missing > 0 && whole is not null) return whole;
        var sum = Sum(question, held, missing, Words(plan, until)) with { Latest = isAhead ? new(until, 12, 31) : null };
        // Years told as 500以上 add up to no more than 以上; an exact figure of the same span says more.
        return whole is { Bound: Bound.exact } && sum.Bound != Bound.exact && whole.Latest?.Year == last ? whole : sum;
    }

    /// <summary>The plan figure, where it speaks of nothing beyond the horizon.</summary>
    public static Measured? Stated(Question question)
    {
        var figure = question.Commitment.Indicator is { } id ? Held.PlanFigure(question.Evidence, id, question.Plan) : null;
        return figure is not null && (figure.Latest <= question.Horizon.End || question.Horizon.Today <= figure.Latest) ? figure : null;
    }

    /// <summary>The level at the end: of the horizon's year; before the plan's end, the last one known; where only the plan's span is stated, that.</summary>
    public static Measured EndLevel(Question question)
    {
        var current = question.Year(Math.Min(question.Horizon.Year, question.Plan.LastYear));
        if (current.Value is not null || current.State is not (FigureState.not_reported or FigureState.not_defined_here)) return current;
        if (Stated(question) is { } whole) return whole;
        if (question.IsPlanOver) return current;
        return Enumerable.Range(question.Plan.FirstYear, question.Horizon.Year - question.Plan.FirstYear).Reverse().Select(question.Year)
            .FirstOrDefault(earlier => earlier.Value is not null) ?? current;
    }

    static Measured Sum(Question question, List<Measured> held, int missingYears, string period)
    {
        var isRatio = question.Indicator?.IsRatio == true;
        var (numerator, denominator) = (held.Sum(year => year.Numerator), held.Sum(year => year.Denominator));
        var isPartial = missingYears > 0 || held.Any(year => year.IsIncomplete);
        var bound = Bounds.Of([.. held.Select(year => year.Bound), missingYears == 0 ? Bound.exact : isRatio ? Bound.about : Bound.at_least]);
        var value = !isRatio ? held.Sum(year => year.Value) : denominator is null or 0 ? null : numerator / denominator * Figures.ScaleOf(question.Indicator);
        return new(held[0].What, period, value, bound, value is null ? FigureState.no_cases : isPartial ? FigureState.incomplete : FigureState.reported,
            string.Join("；", held.Select(year => year.Source).Distinct()))
        {
            Numerator = isRatio ? numerator : null, Denominator = isRatio ? denominator : null, Owed = held.Sum(year => year.Owed),
            MissingUnits = held.Max(year => year.MissingUnits), Unit = held[0].Unit, Lacks = missingYears > 0 ? $"缺 {missingYears} 年" : null,
        };
    }

    static string Words(Plan plan, int last) => plan.FirstYear == last ? $"{last}年" : $"{plan.FirstYear}—{last}年";
}
