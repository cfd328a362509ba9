using System.Reflection;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Tests.Walls;

/// <summary>Each question of the marts is asked of an empty and of a small warehouse: its columns are what its record is made of.</summary>
public class MartQueryTests
{
    const string District = "310999", Unit = "310999101";
    static readonly DateOnly From = new(2022, 1, 1), To = new(2022, 12, 31);

    static readonly Dictionary<string, Func<MartQueries, long, object?>> Questions = new()
    {
        [nameof(MartQueries.LastLoad)] = (marts, _) => marts.LastLoad(),
        [nameof(MartQueries.LastLoadBy)] = (marts, _) => marts.LastLoadBy(TestWarehouse.At(To)),
        [nameof(MartQueries.LoadById)] = (marts, load) => marts.LoadById(load),
        [nameof(MartQueries.IndicatorYears)] = (marts, load) => (marts.IndicatorYears(District, 2022, load), marts.IndicatorYears(District, 2022, load, UnitView.today)),
        [nameof(MartQueries.ElementYears)] = (marts, load) => (marts.ElementYears(District, 2022, load), marts.ElementYears(District, 2022, load, UnitView.today)),
        [nameof(MartQueries.Observations)] = (marts, load) => (marts.Observations(District, "jobs", From, To, load), marts.Observations(District, null, From, To, load)),
        [nameof(MartQueries.SourceDifferences)] = (marts, load) => marts.SourceDifferences(District, 2022, load),
        [nameof(MartQueries.QuotedDifferences)] = (marts, _) => marts.QuotedDifferences(District, 2022),
        [nameof(MartQueries.RevisionCauses)] = (marts, load) => marts.RevisionCauses(District, 2022, 0, load),
        [nameof(MartQueries.Targets)] = (marts, load) => marts.Targets(District, 2022, load),
        [nameof(MartQueries.IndicatorYearRange)] = (marts, load) => (marts.IndicatorYearRange(District, Unit, new HashSet<string> { "jobs" }, 2021, 2022, 2021, load), marts.IndicatorYearRange(District, null, new HashSet<string> { "jobs" }, 2021, 2022, 2022, load)),
        [nameof(MartQueries.StatedFigures)] = (marts, load) => (marts.StatedFigures(District, Unit, From, To, load), marts.StatedFigures(District, null, From, To, load)),
        [nameof(MartQueries.TargetDecisions)] = (marts, load) => marts.TargetDecisions(load),
        [nameof(MartQueries.TargetSplits)] = (marts, load) => marts.TargetSplits(load),
        [nameof(MartQueries.TargetIssues)] = (marts, load) => marts.TargetIssues(load),
        [nameof(MartQueries.TargetCurves)] = (marts, load) => marts.TargetCurves(load),
        [nameof(MartQueries.Certifications)] = (marts, load) => marts.Certifications(District, 2022, load),
        [nameof(MartQueries.AssessmentRuns)] = (marts, load) => (marts.AssessmentRuns(null, load), marts.AssessmentRuns(District, load)),
        [nameof(MartQueries.RunDocuments)] = (marts, _) => marts.RunDocuments(1),
        [nameof(MartQueries.MilestoneStates)] = (marts, load) => (marts.MilestoneStates(load), marts.MilestoneStates(load, "p")),
        [nameof(MartQueries.Acknowledgements)] = (marts, load) => marts.Acknowledgements(District, load),
        [nameof(MartQueries.Supervisions)] = (marts, load) => (marts.Supervisions(District, load), marts.Supervisions(null, load)),
        [nameof(MartQueries.TaskQuarters)] = (marts, load) => marts.TaskQuarters(load),
        [nameof(MartQueries.TaskEvidence)] = (marts, load) => marts.TaskEvidence(load),
        [nameof(MartQueries.TaskVerdicts)] = (marts, load) => (marts.TaskVerdicts(load), marts.TaskVerdicts(load, "p")),
        [nameof(MartQueries.Addends)] = (marts, load) => marts.Addends(District, District, "jobs", 2022, 12, load),
        [nameof(MartQueries.SheetReviews)] = (marts, load) => marts.SheetReviews(["310999-20220309-000001"], load),
        [nameof(MartQueries.SupersededValues)] = (marts, load) => marts.SupersededValues(District, [Unit], ["jobs"], 2022, 12, load, 100),
        [nameof(MartQueries.SubmissionStatus)] = (marts, load) => marts.SubmissionStatus(District, From, To, load, TestWarehouse.At(To)),
        [nameof(MartQueries.SubmissionStatusAsOf)] = (marts, load) => marts.SubmissionStatusAsOf(District, From, To, new(load, TestWarehouse.At(To), "test")),
        [nameof(MartQueries.SheetReturns)] = (marts, load) => marts.SheetReturns(District, From, To, load, TestWarehouse.At(To)),
        [nameof(MartQueries.SheetReturnsAsOf)] = (marts, load) => marts.SheetReturnsAsOf(District, From, To, new(load, TestWarehouse.At(To), "test")),
        [nameof(MartQueries.UnitFindings)] = (marts, load) => (marts.UnitFindings(District, From, To, new(load, TestWarehouse.At(To), "test")), marts.UnitFindings(District, From, To, new(load, TestWarehouse.At(From), "test"), TestWarehouse.At(To))),
        [nameof(MartQueries.CorrectionsAfterLock)] = (marts, load) => marts.CorrectionsAfterLock(District, From, To, load),
        [nameof(MartQueries.CorrectionsAfterFreeze)] = (marts, load) => marts.CorrectionsAfterFreeze(District, load),
        [nameof(MartQueries.LatestOwedMonth)] = (marts, load) => marts.LatestOwedMonth(District, 2022, load),
        [nameof(MartQueries.LatestMonth)] = (marts, load) => marts.LatestMonth(District, 2022, load),
        [nameof(MartQueries.LatestPeriod)] = (marts, load) => marts.LatestPeriod(District, load),
        [nameof(MartQueries.CountedElements)] = (marts, load) => marts.CountedElements(Span(load)),
        [nameof(MartQueries.CountedValues)] = (marts, load) => marts.CountedValues(Span(load), ["jobs"]),
        [nameof(MartQueries.CopyCountedValues)] = (marts, load) => Copied(marts, load),
        [nameof(MartQueries.Counts)] = (marts, _) => marts.Counts(),
        [nameof(MartQueries.RuleHits)] = (marts, _) => (marts.RuleHits(null), marts.RuleHits(District)),
        [nameof(MartQueries.FindingsByFile)] = (marts, _) => marts.FindingsByFile(),
    };

