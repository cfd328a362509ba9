using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>What only the whole way shows: a department's figure beside its units', and a heading that was not changed, with the form's own settings.</summary>
public sealed class UnitSumTests : IDisposable
{
    const string Vacancies = """
        elements:
          - { id: vacancies, name: 岗位空缺, unit: 个, kind: flow, rollup: sum, authority: { township: township }, forms: [trial-vacancies, trial-center], meaning: 试 }
        ---
        form:
          id: trial-vacancies
          name: 岗位空缺月报表
          number: 试05表
          issued_by: 试
          document: 试
          applies_from: 2011-01-01
          period: month
          district: "310999"
          titles: [岗位空缺月报表]
          columns: [ { id: month, title: 本月数, basis: in_period } ]
          lines:
            - { number: 1, label: 岗位空缺, element: vacancies, unit: 个, minimum: 0 }
            - { number: 2, label: "其中：女性", element: vacancies, breakdown: female, unit: 个, level: 1, minimum: 0 }
          checks:
            - { code: period_unchanged, parameters: { least_cells: 2 } }
          obligations:
            - { role: township, from: 2011-01-01, due_working_day: 5 }
        ---
        form:
          id: trial-center
          name: 全区岗位情况汇总表
          number: 试06表
          issued_by: 试
          document: 试
          applies_from: 2011-01-01
          period: month
          district: "310999"
          titles: [全区岗位情况汇总表]
          columns: [ { id: month, title: 本月数, basis: in_period } ]
          lines:
            - { number: 1, label: 岗位空缺, element: vacancies, unit: 个, minimum: 0 }
          obligations:
            - { role: bureau, from: 2011-01-01, due_working_day: 8 }
        """;

    readonly TrialDistrict trial = new(more: Vacancies);

    public void Dispose() => trial.Dispose();

    [Theory]
    [InlineData(12, false), InlineData(13, true)]
    public void A_department_s_figure_is_held_against_its_units(int stated, bool differs)
    {
        Township("甲1月.csv", "2022年1月", 12, 5);
        var answer = trial.Submit("全区1月.csv", $"全区岗位情况汇总表\n填报单位：试验区人力资源和社会保障局,2022年1月\n项目,本月数\n岗位空缺,{stated}\n", "310999-RSJ");
        var found = answer.AllFindings.Where(finding => finding.Code == "sum_differs").ToList();
        Assert.Equal(differs, found.Count == 1);
        if (differs) Assert.Equal(("12", 1m), (found[0].Expected, found[0].Difference));
    }

    [Fact]
    public void A_department_s_figure_that_waited_loads_when_the_unit_mends_its_own()
    {
        Township("甲1月.csv", "2022年1月", 14, 5);
        var waiting = trial.Submit("全区1月.csv", "全区岗位情况汇总表\n填报单位：试验区人力资源和社会保障局,2022年1月\n项目,本月数\n岗位空缺,12\n", "310999-RSJ");
        Assert.Equal(TableState.awaiting_explanation, waiting.State);
        Township("甲1月更正.csv", "2022年1月", 12, 5);
        Assert.Empty(SettleSubmissions.Unsettled(trial.Warehouse, TrialDistrict.Now, "pull"));
        Assert.Empty(trial.Warehouse.Reviews.Waiting());
        Assert.Equal(TableState.loaded, trial.Warehouse.Submissions.TablesOf(waiting.Submission.SubmissionId)[^1].State);
    }

    /// <summary>甲河镇 100 and 乙山镇 200, in December 2021 when there were both: people are counted, not rounded.</summary>
    [Theory]
    [InlineData(300, 0), InlineData(301, 1)]
    public void A_count_agrees_to_the_last_person(int stated, int differs)
    {
        trial.Submit("甲.csv", December("甲河镇", 100), "310999101");
        trial.Submit("乙.csv", December("乙山镇", 200), "310999102");
        Assert.Equal(differs, trial.Submit("全区.csv", DecemberOfAll(stated), "310999-RSJ").AllFindings.Count(finding => finding.Code == "sum_differs"));
        Assert.Empty(Told());
    }

