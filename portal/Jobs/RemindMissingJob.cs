using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Jobs;

/// <summary>Tells units, and then their district's leader, of what is due and has not come; to be called every day.</summary>
static class RemindMissingJob
{
    /// <summary>For jobs that work district by district.</summary>
    public static readonly JobArgument Districts = new("districts", ArgumentKind.Texts, "只办这些区（区代码）；不写为各区", "only these districts, by code; all where none is given");

    public static JobKind Kind { get; } = new("remind-missing", "按催报阶梯催报：预提醒、到期、逾期，最后报告区领导", "remind units of sheets that have not come, then their district's leader", Run) { Arguments = [Districts] };

    static Task<JobOutcome> Run(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        // Today, whatever day it was called for: a word that comes late must not call yesterday today, and nobody is reminded on a day off.
        var today = ShanghaiTime.DateOf(office.Now);
        var reminded = new List<Reminded>();
        foreach (var district in DistrictsOf(context))
        {
            context.Stopping.ThrowIfCancellationRequested();
            var told = RemindMissing.Run(office.Warehouse, district, today, office.Now);
            reminded.Add(told);
            context.Log(told.IsWorkingDay ? [.. told.Notices.Select(notice => $"{(notice.OrgUnit is { } unit ? office.Warehouse.Definitions.Current.OrgUnit(unit)?.Name ?? unit : $"{district.Name}领导")}　{notice.Subject}"), $"{district.Name}：通知 {told.Notices.Count} 份，催报 {told.Reminders.Count} 次"]
                : [$"{district.Name}：{today:yyyy-MM-dd} 不是工作日，不催报"]);
            context.Progress(reminded.Count);
        }
        office.CarryNotices();
        return Task.FromResult(JobOutcome.Of(new { day = today, districts = reminded.Select(Printed) }));
    }

    /// <summary>The districts that the entry names, or all; one that is not known is a mistake in jobs.json.</summary>
    internal static IReadOnlyList<District> DistrictsOf(JobContext context)
    {
        var (known, named) = (context.Office.Warehouse.Definitions.Current.Districts, context.Texts(Districts.Name));
        if (named.FirstOrDefault(code => known.All(district => district.Code != code)) is { } wrong)
            throw new FailureException($"没有区 {wrong}；改 jobs.json 的 arguments.districts，现有：{string.Join('、', known.Select(district => $"{district.Code} {district.Name}"))}。",
                $"There is no district {wrong}; mend arguments.districts in jobs.json. Known: {string.Join(", ", known.Select(district => district.Code))}.");
        return [.. known.Where(district => named.Count == 0 || named.Contains(district.Code)).OrderBy(district => district.Code, StringComparer.Ordinal)];
    }

    static object Printed(Reminded told) => new
    {
        district = told.District.Code, working_day = told.IsWorkingDay, notices = told.Notices.Count,
        reminders = told.Reminders.Select(each => new { org = each.OrgUnit, each.Form, period = $"{each.Period}", due = each.DueDate, each.Rung, each.Told, each.Addressee, each.State, each.Receipt }),
    };
}
