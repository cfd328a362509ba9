using Reporting.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Reading;

/// <summary>When a report comes next, and what it takes.</summary>
sealed record ReportSchedule(Report Report, ReportPolicy Policy, Period? Period, DateOnly? Due)
{
    public static IReadOnlyList<ReportSchedule> Of(Catalog catalog, DateOnly today) => [.. Report.All.Select(report => Of(report, ReportPolicy.Of(catalog, report.Name), today))];

    static ReportSchedule Of(Report report, ReportPolicy policy, DateOnly today)
    {
        if (policy.LastDue(report.Period, today) is not { } last || policy.DueDays is not { } days) return new(report, policy, null, null);
        var next = last.Next();
        return new(report, policy, next, next.End.AddDays(days));
    }

    public string SignOff => Policy.SignOff switch { Warehouse.Reference.SignOff.auto => "到期自动签发", Warehouse.Reference.SignOff.one => "一人签字后签发", _ => "两人签字后签发" };

    public string Waits => Policy.Await is { } awaited ? $"有单位未报时最多再等 {awaited.MissingUnits} 个工作日" : "不等";

    public string Release => Policy.ReleaseHours is { } hours ? $"签发后 {hours} 小时发布" : "签发即发布";
}
