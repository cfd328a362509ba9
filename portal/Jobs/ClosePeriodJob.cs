using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Jobs;

/// <summary>Locks the periods whose day has come and tells who still misses; to be called every day.</summary>
static class ClosePeriodJob
{
    public static JobKind Kind { get; } = new("close-period", "锁定已到锁定日的报告期，通知仍未报的单位和区级审核", "lock the periods whose day has come and tell who still misses", Run) { Arguments = [RemindMissingJob.Districts] };

    static Task<JobOutcome> Run(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        var today = ShanghaiTime.DateOf((context.ScheduledFor ?? context.StartedAt).UtcDateTime);
        var done = new List<Closed>();
        foreach (var district in RemindMissingJob.DistrictsOf(context))
        {
            context.Stopping.ThrowIfCancellationRequested();
            var closed = ClosePeriods.Run(office.Warehouse, district, today, office.Now);
            done.Add(closed);
            var old = closed.Periods.Count(period => period.IsOld);
            context.Log([.. closed.Periods.Where(period => !period.IsOld).Select(period => $"{district.Name}　已锁定《{period.Form.Name}》{period.Period.InWords()}（锁定日 {period.LockOn:yyyy-MM-dd}）"),
                $"{district.Name}：锁定 {closed.Periods.Count} 期{(old > 0 ? $"（其中 {old} 期早过了锁定日，没有通知单位）" : "")}，未报 {closed.Missing.Count} 张，延期到期仍未报 {closed.Ended.Count} 张"]);
            context.Progress(done.Count);
        }
        office.CarryNotices();
        return Task.FromResult(JobOutcome.Of(new { day = today, districts = done.Select(Printed) }));
    }

    static object Printed(Closed closed) => new
    {
        district = closed.District.Code,
        locked = closed.Periods.Select(period => new { form = period.Form.Id, period = $"{period.Period}", lock_on = period.LockOn }),
        missing = closed.Missing.Select(sheet => Sheet(sheet, null)), ended = closed.Ended.Select(one => Sheet(one.Sheet, one.Until)),
    };

    static object Sheet(OwedSheet sheet, DateOnly? until) => new { org = sheet.Due.OrgUnit, form = sheet.Due.Form, period = $"{sheet.Due.Period}", due = sheet.Due.DueDate, state = sheet.State, open_until = until };
}