    [Fact]
    public void In_one_batch_a_department_s_figure_is_held_against_the_units_before_it()
    {
        var answers = Together(("甲.csv", December("甲河镇", 100), "310999101"), ("乙.csv", December("乙山镇", 200), "310999102"), ("全区.csv", DecemberOfAll(999), "310999-RSJ"));
        Assert.Equal([TableState.loaded, TableState.loaded, TableState.awaiting_explanation], answers.Select(answer => answer.State));
        Assert.Equal(699m, Assert.Single(answers[2].AllFindings, finding => finding.Code == "sum_differs").Difference);
    }

    [Fact]
    public void A_department_that_came_first_is_told_when_the_last_unit_completes_the_sum()
    {
        Assert.Equal(TableState.loaded, trial.Submit("全区.csv", DecemberOfAll(999), "310999-RSJ").State);
        trial.Submit("甲.csv", December("甲河镇", 100), "310999101");
        Assert.Empty(Told());
        Assert.Equal(TableState.loaded, trial.Submit("乙.csv", December("乙山镇", 200), "310999102").State);
        var told = Assert.Single(Told());
        Assert.Equal("310999-RSJ", told.OrgUnit);
        Assert.Contains("全区数 999，2 个单位合计 300", told.Body, StringComparison.Ordinal);

        trial.Submit("乙（更正）.csv", December("乙山镇", 201), "310999102");
        Assert.Contains("2 个单位合计 301", Told()[1].Body, StringComparison.Ordinal);
        trial.Submit("乙（更正2）.csv", December("乙山镇", 899), "310999102");
        Assert.Equal(2, Told().Count);
    }

