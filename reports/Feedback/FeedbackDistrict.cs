using Reporting.Reports.Lineage;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Feedback;

/// <summary>All that the 反馈表 of a district's units are cut from, out of one reading; a unit's book is given its own part and its places.</summary>
sealed class FeedbackDistrict
{
    const int Charts = 2;

    readonly MonthlyFacts facts;
    readonly IReadOnlyList<PeriodLock> locks;
    readonly IReadOnlyList<Ranking> rankings;
    readonly ILookup<string, UnitPeriodStatus> submissions;
    readonly ILookup<string, UnitFinding> findings;
    readonly ILookup<string, UnitReturn> returns;
    readonly ILookup<string, Addend> sources;

    public FeedbackDistrict(MonthlyContent content, IReadOnlyList<PeriodLock> locks, IReadOnlyList<UnitFinding> findings, IReadOnlyList<UnitReturn> returns)
    {
        (facts, this.locks) = (new(content), locks);
        rankings = [.. facts.Numbered.Where(promise => promise.Indicator is not null).Select(promise => Ranking.Of(facts, promise))];
        (this.findings, this.returns) = (findings.ToLookup(one => one.OrgUnit), returns.ToLookup(one => one.OrgUnit));
        submissions = content.Submissions.ToLookup(status => status.OrgUnit);
        sources = content.UnitSources.ToLookup(addend => addend.FigureUnit);
    }

    public static FeedbackDistrict Read(ReportAsk ask)
    {
        var (marts, from, to) = (ask.Warehouse.Marts, new DateOnly(ask.Period.End.Year, 1, 1), ask.Period.End);
        return new(MonthlyReading.Read(ask, withUnitMonths: true), ask.Warehouse.Reviews.Locks(ask.District, ask.AsOf.LoadId),
            marts.UnitFindings(ask.District, from, to, ask.AsOf, ask.Stamp?.IssuedAt), UnitReturn.Of(ask.Stamp is { } stamp
                ? marts.SheetReturns(ask.District, from, to, ask.AsOf.LoadId, stamp.IssuedAt) : marts.SheetReturnsAsOf(ask.District, from, to, ask.AsOf)));
    }

    /// <exception cref="NoReportException">It is no township or park of the district that stood in the period's year.</exception>
    public FeedbackContent Of(ReportAsk ask) => Of(ask.Cover(FeedbackReport.Title), ask.Unit!, ask.Day, MonthlyReading.IsLocked(ask, locks));

    public FeedbackContent Of(Cover cover, string code, DateOnly day, bool isFinal)
    {
        var unit = facts.Units.FirstOrDefault(one => one.Code == code) ?? throw new NoReportException(
            $"反馈表一家街镇（园区）一册，{cover.Period.InWords()}{cover.District.Name}没有这样的单位 {code}。", $"A feedback book is of a township or park; {code} is none of {cover.District.Code} in {cover.Period}.");
        var lines = Lines(unit);
        var elements = lines.SelectMany(line => line.Indicator.Numerator.Concat(line.Indicator.Denominator)).Select(term => term.Element).ToHashSet();
        return new(cover with { Unit = unit }, facts.Content.Catalog, unit, lines, [.. submissions[unit.Code]], [.. findings[unit.Code]], [.. returns[unit.Code]],
            [.. facts.Content.Cases.Where(one => one.Order.OrgUnit == unit.Code)],
            // What others stated of it (a department of a township) is not its to read, nor is who sent a sheet anybody's.
            [.. sources[unit.Code].Where(addend => addend.Reporter == unit.Code && elements.Contains(addend.Element)).Select(SourceSheet.WithoutPersons)])
        {
            Day = day,
            IsFinal = isFinal,
            Charts = [.. lines.Select(line => line.Own).OfType<Promise>().Where(own => own.Standing.Value is not null).OrderByDescending(own => own.Light)
                .ThenBy(own => own.Standing.PointsAhead ?? 0).ThenBy(own => own.Standing.Attainment ?? 1).Take(Charts).Select(own => CourseChart.Of(facts, own))],
        };
    }

    /// <summary>What the unit was given a number for, and once each what it reports besides.</summary>
    List<FeedbackLine> Lines(OrgUnit unit) =>
    [
        .. rankings.Select(ranking => (Ranking: ranking, Own: OwnOf(unit, ranking.Promise))).Where(one => one.Own is not null || facts.Owes(unit, one.Ranking.Promise.Indicator!))
            .GroupBy(one => one.Ranking.Promise.Indicator!.Id)
            .SelectMany(same => same.Any(one => HasTarget(one.Own)) ? same.Where(one => HasTarget(one.Own)) : same.Take(1))
            .Select(one => Line(unit, one.Ranking, one.Own)),
    ];

    static bool HasTarget(Promise? own) => own?.Standing.Target is not null;

    Promise? OwnOf(OrgUnit unit, Promise promise) => facts.StandingOf(unit.Code, promise.Standing.Id) is { } standing
        ? promise with { Standing = standing, Landed = null, Alert = facts.Content.Alerts.FirstOrDefault(alert => alert.Evaluation.OrgUnit == unit.Code && alert.Evaluation.Id == standing.Id) }
        : null;

    FeedbackLine Line(OrgUnit unit, Ranking ranking, Promise? own)
    {
        var indicator = ranking.Promise.Indicator!;
        return new(ranking.Promise.NameAndSpan, own, indicator, facts.Figure(unit.Code, indicator.Id), MonthValues.Of(facts, indicator, facts.Month, orgUnit: unit.Code),
            [.. Enumerable.Range(1, 12).Select(month => MonthValues.Of(facts, indicator, month, orgUnit: unit.Code))],
            ranking.Exists ? new(ranking.Word, ranking.Format, ranking.PlaceOf(unit.Code), ranking.Units.Count, ranking.Units.FirstOrDefault(one => one.Unit.Code == unit.Code)?.Value, Whole(ranking)) : null);
    }

    /// <summary>The district's own, by which its units are ranked: out of sums, never a mean of rates.</summary>
    decimal? Whole(Ranking ranking)
    {
        var indicator = ranking.Promise.Indicator!;
        var whole = ranking.By switch
        {
            RankedBy.attainment => ranking.Promise.Standing.Attainment,
            RankedBy.rate => facts.Figure(facts.District, indicator.Id)?.Value(),
            _ => YearOnYear.Change(facts.Figure(facts.District, indicator.Id), facts.YearBefore(indicator.Id), false),
        };
        return whole is { } some ? Figures.Round(some, 3) : null;
    }
}
