namespace Reporting.Warehouse.Assessment;

/// <summary>A promise for each year over a whole plan: kept only where every year kept it. Shown is the worst year, and all of them.</summary>
static class YearByYear
{
    // Of several years' states the one that says most about the promise as a whole.
    static readonly AssessmentState[] Weight =
    [
        AssessmentState.missed, AssessmentState.behind, AssessmentState.undetermined, AssessmentState.incomplete, AssessmentState.awaiting_issue,
        AssessmentState.not_defined_here, AssessmentState.on_pace, AssessmentState.met, AssessmentState.not_due,
        AssessmentState.no_target_here,
    ];

    public static Outcome Judge(Question question)
    {
        var last = Math.Min(question.Horizon.Year, question.Plan.LastYear);
        var years = Enumerable.Range(question.Plan.FirstYear, last - question.Plan.FirstYear + 1)
            .Select(year => (Year: year, Outcome: Judging.InYear(question, year))).ToList();
        if (years.All(year => question.Year(year.Year).Value is null) && PlanSoFar.Stated(question) is { } whole)
            return Orientation.Of(question, whole) with { Target = years[^1].Outcome.Target, Version = years[^1].Outcome.Version, Alternatives = years[^1].Outcome.Alternatives };
        return Orientation.Added(question, Together(question, years), Orientation.YearlyTargets(question));
    }

    static Outcome Together(Question question, List<(int Year, Outcome Outcome)> years)
    {
        var state = Weight.First(state => years.Any(year => year.Outcome.State == state));
        var these = years.Where(year => year.Outcome.State == state).ToList();
        // The figures shown are those of a year that gives the state, the worst of them: never one year's value beside another's target.
        var held = these.Where(year => year.Outcome.Value is not null).ToList();
        var worst = held.Count == 0 ? these[^1]
            : Attained.IsLess(question.Commitment) ? held.MaxBy(year => year.Outcome.Value) : held.MinBy(year => year.Outcome.Value);
        var total = state == AssessmentState.met && !question.IsPlanOver ? AssessmentState.on_pace : state;
        // The city's numbers and revised ones differ from year to year: the one shown is of the year shown.
        var moves = years.Select(year => year.Outcome.Target).Distinct().Count() > 1;
        return worst.Outcome with
        {
            State = total,
            TargetSource = moves && worst.Outcome.TargetSource is { } source ? $"{source}（这是 {worst.Year} 年的，各年不同）" : worst.Outcome.TargetSource,
            Words = Words(total, these, years.Count),
            Figures = [.. years.SelectMany(year => year.Outcome.Figures).Distinct()],
            Alternatives = years[^1].Outcome.Alternatives,
            Years = [.. years.Select(year => new YearOutcome(year.Year, year.Outcome.Value, year.Outcome.Bound, year.Outcome.Target, year.Outcome.State, year.Outcome.Words))],
            Steps = [.. years.SelectMany(year => (IEnumerable<string>)[$"{year.Year}年：{year.Outcome.Words}", .. year.Outcome.Steps.Select(step => $"　{step}")]), "每年单独比较，上年超额不结转"],
        };
    }

    static string Words(AssessmentState state, List<(int Year, Outcome Outcome)> these, int all) =>
        state == AssessmentState.on_pace && these[0].Outcome.State == AssessmentState.met ? "至今各年完成"
        : these.Count == all ? these.Select(year => year.Outcome.Words).Distinct().Count() == 1 ? these[0].Outcome.Words : state.InWords()
        : $"{these[0].Outcome.Words}（{string.Join('、', these.Select(year => year.Year))} 年）";
}
