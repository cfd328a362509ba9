using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>What is checked again keeps the verdicts that stand, whatever the numbers of its tables are by now.</summary>
public sealed class CheckedAgainTests : IDisposable
{
    readonly TrialDistrict trial = new();

    public void Dispose() => trial.Dispose();

    static SubmissionTable Table(int number, string range, string unit, TableState state, long id = 0) =>
        new(id, id == 0 ? 0 : 1, number, "就业", range, null, "trial-employment", 1, "310999", unit, PeriodKind.month, new(2022, 1, 1), 1, state, null);

    static CheckedSubmission Fresh(params SubmissionTable[] tables)
    {
        var submission = new Submission(1, "R", "1.csv", "", 1, "test", null, "", "test", TrialDistrict.Now, 1);
        var content = new AnswerContent(submission, [.. tables.Select(table => new AnsweredTable(table, null, null, table.Period, []))], []);
        return new(new(submission, [.. tables.Select(table => new SettledTable(table, [], []))], [], Verdicts.Notice(content, TrialDistrict.Now)), content);
    }

    static AnsweredTable Settled(SubmissionTable table) => new(table, null, null, table.Period, []);

    [Fact]
    public void A_reader_that_finds_one_table_more_before_them_loads_none_twice_and_leaves_none_out()
    {
        var settled = Settled(Table(2, "A9:C12", "310999102", TableState.loaded, 7));
        var again = CheckedAgain.Beside(Fresh(Table(1, "A1:C2", "310999101", TableState.loaded), Table(2, "A4:C7", "310999101", TableState.loaded), Table(3, "A9:C12", "310999102", TableState.returned)),
            [settled], TrialDistrict.Now);
        Assert.Equal([(1, "A1:C2"), (3, "A4:C7")], again.Settled.Tables.Select(table => (table.Table.Number, table.Table.Range)));
        Assert.Equal([(1, "A1:C2", 0L), (2, "A9:C12", 7L), (3, "A4:C7", 0L)], again.Answer.Tables.Select(table => (table.Table.Number, table.Table.Range, table.Table.TableId)));
    }

    [Fact]
    public void A_table_that_stands_elsewhere_now_is_known_by_what_it_is_about()
    {
        var settled = Settled(Table(2, "A9:C12", "310999102", TableState.loaded, 7));
        var again = CheckedAgain.Beside(Fresh(Table(1, "A1:C4", "310999101", TableState.loaded), Table(2, "A8:C12", "310999102", TableState.loaded)), [settled], TrialDistrict.Now);
        Assert.Equal(["A1:C4"], again.Settled.Tables.Select(table => table.Table.Range));
        Assert.Equal(["A1:C4", "A9:C12"], again.Answer.Tables.Select(table => table.Table.Range));
    }

    [Fact]
    public void Reasons_that_have_run_out_are_not_asked_for()
    {
        var first = trial.Submit("1.csv", "通知,,\n").Submission.SubmissionId;
        Explanation Until(string words, DateOnly until) =>
            new("310999", "310999101", "trial-employment", "jump", null, null, new(2021, 1, 1), until, words, ExplanationSource.command, first, "li", TrialDistrict.Now, 0);
        trial.Warehouse.Reviews.Explain(first, [Until("过期", new(2021, 6, 30)), Until("长期", new(2022, 12, 31))], "li", TrialDistrict.Now);
        string[] Known(DateOnly from, DateOnly to) => [.. trial.Warehouse.Reviews.Explanations("310999", ["310999101"], from, to, long.MaxValue - 1).Select(reason => reason.Words)];
        Assert.Equal(["长期"], Known(new(2022, 1, 1), new(2022, 2, 1)));
        Assert.Equal(2, Known(new(2021, 6, 1), new(2022, 2, 1)).Length);
        Assert.Empty(Known(new(2023, 1, 1), new(2023, 1, 1)));
    }

    [Fact]
    public void An_answer_that_went_without_its_workbook_says_so_to_the_district()
    {
        var sent = trial.Submit("1.csv", "就业月报表,,\n填报单位：甲河镇,,2022年1月\n指标,本月数,本年累计\n新增就业岗位,10,10\n其中：女性,12,12\n");
        Assert.Equal(TableState.returned, sent.State);
        File.Delete(trial.Warehouse.Archive.PathOf(sent.Submission.Sha256));
        var copied = new List<Notice>();
        Assert.Equal(1, CarryNotices.Run(trial.Warehouse, copied.AddRange, TrialDistrict.Now));
        Assert.Equal([Verdicts.Kind, "not_marked"], copied.Select(notice => notice.Kind));
        Assert.Contains(sent.Submission.Receipt, copied[1].Subject, StringComparison.Ordinal);
        Assert.Empty(trial.Warehouse.Outbox.Waiting());
    }
}
