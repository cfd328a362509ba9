using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Admin;

/// <summary>Definitions as people read them, where they are only shown.</summary>
static class DefinitionWords
{
    public static string InWords(this OrgUnitKind kind) => kind switch
    {
        OrgUnitKind.city => "市",
        OrgUnitKind.district => "全区",
        OrgUnitKind.township => "街镇",
        OrgUnitKind.park => "园区",
        OrgUnitKind.department => "部门",
        _ => "村居",
    };

    public static string InWords(this PeriodKind kind) => kind switch
    {
        PeriodKind.day => "每日",
        PeriodKind.week => "每周",
        PeriodKind.month => "每月",
        PeriodKind.quarter => "每季",
        PeriodKind.half => "每半年",
        PeriodKind.year => "每年",
        _ => "每个规划期",
    };

    public static string InWords(this Basis basis) => basis switch { Basis.in_period => "本期", Basis.year_to_date => "本年累计", _ => "规划期累计" };

    public static string InWords(this Severity severity) => severity switch { Severity.error => "错误", Severity.warning => "警告", _ => "提示" };

    /// <summary>2021-01-01 起，到 2022-12-31</summary>
    public static string Span(DateOnly? from, DateOnly? to) => (from is { } first && first > DateOnly.MinValue ? $"{first:yyyy-MM-dd} 起" : "一直") + (to is { } last ? $"，到 {last:yyyy-MM-dd}" : "");

    public static string Due(Obligation duty) => $"期后第 {duty.DueWorkingDay} 个工作日前{(duty.Lines.Count > 0 ? $"，只报 {string.Join("、", duty.Lines)} 行" : "")}";

    public static string Reminded(ReminderLadder ladder) => ladder.WorkingDays.Count == 0 ? "不催报"
        : $"截止日{string.Join("、", ladder.WorkingDays.Select(day => day < 0 ? $"前 {-day} 个工作日" : day == 0 ? "当天" : $"后 {day} 个工作日"))}提醒{(ladder.Leader is { } leader ? $"，后 {leader} 个工作日告诉领导" : "")}";

    public static string Late(LatePolicy late) => late.LockWorkingDays is { } day ? $"截止日后第 {day} 个工作日锁定" : "不自动锁定";
}
