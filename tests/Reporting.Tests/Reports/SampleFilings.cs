using Reporting.Reports.Filings;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Tests.Reports;

/// <summary>The sheets of <see cref="SampleContent"/>, those of the year before and one of it that never came; what was found in those sent back.</summary>
static class SampleFilings
{
    public static FilingsContent Chongming()
    {
        var month = SampleContent.Chongming();
        var now = month.Submissions.Select(status => status.OrgUnit == "310151103" && status.PeriodStart.Month == 6 ? status with { Warnings = 3, Explained = 2 } : status).ToList();
        var before = now.Where(status => status.PeriodStart.Month < 4).Select(status => (status, IsMissing: status is { PeriodStart.Month: 3, OrgUnit: "310151104" })).Select(one => one.status with
        {
            PeriodStart = one.status.PeriodStart.AddYears(-1),
            DueDate = one.status.DueDate.AddYears(-1),
            Late = one.status.PeriodStart.Month == 2 && one.status.OrgUnit.EndsWith('2'),
            State = one.IsMissing ? "missing" : "reported",
            FirstReceivedAt = one.IsMissing ? null : one.status.FirstReceivedAt?.AddYears(-1),
            Returned = 0,
            Warnings = 0,
            Explained = 0,
        });
        return new(month.Cover with { Title = FilingsReport.Title }, month.Catalog, [.. before, .. now], [.. Returns(now)]);
    }

    public static FilingsContent Draft() => Chongming() with { Cover = Chongming().Cover with { Edition = null, Demo = false } };

    public static FilingsContent Empty() => new(SampleContent.Empty().Cover with { Title = FilingsReport.Title }, SampleContent.Catalog(), [], []);

    /// <summary>The month's last day: nothing of it is due.</summary>
    public static FilingsContent NotDue()
    {
        var content = Chongming();
        return content with
        {
            Statuses = [.. content.Statuses.Select(status => status.PeriodStart is { Year: SampleContent.Year, Month: SampleContent.Month } ? status with { PastDue = false, State = "not_due", Late = false, Returned = 0, Attempts = 0, FirstReceivedAt = null, LoadedAt = null } : status)],
            Returns = [.. content.Returns.Where(row => row.PeriodStart.Month != SampleContent.Month)],
        };
    }

    /// <summary>What people write where a reason is asked for, and a unit's name that a spreadsheet program would rather run.</summary>
    public static FilingsContent Injection()
    {
        var content = Chongming();
        var units = SampleContent.Units.Select(unit => unit.Code == "310151101" ? unit with { Name = "=1+1" } : unit).ToList();
        var catalog = SampleContent.Catalog(units: units);
        var rows = SampleVariants.Hostile.Select((words, index) => new SheetReturn(900 + index, "310151101", "employment_monthly", new(2022, 1, 1), $"310151-20220209-{index:000}", At(2), At(2), words, null, 0));
        return content with { Catalog = catalog, Cover = content.Cover with { District = catalog.Districts[0] }, Returns = [.. rows] };
    }

    static DateTime At(int month) => new(2022, month, 9, 2, 0, 0, DateTimeKind.Utc);

    static IEnumerable<SheetReturn> Returns(IEnumerable<UnitPeriodStatus> statuses)
    {
        var table = 500L;
        foreach (var status in statuses)
            for (var time = 1; time <= status.Returned; time++)
            {
                var (sheet, at) = (++table, status.DueDate.AddDays(-5).ToDateTime(new(2, 0), DateTimeKind.Utc));
                SheetReturn Row(string? code, int times, string? reason = null) => new(sheet, status.OrgUnit, status.Form, status.PeriodStart, $"310151-{at:yyyyMMdd}-{sheet}", at, at.AddMinutes(1), reason, code, times);
                if (status.OrgUnit == "310151107" && time == 2) yield return Row(null, 0, "与台账不符，请核实后重报");
                else
                {
                    yield return Row("value_unreadable", 2);
                    if (status.PeriodStart.Month > 4) yield return Row("ytd_not_previous_plus_month", 1);
                }
            }
    }
}
