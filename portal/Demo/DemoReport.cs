using Reporting.Warehouse;

namespace Reporting.Portal.Demo;

/// <summary>A demo's summary as people read it.</summary>
static class DemoReport
{
    static readonly Dictionary<string, string> StepNames = new()
    {
        ["generate"] = "生成样例", ["receive"] = "收取", ["read"] = "读表", ["check"] = "核对", ["load"] = "入库", ["answer"] = "答复", ["editions"] = "报告",
    };

    public static string InWords(this DemoSummary summary, DataFolder data) => $"""
        演示完成，用时 {summary.Seconds} 秒，最多用内存 {summary.PeakMegabytes:0} MB。
        {string.Join('\n', summary.Districts.Select(District))}
        报送：收到 {summary.Submissions.Received} 份，已入库 {summary.Submissions.Loaded}，退回 {summary.Submissions.Returned}，待确认 {summary.Submissions.Unclear}，被更正替换 {summary.Submissions.Superseded}，撤回 {summary.Submissions.Withdrawn}。
        问题：错误 {summary.Findings.Error}，提醒 {summary.Findings.Warning}，提示 {summary.Findings.Info}；埋下的差错 {summary.Planted.Kinds.Count} 种 {summary.Planted.Mistakes} 处，查出 {summary.Planted.Found} 处；误报错误 {summary.Planted.UnplantedErrors} 处、提醒 {summary.Planted.UnplantedWarnings} 处（共 {summary.Planted.Cells} 个数格）。
        部门报的数比各单位之和多的有 {summary.Planted.Differences} 份：各单位已报齐、当时就问到原因的 {summary.Planted.DifferencesAsked} 份，其余等单位报齐后另行通知部门。
        {string.Join('\n', summary.Planted.Kinds.Select(kind => $"  {kind.Code}（{kind.Title}）：{kind.Found}/{kind.Planted}"))}
        各步用时（{summary.Pulls} 次收取）：{string.Join('，', summary.Steps.Select(step => $"{StepNames.GetValueOrDefault(step.Key, step.Key)} {step.Value} 秒"))}。
        当前数据 {summary.Observations} 条。
        报告：签发 {summary.Workbooks.Count} 份，在 {data.Editions}；待签字 {summary.Held} 份，见 edition list
        各单位的答复在 {data.Answers}，收到的原件在 {data.Inbox} 各单位的 已收/ 里。
        “十三五”的数取自两区规划文本；其他数，连同两镇合并、市下达数、无账户人数基数和松江“十三五”登记失业人数，都是演示虚构的。
        """;

    static string District(DistrictCounts district) =>
        $"{district.Name}（{district.Code}）：填报单位 {district.OrgUnits} 家，报表 {district.Forms} 种，{district.Months} 个月，文件 {district.Files} 份、表 {district.Sheets} 张，"
        + $"迟报 {district.Late}，更正 {district.Corrections}，撤回 {district.Withdrawals}，差错 {district.Mistakes}。";
}
