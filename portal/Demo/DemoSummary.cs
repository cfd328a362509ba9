using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Portal.Demo;

/// <summary>What a demo did, counted from the warehouse it left, not from what it meant to do.</summary>
sealed record DemoSummary(
    IReadOnlyList<string> Districts, int OrgUnits, int Months, SubmissionCounts Submissions, FindingCounts Findings, PlantedCounts Planted, long Observations,
    IReadOnlyList<string> Workbooks, double Seconds)
{
    public static DemoSummary Of(Office office, DemoPlan plan, double seconds)
    {
        var warehouse = office.Warehouse;
        var counted = warehouse.Marts.Counts();
        var found = warehouse.Marts.FindingsByFile().ToLookup(row => (row.OrgUnit, row.FileName, row.Code));
        var planted = plan.Manifest.Select(mistake => (mistake.OrgUnit, mistake.FileName, mistake.Code)).ToHashSet();
        var unplanted = warehouse.Marts.FindingsByFile().Where(row => !planted.Contains((row.OrgUnit ?? "", row.FileName, row.Code))).ToList();
        return new(
            [.. warehouse.Definitions.Current.Districts.Select(district => district.Code)],
            warehouse.Definitions.Current.Forms.SelectMany(form => form.Obligations).Select(obligation => obligation.Role).Distinct()
                .Sum(role => warehouse.Definitions.Current.OrgUnits.Where(unit => unit.Role == role).DistinctBy(unit => unit.Code).Count()),
            plan.Events.Select(each => each.Period).Distinct().Count(),
            new(counted.Received, counted.Loaded, counted.Returned, counted.Unclear, counted.Superseded, counted.Withdrawn),
            new(counted.Errors, counted.Warnings, counted.Infos),
            new(plan.Manifest.Count, plan.Manifest.Count(mistake => found.Contains((mistake.OrgUnit, mistake.FileName, mistake.Code))),
                unplanted.Count(row => row.Severity == Severity.error), unplanted.Count(row => row.Severity == Severity.warning), counted.Cells,
                [.. unplanted.Where(row => row.Severity != Severity.info).Select(row => $"{row.OrgUnit} {row.FileName} {row.Code}")]),
            counted.Observations, [.. warehouse.Editions.All().Select(edition => Path.Combine(office.Data.Editions, edition.FileName))], Math.Round(seconds, 1));
    }

    public string InWords(DataFolder data) => $"""
        演示完成，用时 {Seconds} 秒。
        区：{string.Join('、', Districts)}；填报单位 {OrgUnits} 家；{Months} 个月。
        报送：收到 {Submissions.Received} 份，已入库 {Submissions.Loaded}，退回 {Submissions.Returned}，待确认 {Submissions.Unclear}，被更正替换 {Submissions.Superseded}，撤回 {Submissions.Withdrawn}。
        问题：错误 {Findings.Error}，提醒 {Findings.Warning}，提示 {Findings.Info}；埋下的差错 {Planted.Mistakes} 处，查出 {Planted.Found} 处；误报错误 {Planted.UnplantedErrors} 处、提醒 {Planted.UnplantedWarnings} 处（共 {Planted.Cells} 个数格）。
        当前数据 {Observations} 条。
        月报 {Workbooks.Count} 期，在 {data.Editions}
        各单位的答复在 {data.Answers}，收到的原件在 {data.Inbox} 各单位的 已收/ 里。
        """;
}

/// <param name="Unclear">Asked back: form, unit or period in doubt.</param>
sealed record SubmissionCounts(int Received, int Loaded, int Returned, int Unclear, int Superseded, int Withdrawn);

sealed record FindingCounts(int Error, int Warning, int Info);

/// <param name="Cells">Cells that claimed a value: what unplanted findings are measured against.</param>
/// <param name="Unplanted">Errors and warnings that nobody planted, listed.</param>
sealed record PlantedCounts(int Mistakes, int Found, int UnplantedErrors, int UnplantedWarnings, long Cells, IReadOnlyList<string> Unplanted);
