using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Etl.Rules;
using Reporting.Tests.Rules;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>「是 0 吗？」 answered in the list of a marked round: what is read as 0, and what stands for later periods.</summary>
public class ConfirmedBlanksTests
{
    const string Blank = "2.month=空 4.month=空 5.month=空 2.ytd=115 4.ytd=24 5.ytd=33";
    static readonly DateTime Now = new(2022, 4, 8, 1, 0, 0);

    [Theory]
    [InlineData("是")]
    [InlineData("是，都是0")]
    public void Yes_is_read_as_nought_and_stands_line_by_line(string words)
    {
        var answered = Answered(Blank, words, Question(Blank));
        Assert.Equal(["2 其中：女性", "4 其中：青年大学生", "5 帮助长期失业青年实现就业创业人数"], answered.Confirmed.Select(confirmed => confirmed.Line));
        Assert.All(answered.Confirmed, confirmed => Assert.Equal((words, "blanks_are_zero", new DateOnly(2022, 3, 1), new DateOnly(9999, 12, 31), "张三", ExplanationSource.sheet),
            (confirmed.Words, confirmed.Code, confirmed.PeriodFrom, confirmed.PeriodTo, confirmed.GivenBy, confirmed.Source)));
        Assert.Equal(3, answered.Table.Cells.Count(cell => cell is { Value: 0, State: ValueState.reported }));

        var later = Answered("period=2022-04 2.month=空 2.ytd=115 held:2022-03.2.ytd=115", null, "", answered.Confirmed);
        Assert.Equal(["blank_read_as_zero"], later.Table.Findings.Select(finding => finding.Code));
        Assert.Empty(later.Confirmed);
        Assert.Empty(Answered("period=2022-04 *.*=空", null, "", answered.Confirmed).Table.Findings);
        Assert.Empty(Answered("period=2022-04 1.month=空 8.month=空", null, "", answered.Confirmed).Table.Findings);
    }

    [Theory]
    [InlineData("这三项数据尚未统计完成，下月补报")]
    [InlineData("受高温影响，企业停工放假")]
    public void Other_words_leave_the_question_open_and_are_said_to(string words)
    {
        var answered = Answered(Blank, words, Question(Blank));
        Assert.Empty(answered.Confirmed);
        Assert.Equal(["answer_not_yes"], answered.Table.Findings.Select(finding => finding.Code));
        Assert.DoesNotContain(answered.Table.Cells, cell => cell is { Value: 0, State: ValueState.reported });
    }

    [Fact]
    public void Yes_says_nothing_of_a_line_that_the_question_did_not_name()
    {
        var answered = Answered($"{Blank} 6.month=空 6.ytd=280", "是", Question(Blank));
        Assert.DoesNotContain(answered.Confirmed, confirmed => confirmed.Line!.StartsWith('6'));
        Assert.Equal(3, answered.Confirmed.Count);
    }

    [Fact]
    public void A_general_reason_does_not_answer_the_question()
    {
        var sheet = SheetInHand.Given(Blank);
        var finding = Assert.Single(Explained.With(sheet.Check(), SmallForm.Form, SmallForm.Township, Period.Month(2022, 3), [new("受高温影响，企业停工放假", ExplanationSource.sheet)], []));
        Assert.Equal(("blanks_are_zero", null), (finding.Code, finding.Explanation));
    }

    static string Question(string words) => SheetInHand.Given(words).Check().Single(finding => finding.Code == "blanks_are_zero").Message;

    static ConfirmedBlanks Answered(string sheet, string? words, string question, IReadOnlyList<Explanation>? kept = null)
    {
        var given = SheetInHand.Given(sheet);
        string[] head = [OwnMarks.Number, OwnMarks.Level, OwnMarks.SheetName, OwnMarks.CellName, OwnMarks.Message, OwnMarks.Reason, OwnMarks.Marker];
        string[] row = ["1", "请核对", "就业", "", question, words ?? "", "blanks_are_zero"];
        var marks = new Sheet(OwnMarks.ResultSheet, false, [.. head.Select((text, index) => new Cell(1, index + 1, CellKind.Text, text)), .. row.Select((text, index) => new Cell(2, index + 1, CellKind.Text, text))], []);
        var submission = new Submission(7, "310151-20220408-000007", "就业.xlsx", new('0', 64), 1, "test", null, "", "张三", Now);
        var read = new ReadSubmission(submission, new("xlsx", null, [], []) { Marks = words is null ? [] : [marks] }, [given.Matched()]);
        var decisions = new KnownDecisions((kept ?? []).ToLookup(reason => reason.OrgUnit), []);
        return ConfirmedBlanks.In(given.Matched(), read, decisions, given.Held(), SheetInHand.Now, Now);
    }
}
