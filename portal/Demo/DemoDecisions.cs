using Reporting.Portal.Commands;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Portal.Demo;

/// <summary>
/// What people decide in the demo besides sending sheets, in order of time, by the verbs themselves. All of it is made up, and no such
/// document exists, but for the two results that a plan's own text states.
/// </summary>
static class DemoDecisions
{
    public static IReadOnlyList<DemoDecision> All { get; } =
    [
        // What the reviews say in words was reached before the warehouse began.
        At(new(2021, 2, 24), TaskReport.Verb, "songjiang-135-land-retirement", ("--state", "reached"), ("--on", "2020-12-31"), ("--evidence", "规划文本：建立和完善了增长机制")),
        At(new(2021, 2, 24), TaskReport.Verb, "songjiang-135-startup-city", ("--state", "reached"), ("--on", "2017-12-31"), ("--evidence", "规划文本：2015-2017年创业型城区创建达标")),
        // The old policy lapsed at the end of 2021: what the plan promised before that day is reported, and found by another.
        At(new(2022, 3, 10), TaskReport.Verb, "chongming-145-policy-evaluation", ("--state", "reached"), ("--on", "2021-11-30"), ("--evidence", "演示：第三方绩效评估报告")),
        At(new(2022, 3, 10), TaskReport.Verb, "chongming-145-employment-policy", ("--state", "reached"), ("--on", "2021-12-28"), ("--evidence", "演示：新一轮促进就业扶持政策"), ("--words", "评估报告和各部门意见已汇总，新政策已印发；下一步开展宣传和培训")),
        At(new(2022, 3, 11), TaskJudge.Verb, "chongming-145-employment-policy", "demo-review", ("--verdict", "met"), ("--on", "2022-03-11")),
        At(new(2022, 4, 20), TaskReport.Verb, "chongming-145-complaint-line", ("--state", "reached"), ("--on", "2022-04-15"), ("--evidence", "演示：热线开通通知")),
        At(new(2022, 6, 24), TaskReport.Verb, "songjiang-145-startup-city", ("--state", "under_way"), ("--on", "2022-06-20"), ("--evidence", "演示：创建方案讨论稿")),
        // The plan's number is revised in the middle of the plan.
        At(new(2023, 2, 20), TargetSet.Verb, "songjiang-145-new-jobs", ("--value", "14000"), ("--from", "2023"),
            ("--document", "演示：关于调整年度新增就业岗位目标的通知"), ("--decided-on", "2023-02-17")),
        // The number of 2023 is split by last year's figures and issued; training follows last year's course over the months.
        At(new(2023, 2, 22), TargetSplitVerb.Verb, "chongming-145-new-employment", ("--year", "2023"), ("--method", "last-year"), ("--document", "演示：2023 年就业工作目标分解方案"), ("--decided-on", "2023-02-21")),
        At(new(2023, 2, 23), TargetIssueVerb.Verb, "chongming-145-new-employment", ("--year", "2023"), ("--document", "演示：关于下达 2023 年就业工作目标的通知"), ("--decided-on", "2023-02-22")),
        At(new(2023, 2, 24), TargetCurveVerb.Verb, "chongming-145-training-sessions", ("--year", "2023"), ("--method", "last-year")),
        At(new(2023, 4, 12), TaskReport.Verb, "chongming-145-farmer-skills-plan", ("--state", "under_way"), ("--quarter", "2023-Q1"), ("--evidence", "演示：行动计划征求意见稿"), ("--words", "完成 18 个乡镇的培训需求调查，形成征求意见稿；二季度征求意见")),
        At(new(2023, 5, 24), TaskReport.Verb, "chongming-145-startup-city", ("--state", "reached"), ("--on", "2023-05-18"), ("--evidence", "演示：验收文件")),
    ];

    /// <summary>These, and the reasons given by telephone the same evening: by some units for a figure of last year that is not the one held, by departments that count more than the units.</summary>
    public static IReadOnlyList<DemoDecision> Of(DemoPlan plan) => [.. All.Concat(DemoSupervision.All).Concat(DemoRuns.All)
        .Concat(plan.Manifest.Where(mistake => mistake.Code == RuleTexts.QuotedDiffers.Code).OrderBy(mistake => mistake.At).Where((_, index) => index % 2 == 0)
            .Select(mistake => Reason(mistake.At, mistake.OrgUnit, mistake.FileName, "演示：上年数按区里 2 月核对后的口径填报，正在办理上年报表的更正")))
        .Concat(plan.Differences.Select(sent => Reason(sent.At, sent.OrgUnit, sent.FileName, "演示：月末两天在区里登记的几笔，街镇次月才汇总，本表以登记系统为准")))
        .OrderBy(decision => decision.At)];

    // A department is only asked where all units' sheets are in; where one is not, there is nothing to compare with yet.
    static DemoDecision Reason(DateTime at, string orgUnit, string fileName, string reason) => new(DemoClock.At(ShanghaiTime.DateOf(at), 23), office =>
    {
        var sent = office.Warehouse.Submissions.Received(at.AddMinutes(-1), at.AddDays(1)).First(row => row.ChannelUnit == orgUnit && row.FileName == fileName);
        if (sent.State == TableState.awaiting_explanation) Do(office, ReviewExplain.Verb, new() { ["RECEIPT"] = [sent.Receipt] }, reason);
    });

    static DemoDecision At(DateOnly day, Verb verb, string commitment, params (string Option, string Value)[] options) => At(day, verb, commitment, "demo", options);

    static DemoDecision At(DateOnly day, Verb verb, string commitment, string by, params (string Option, string Value)[] options) => new(DemoClock.At(day, 10), office =>
    {
        var values = options.ToDictionary(option => option.Option, option => (IReadOnlyList<string>)[option.Value]);
        values["COMMITMENT"] = [commitment];
        Do(office, verb, values, "演示", by);
    });

    internal static void Do(Office office, Verb verb, Dictionary<string, IReadOnlyList<string>> values, string reason, string by = "demo", IReadOnlyList<RequestFile>? files = null)
    {
        var answer = Dispatch.InOffice(new(verb.Name, values, files ?? [], by, reason, "zh", Json: false), verb, office);
        if (answer.ExitCode != 0) throw new FailureException($"演示的决定没有做成：{answer.Error}{answer.Out}", $"a decision of the demo failed: {answer.Error}{answer.Out}");
    }
}
