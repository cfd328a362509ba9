using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment;

/// <summary>Picks figures out of the evidence: a year's, the plan's so far, each in the unit it is judged in.</summary>
static class Held
{
    /// <summary>An indicator's figure of a year through a month; where none is held and none was owed, the one stated for the whole year.</summary>
    public static Measured Year(Evidence evidence, string id, int year, int through, string? unit = null)
    {
        var (orgUnit, definition) = (unit ?? evidence.OrgUnit, evidence.Indicator(id, year));
        var (what, period) = (definition?.Name ?? id, Shown.Months(year, through));
        var row = evidence.Year(orgUnit, id, year, through);
        var isSilent = row is null || row is { Owed: 0, State: FigureState.not_reported or FigureState.not_defined_here };
        if (isSilent && through == 12 && definition is not null && Composed(evidence, definition, orgUnit, what, period,
            figure => figure.PeriodKind == PeriodKind.year && figure.PeriodStart.Year == year) is { } stated) return stated;
        if (row is not null && row.State != FigureState.not_defined_here) return Of(row, definition, what, period);
        var isDefined = definition is not null && IsDefinedAt(evidence, definition, orgUnit);
        return Measured.Nothing(what, period, isDefined ? FigureState.not_reported : FigureState.not_defined_here);
    }

    /// <summary>A base year's figure of the ground that the unit had when it is judged: of a unit that took over another since, the figures of both.</summary>
    public static Measured Base(Question question, int baseYear, int year)
    {
        var (evidence, id, end) = (question.Evidence, question.Commitment.Indicator!, Period.Month(year, question.Horizon.ThroughOf(year)).End);
        var own = Year(evidence, id, baseYear, 12);
        var between = evidence.Changes.Where(day => new DateOnly(baseYear, 1, 1) < day && day <= end).ToList();
        if (between.Count == 0) return own;
        var definition = evidence.Indicator(id, baseYear);
        var bridged = evidence.Bridged.FirstOrDefault(row => row.OrgUnit == evidence.OrgUnit && row.Indicator == id && row.Year == baseYear && row.Through == 12);
        // Today's ground is not yet that of the year judged where the unit changed again; and what was added up over a year in which it changed began on another.
        var isComparable = !evidence.Changes.Any(day => day > end) && !(IsSummed(definition) && between.Exists(day => day.Year == year && day.DayOfYear > 1));
        return bridged?.Value() is not null && isComparable
            ? Of(bridged, definition, own.What, own.Period) with { Source = $"按现在的区划，含并入的、不含划出的，截至 12 月，批次 {bridged.LoadId}" }
            : own with { Value = null, IsOtherGround = true };
    }

    static bool IsSummed(Indicator? definition) => definition?.Numerator.Concat(definition.Denominator).Any(term => term.Time == TimeRule.sum) == true;

    /// <summary>The figure stated for the plan so far (规划期累计 or a plan period), known at the horizon; null where none is.</summary>
    public static Measured? PlanFigure(Evidence evidence, string id, Plan plan)
    {
        if (evidence.Indicator(id, plan.LastYear) is not { } definition) return null;
        var period = Period.Plan(plan.FirstYear, plan.LastYear);
        return Composed(evidence, definition, evidence.OrgUnit, definition.Name, period.InWords(), figure =>
            figure.PeriodKind == PeriodKind.plan ? figure.PeriodStart == period.Start : figure.PeriodKind != PeriodKind.year && period.Contains(figure.PeriodEnd));
    }

    /// <summary>Whether unit or meaning changed between two years, so that their figures cannot be compared or added.</summary>
    public static bool Breaks(Evidence evidence, string id, int from, int to)
    {
        var (before, after) = (evidence.Indicator(id, from), evidence.Indicator(id, to));
        if (before is null || after is null || before.Version != after.Version) return before != after;
        return after.Numerator.Concat(after.Denominator).Any(term => Version(term, from) is { } old && Version(term, to) is { } current && old != current);

        int? Version(Term term, int year) => evidence.Elements.FirstOrDefault(element => element.Id == term.Element && element.AppliesTo(new(year, 1, 1)))?.Version;
    }

    /// <summary>Flows add up over the year and cannot fall again; a level can.</summary>
    public static bool IsFlow(Indicator? indicator) => indicator is { IsRatio: false } && indicator.Numerator.All(term => term.Time == TimeRule.sum);

