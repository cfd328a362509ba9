using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Tests.Warehouse;

/// <summary>What the checks found in a unit's sheets and what was sent back, as of a load: nothing that comes later turns it.</summary>
public sealed class UnitFindingTests : IDisposable
{
    const string District = "310999", East = "310999101";
    static readonly DateOnly From = new(2022, 1, 1), To = new(2022, 12, 31);

    readonly TestWarehouse warehouse = new();

    public UnitFindingTests() => warehouse.Define("""
        district: { code: "310999", name: 试验区, valid_from: 2016-01-01, units: [ { code: "310999101", name: 东镇, kind: township } ] }
        elements:
          - { id: jobs, name: 新增就业, unit: 人, kind: flow, rollup: sum, authority: { township: township }, meaning: 新增 }
        """, new(2022, 1, 1));

    public void Dispose() => warehouse.Dispose();

    [Fact]
    public void Errors_and_warnings_are_counted_by_month_and_code_and_remarks_are_not()
    {
        Send("b", 2, TableState.returned, new(2022, 3, 7), Found("value_negative", Severity.error));
        Send("a", 1, TableState.loaded, new(2022, 3, 8), Found("month_jump", Severity.warning), Found("month_jump", Severity.warning), Found("period_guessed", Severity.info));
        Assert.Equal([("2022-01", "month_jump", 2, 1), ("2022-02", "value_negative", 1, 1)], Told(Last).Select(one => (Period.Month(one.PeriodStart).ToString(), one.Code, one.Times, one.Tables)));
    }

    [Fact]
    public void What_waits_or_was_taken_back_does_not_count_and_what_comes_later_turns_nothing()
    {
        var first = Send("a", 1, TableState.loaded, new(2022, 2, 8), Found("month_jump", Severity.warning));
        Send("b", 2, TableState.awaiting_explanation, new(2022, 3, 8), Found("sum_differs", Severity.warning));
        var then = Last;
        warehouse.TakeBack(first, TableState.withdrawn, new(2022, 3, 9));
        Send("c", 1, TableState.loaded, new(2022, 3, 10), Found("year_jump", Severity.warning));
        Assert.Equal(["month_jump"], Told(then).Select(one => one.Code));
        Assert.Equal(["year_jump"], Told(Last).Select(one => one.Code));
    }

    [Fact]
    public void A_return_has_its_words_or_the_codes_of_its_errors_the_most_frequent_first()
    {
        Send("a", 1, TableState.returned, new(2022, 2, 8), Found("value_negative", Severity.error), Found("value_not_whole", Severity.error), Found("value_not_whole", Severity.error), Found("month_jump", Severity.warning));
        Assert.Empty(Returns()); // known from the load after it on, or by a moment before that load
        Assert.Single(UnitReturn.Of(warehouse.Marts.SheetReturns(District, From, To, Last.LoadId, TestWarehouse.At(new(2022, 2, 9)))));
        var table = Send("b", 2, TableState.awaiting_review, new(2022, 3, 8));
        new Reporting.Warehouse.Reviews(warehouse.Gateway).Close(table.SubmissionId, TableState.returned, "合计不对", "甲", _ => new("returned:b", "returned", null, null, table.SubmissionId, "", "", TestWarehouse.At(new(2022, 3, 9))), TestWarehouse.At(new(2022, 3, 9)), TableState.awaiting_review);
        Send("c", 3, TableState.loaded, new(2022, 4, 8));
        Assert.Equal([("value_not_whole,value_negative", ""), ("", "合计不对")], Returns().Select(one => (one.Codes, one.Reason)));
        Assert.Equal([East, East], Returns().Select(one => one.OrgUnit));
    }

    Load Last => warehouse.Marts.LastLoad()!;

    IReadOnlyList<UnitFinding> Told(Load asOf) => warehouse.Marts.UnitFindings(District, From, To, asOf);

    IReadOnlyList<UnitReturn> Returns() => UnitReturn.Of(warehouse.Marts.SheetReturnsAsOf(District, From, To, Last));

    static Finding Found(string code, Severity severity) => new(code, severity, new(), null, null, null, "话", "words");

    SubmissionTable Send(string name, int month, TableState state, DateOnly on, params IReadOnlyList<Finding> findings)
    {
        var at = TestWarehouse.At(on);
        var (submission, _) = warehouse.Submissions.Record([new($"{name}.xlsx", new string('0', 63) + name, 1, "test", East, District, name, East, at)]).Single();
        var table = new SubmissionTable(0, submission.SubmissionId, 1, "Sheet1", "A1:Z99", name, "test-form", 1, District, East, PeriodKind.month, new(2022, month, 1), 1, state, null);
        StagedCell cell = new(0, "C2", "", 1, "c", District, East, East, "jobs", 1, PeriodKind.month, new(2022, month, 1), Period.Month(2022, month).End, Basis.in_period, "total", month, Bound.exact, ValueState.reported, false);
        warehouse.Loading.Settle([new(submission, [new(table, [cell], findings)], [], TestWarehouse.Answer(submission))], "test", (taken, _) => TestWarehouse.Answer(taken), at);
        return warehouse.Submissions.TablesOf(submission.SubmissionId).Single();
    }
}
