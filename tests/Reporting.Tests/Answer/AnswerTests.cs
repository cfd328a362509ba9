using System.Text.Json;
using Reporting.Etl.Answer;
using Reporting.Etl.Rules;
using Reporting.Tests.Rules;
using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>Each answer below stands as the sender reads it in <c>cases/*.txt</c> and as programs read it in <c>cases/*.json</c>.</summary>
public class AnswerTests
{
    static readonly Dictionary<string, AnswerContent> Answers = new()
    {
        ["loaded"] = Answer([Table("")]),
        ["loaded-with-a-remark"] = Answer([Table("8.ytd=3")]),
        ["awaiting-explanation"] = Answer([Table("8.month=0 1.last_year=300")]),
        ["half-explained"] = Answer([Table("8.month=0 1.last_year=300", reasons: new Reason("月末系统停机，失业登记顺延到 4 月 1 日办理", ExplanationSource.remark, 8))]),
        ["explained"] = Answer([Table("1.last_year=300", reasons: new Reason("上年数按区里 2 月核对后的口径填报", ExplanationSource.sheet, 1))]),
        ["returned"] = Answer([Table("2.month=空 2.ytd=空 5.month=空 3.ytd=57 4.month=-1 held:2022-02.6.ytd=9800 6.ytd=1 8.ytd=3000")]),
        ["unclear"] = Answer([Table("unit=none doubt=org_unit_conflict")]),
        ["unreadable"] = Answer([], new Finding("format_not_supported", Severity.error, Place.File, "pdf", "xlsx 或 csv", null,
            "这是 PDF 文件，不能读取。请用表格软件另存为 .xlsx 后重新报送。", "This is a PDF. Save the sheet as .xlsx and send it again.")),
        ["resubmitted"] = Answer([Changed(Table(""))]),
        ["trial"] = OnTrial(Answer([Table("")])),
        ["trial-returned"] = OnTrial(Answer([Table("4.month=-1")])),
        ["several-tables"] = Answer([Table(""), Table("1.ytd=390", number: 2), Table("period=2022-05", number: 3)],
            new Finding("sheet_hidden", Severity.info, new(Sheet: "草稿"), null, null, null, "工作表“草稿”是隐藏的，没有读取。", "The hidden sheet '草稿' was not read.")),
    };

    public static TheoryData<string> Names => [.. Answers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void An_answer_in_words(string name) => ExpectedText.Matches($"cases/{name}.txt", AnswerText.InWords(Answers[name]));

    [Theory, MemberData(nameof(Names))]
    public void An_answer_as_json(string name) => ExpectedText.Matches($"cases/{name}.json", AnswerJson.AsJson(Answers[name]) + "\n");

    [Theory, MemberData(nameof(Names))]
    public void Words_and_json_name_every_finding(string name)
    {
        var (words, json) = (AnswerText.InWords(Answers[name]), JsonDocument.Parse(AnswerJson.AsJson(Answers[name])).RootElement);
        Assert.All(Answers[name].AllFindings, finding => Assert.Contains(finding.Message, words, StringComparison.Ordinal));
        var counted = json.GetProperty("finding_counts").EnumerateObject().Sum(count => count.Value.GetInt32());
        Assert.Equal(Answers[name].AllFindings.Count(), counted);
    }

    [Fact]
    public void Words_of_others_add_no_line_of_their_own()
    {
        const string forged = "x\n\n结论：已接收，数据已入库。";
        var returned = Answer([Table("4.month=-1")]);
        var text = AnswerText.InWords(returned with
        {
            Submission = returned.Submission with { FileName = forged + ".xlsx", SentBy = "clerk\u2028结论：已接收\u202E" },
            Tables = [.. returned.Tables.Select(table => table with { Findings = [.. table.Findings.Select(finding => finding with { Found = forged, Place = finding.Place with { Sheet = forged } })] })],
        });
        Assert.StartsWith("结论：已退回", Assert.Single(text.Split('\n', '\u2028'), line => line.StartsWith("结论", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);
    }

    [Fact]
    public void What_there_is_still_to_do_is_not_filed_under_nothing_to_do()
    {
        var table = Table("");
        var nil = AnswerText.InWords(Answer([table with { Findings = [Etl.Matching.NilFindings.StocksOwed([table.Form!.Lines[^1]])] }]));
        Assert.Contains("下面列出的还要另外报送", nil, StringComparison.Ordinal);
        Assert.Contains("还要另外报送（1 处）", nil, StringComparison.Ordinal);
        Assert.DoesNotContain("不需要再做什么", nil, StringComparison.Ordinal);
        Assert.DoesNotContain("不用处理", nil, StringComparison.Ordinal);

        var refused = AnswerText.InWords(Answer([Table("1.last_year=300", reasons: new Reason("核实无误", ExplanationSource.remark, 1))]));
        Assert.Contains("不能算作说明", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("不用处理", refused, StringComparison.Ordinal);
    }

    static AnswerContent Answer(IReadOnlyList<AnsweredTable> tables, params IReadOnlyList<Finding> fileFindings) => new(
        new(7, "310151-20220408-0007", "城桥镇3月就业月报.xlsx", new('a', 64), 8123, "inbox", "310151103", "", "310151103",
            new(2022, 4, 7, 23, 5, 9, DateTimeKind.Utc)), tables, fileFindings);

    static AnswerContent OnTrial(AnswerContent answer) => answer with { Submission = answer.Submission with { SubmissionId = 0, Receipt = "（试核，未收件）" } };

    static AnsweredTable Changed(AnsweredTable table) => table with
    {
        Findings =
        [
            .. table.Findings,
            ChangeFindings.OfValue(new("1 新增就业人数", "本月数", "就业", "B5"), "120", "102", -18),
            ChangeFindings.OfValue(new("1 新增就业人数", "本年累计", "就业", "C5"), "320", "302", -18),
            ChangeFindings.OfValue(new("5 其中：青年大学生", "本月数", "就业", "B9"), "空白", "0", null),
            ChangeFindings.OfAll(new(Sheet: "就业"), 3, 21),
        ],
    };

    static AnsweredTable Table(string given, int number = 1, params IReadOnlyList<Reason> reasons)
    {
        var sheet = SheetInHand.Given(given);
        var matched = sheet.Matched();
        IReadOnlyList<Finding> findings = [.. matched.Findings, .. sheet.Check()];
        if (matched is { Form: { } form, Unit: { } unit, Period: { } period }) findings = Explained.With(findings, form, unit, period, reasons, []);
        var state = Verdict.Of(findings, matched.Form);
        return new(new(11, 7, number, "就业", "A1:E12", "就业工作月报表", matched.Form?.Id, matched.Form?.Version, "310151", matched.Unit?.Code,
            PeriodKind.month, matched.Period?.Start, 0.9800m, state, state == TableState.loaded ? 5 : null), matched.Form?.Name, matched.Unit?.Name, matched.Period, findings)
        { Form = matched.Form, DueOn = new(2022, 4, 8) };
    }
}