    [Fact]
    public void In_one_batch_too()
    {
        Assert.All(Together(("全区.csv", DecemberOfAll(999), "310999-RSJ"), ("甲.csv", December("甲河镇", 100), "310999101"), ("乙.csv", December("乙山镇", 200), "310999102")),
            answer => Assert.Equal(TableState.loaded, answer.State));
        Assert.Contains("全区数 999，2 个单位合计 300", Assert.Single(Told()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_review_accepts_completes_a_sum_as_well()
    {
        using var reviewed = new TrialDistrict(more: Vacancies.Replace("titles: [岗位空缺月报表]", "titles: [岗位空缺月报表]\n  review: true", StringComparison.Ordinal));
        Assert.Equal(TableState.loaded, reviewed.Submit("全区.csv", DecemberOfAll(999), "310999-RSJ").State);
        foreach (var (name, unit, all) in new[] { ("甲河镇", "310999101", 100), ("乙山镇", "310999102", 200) })
        {
            var waiting = reviewed.Submit($"{name}.csv", December(name, all), unit);
            Assert.Equal(TableState.awaiting_review, waiting.State);
            Assert.Single(ReviewSubmission.Accept(reviewed.Warehouse, waiting.Submission, null, "shenhe", new(), TrialDistrict.Now).Accepted);
        }
        Assert.Contains("全区数 999，2 个单位合计 300", Assert.Single(reviewed.Warehouse.Outbox.Waiting(), notice => notice.Kind == "sum_differs").Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_department_is_told_when_a_unit_s_correction_is_taken_back()
    {
        trial.Submit("甲.csv", December("甲河镇", 100), "310999101");
        trial.Submit("乙.csv", December("乙山镇", 200), "310999102");
        var corrected = trial.Submit("乙（更正）.csv", December("乙山镇", 220), "310999102");
        Assert.Equal(TableState.loaded, trial.Submit("全区.csv", DecemberOfAll(320), "310999-RSJ").State);
        TakenBack(corrected);
        Assert.Contains("全区数 320，2 个单位合计 300", Assert.Single(Told()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_that_a_sheet_taken_back_leaves_without_a_unit_says_nothing()
    {
        trial.Submit("甲.csv", December("甲河镇", 100), "310999101");
        var second = trial.Submit("乙.csv", December("乙山镇", 200), "310999102");
        trial.Submit("全区.csv", DecemberOfAll(300), "310999-RSJ");
        TakenBack(second);
        Assert.Empty(Told());
    }

    [Fact]
    public void A_department_that_waited_for_the_sum_is_answered_in_the_same_hold()
    {
        trial.Submit("甲.csv", December("甲河镇", 100), "310999101");
        trial.Submit("乙.csv", December("乙山镇", 200), "310999102");
        var corrected = trial.Submit("乙（更正）.csv", December("乙山镇", 220), "310999102");
        var waiting = trial.Submit("全区.csv", DecemberOfAll(300), "310999-RSJ");
        Assert.Equal(TableState.awaiting_explanation, waiting.State);
        TakenBack(corrected);
        Assert.Empty(trial.Warehouse.Submissions.Unsettled());
        Assert.Equal(TableState.loaded, trial.Warehouse.Submissions.TablesOf(waiting.Submission.SubmissionId)[^1].State);
        Assert.Empty(Told());
    }

    void TakenBack(Etl.Answer.AnswerContent sent) =>
        Assert.Single(TakeBack.Run(trial.Warehouse, sent.Submission, TableState.voided, "报错", "shenhe", new(), TrialDistrict.Now));

    List<Notice> Told() => [.. trial.Warehouse.Outbox.Waiting().Where(notice => notice.Kind == "sum_differs")];

    IReadOnlyList<Etl.Answer.AnswerContent> Together(params IReadOnlyList<(string Name, string Text, string Unit)> files)
    {
        TakeFiles.Run(trial.Warehouse, [.. files.Select(file => new ArrivedFile(file.Name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Text)), "test", file.Unit, file.Name, "test"))], TrialDistrict.Now);
        return SettleSubmissions.Unsettled(trial.Warehouse, TrialDistrict.Now, "test");
    }

    static string December(string unit, int all) => $"岗位空缺月报表\n填报单位：{unit},2021年12月\n项目,本月数\n岗位空缺,{all}\n其中：女性,5\n";

    static string DecemberOfAll(int all) => $"全区岗位情况汇总表\n填报单位：试验区人力资源和社会保障局,2021年12月\n项目,本月数\n岗位空缺,{all}\n";

    [Fact]
    public void While_a_unit_has_not_reported_nothing_is_said() => Assert.DoesNotContain(
        trial.Submit("全区1月.csv", "全区岗位情况汇总表\n填报单位：试验区人力资源和社会保障局,2022年1月\n项目,本月数\n岗位空缺,99\n", "310999-RSJ").AllFindings, finding => finding.Code == "sum_differs");

    [Fact]
    public void A_heading_of_the_month_before_is_asked_about_and_a_correction_is_not()
    {
        Township("甲1月.csv", "2022年1月", 12, 5);
        var asked = Township("甲报表.csv", "2022年1月", 20, 9);
        Assert.Equal(("period_unchanged", TableState.unclear), (Assert.Single(asked.AllFindings, finding => finding.Severity == Severity.error).Code, asked.State));
        Assert.Contains("310999101 vacancies 2022-01 = 12", trial.Values());

        var corrected = Township("甲1月（更正）.csv", "2022年1月", 21, 9);
        Assert.Equal(TableState.loaded, corrected.State);
        Assert.Contains("310999101 vacancies 2022-01 = 21", trial.Values());
    }

    Etl.Answer.AnswerContent Township(string name, string period, int all, int women) =>
        trial.Submit(name, $"岗位空缺月报表\n填报单位：甲河镇,{period}\n项目,本月数\n岗位空缺,{all}\n其中：女性,{women}\n", "310999101");
}