    static CountedSpan Span(long load) => new(District, null, null, From, To, load);

    static long Copied(MartQueries marts, long load)
    {
        using var folder = new TestFolder();
        return marts.CopyCountedValues([Span(load)], Path.Combine(folder.Data.Root, "values.csv"), asLines: true, CancellationToken.None)
            + marts.CopyCountedValues([Span(load)], Path.Combine(folder.Data.Root, "values.parquet"), asLines: false, CancellationToken.None);
    }

    public static TheoryData<string> Names => [.. typeof(MartQueries).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_question_is_answered_by_an_empty_warehouse(string name)
    {
        using var warehouse = new TestWarehouse();
        Questions[name](warehouse.Marts, 0);
    }

    [Fact]
    public void Every_question_is_answered_by_a_small_warehouse()
    {
        using var warehouse = new TestWarehouse();
        Fill(warehouse);
        var answers = Questions.ToDictionary(question => question.Key, question => question.Value(warehouse.Marts, warehouse.LastLoad));
        // Nobody owes anything in it.
        Assert.Equal([nameof(MartQueries.LatestOwedMonth)], answers.Where(answer => answer.Value is null).Select(answer => answer.Key));
        // A record is filled row by row: where no row came, its columns were not looked at.
        string[] none = [nameof(MartQueries.Targets), nameof(MartQueries.TargetDecisions), nameof(MartQueries.TargetSplits), nameof(MartQueries.TargetIssues), nameof(MartQueries.TargetCurves), nameof(MartQueries.MilestoneStates), nameof(MartQueries.Acknowledgements), nameof(MartQueries.FindingsByFile), nameof(MartQueries.SubmissionStatus), nameof(MartQueries.TaskQuarters), nameof(MartQueries.TaskEvidence), nameof(MartQueries.TaskVerdicts),
            nameof(MartQueries.SubmissionStatusAsOf), nameof(MartQueries.SheetReturns), nameof(MartQueries.SheetReturnsAsOf), nameof(MartQueries.CorrectionsAfterLock), nameof(MartQueries.CorrectionsAfterFreeze), nameof(MartQueries.Certifications), nameof(MartQueries.RunDocuments), nameof(MartQueries.SupersededValues), nameof(MartQueries.SheetReviews)];
        Assert.Empty(answers.Where(answer => answer.Value is System.Collections.ICollection { Count: 0 } && !none.Contains(answer.Key)).Select(answer => answer.Key));
    }

    static void Fill(TestWarehouse warehouse)
    {
        warehouse.Define("""
            district: { code: "310999", name: 试验区, valid_from: 2016-01-01, units: [ { code: "310999101", name: 东镇, kind: township }, { code: "310999-JY", name: 就业中心, kind: department, role: center, measures: "310999" } ] }
            elements:
              - { id: jobs, name: 新增就业, unit: 人, kind: flow, rollup: sum, authority: { township: township }, meaning: 就业 }
            indicators:
              - { id: jobs, name: 新增就业, unit: 人, meaning: 就业, numerator: [ { element: jobs, time: sum } ] }
            """, new(2022, 1, 1));
        warehouse.Load("before", Unit, [Cell(Unit, Unit, new(2021, 1, 1), 9, quoted: false)], new(2022, 2, 1));
        warehouse.Load("month", Unit, [Cell(Unit, Unit, new(2022, 1, 1), 10, quoted: false), Cell(Unit, Unit, new(2022, 1, 1), 8, quoted: true) with { CellAddress = "D2" }], new(2022, 2, 8));
        warehouse.Load("year", Unit, [Cell(Unit, Unit, new(2022, 1, 1), 120, quoted: false) with { PeriodKind = PeriodKind.year, PeriodEnd = To }], new(2023, 2, 8));
        warehouse.Load("check", "310999-JY", [Cell(District, "310999-JY", new(2022, 1, 1), 11, quoted: false)], new(2022, 2, 9));
    }

    static StagedCell Cell(string unit, string reporter, DateOnly month, decimal value, bool quoted) => new(0, "C2", "", 1, "c", District, unit, reporter, "jobs", 1,
        PeriodKind.month, month, Period.Month(month).End, Basis.in_period, "total", value, Bound.exact, ValueState.reported, quoted);
}