    /// <param name="names">Of org units by code.</param>
    public static string SourceOf(IReadOnlyList<StatedFigure> figures, IReadOnlyDictionary<string, string> names) => string.Join("；", figures.Select(figure =>
        $"{(figure.Reporter is null ? "各单位合计" : names.GetValueOrDefault(figure.Reporter, figure.Reporter))}{(figure.Role == SourceRole.check ? "（核对数，无其他填报）" : "")}"
        + (figure.FileName is null ? $" 批次 {figure.LoadId}" : $" {figure.Receipt} {figure.FileName} {figure.Sheet}!{figure.CellAddress} 批次 {figure.LoadId}")).Distinct());

    static Measured Of(IndicatorYear row, Indicator? definition, string what, string period)
    {
        var isLowerBound = !row.IsRatio && definition?.Numerator.All(term => term.Factor > 0) == true
            && (IsFlow(definition) || row.LatestPeriod?.Month == row.Through);
        var bound = row.State != FigureState.incomplete ? row.Bound : isLowerBound ? Bounds.Of(row.Bound, Bound.at_least) : Bound.about;
        // A level may stand at an earlier month than the one asked: of a unit that ended, or where the last months are missing.
        var stands = !IsFlow(definition) && row.LatestPeriod is { } latest && latest.Month < row.Through ? $"，最近一期 {latest.Month} 月" : "";
        return new(what, period, row.Value() * Figures.ScaleOf(definition), bound, row.State, $"{(row.OrgUnit == row.District ? "全区数" : "本单位数")}，截至 {row.Through} 月{stands}，批次 {row.LoadId}")
        {
            Numerator = row.IsRatio ? row.Numerator : null, Denominator = row.IsRatio ? row.Denominator : null, Owed = row.Owed,
            MissingUnits = row.MissingUnits, Latest = row.LatestPeriod, Unit = definition?.Unit ?? "",
        };
    }

    static Measured? Composed(Evidence evidence, Indicator definition, string orgUnit, string what, string period, Func<StatedFigure, bool> isOfPeriod)
    {
        var used = definition.Numerator.Concat(definition.Denominator)
            .Select(term => evidence.StatedOf(orgUnit, term.Element).Where(figure => figure.Breakdown == term.Breakdown && isOfPeriod(figure))
                .OrderBy(figure => figure.Role).ThenByDescending(figure => figure.PeriodEnd).FirstOrDefault()).OfType<StatedFigure>().ToList();
        if (used.Count < definition.Numerator.Count + definition.Denominator.Count || used.Select(figure => figure.PeriodEnd).Distinct().Count() > 1) return null;
        var numerator = Sum(definition.Numerator, used);
        var denominator = definition.IsRatio ? Sum(definition.Denominator, [.. used.Skip(definition.Numerator.Count)]) : (Value: 1m, Bound: Bound.exact);
        var isEmpty = denominator.Value == 0;
        return new(what, period, isEmpty ? null : numerator.Value / denominator.Value * Figures.ScaleOf(definition), Bounds.OfQuotient(numerator.Bound, denominator.Bound),
            isEmpty ? FigureState.no_cases : FigureState.reported, SourceOf(used, evidence.Names))
        {
            Numerator = definition.IsRatio ? numerator.Value : null, Denominator = definition.IsRatio ? denominator.Value : null, Latest = used[0].PeriodEnd, Unit = definition.Unit,
        };
    }

    static (decimal Value, Bound Bound) Sum(IReadOnlyList<Term> terms, IReadOnlyList<StatedFigure> figures) =>
        (terms.Zip(figures, (term, figure) => term.Factor * figure.Value).Sum(),
            Bounds.Of([.. terms.Zip(figures, (term, figure) => term.Factor < 0 ? Bounds.Turned(figure.Bound) : figure.Bound)]));

    static bool IsDefinedAt(Evidence evidence, Indicator definition, string orgUnit) => orgUnit == evidence.District
        && definition.Numerator.Concat(definition.Denominator).All(term => evidence.Elements.Any(element => element.Id == term.Element
            && (element.Rollup == Rollup.sum || element.Authority.ContainsKey(OrgUnitKind.district))));
}
