using Reporting.Reports;
using Reporting.Tests.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Bench;

/// <summary>A December of a large district: every unit and the district with a figure of every indicator at each month-end of two years, every value with its cell.</summary>
static class LargeMonth
{
    const int Month = 12;

    public static MonthlyContent Of(int units, int indicators)
    {
        var sample = SampleContent.Chongming();
        List<OrgUnit> all = [SampleContent.Units[0], .. Enumerable.Range(1, units).Select(number => SampleContent.Units[1] with { Code = $"3101512{number:00}", Name = $"第{number}镇" })];
        List<Indicator> asked = [.. Enumerable.Range(1, indicators).Select(number => new Indicator($"i{number}", 1, $"第{number}项工作完成人数", "人", 0, [new($"i{number}", Breakdown.Total, TimeRule.sum, 1)], [], new(2021, 1, 1), null, "年内完成的人数。"))];
        var catalog = SampleContent.Catalog(asked, all, [.. asked.Select(indicator => SampleContent.Commitment("p-" + indicator.Id, indicator.Id, "annual_total", ">=", 12_000 + 100 * units, "人", $"每年完成{indicator.Name}不低于目标。", "按年单独计算。"))]);
        var content = SampleContent.Evaluated(sample with
        {
            Catalog = catalog,
            Cover = SampleContent.Cover with { District = catalog.Districts[0], Period = Period.Month(SampleContent.Year, Month) },
            Submissions = [.. from unit in all.Skip(1) from month in Enumerable.Range(1, Month) select Status(unit, month)],
            Figures = [.. from unit in all from indicator in asked from year in new[] { SampleContent.Year - 1, SampleContent.Year } from month in Enumerable.Range(1, Month) select Figure(unit, all.Count - 1, indicator, year, month)],
            Sources = [.. from unit in all.Skip(1) from indicator in asked from month in Enumerable.Range(1, Month) select Source(unit, SampleContent.District, indicator, month)],
        });
        return content with
        {
            UnitSources = [.. from unit in all.Skip(1) from indicator in asked from month in Enumerable.Range(1, Month) select Source(unit, unit.Code, indicator, month)],
        };
    }

    static decimal Value(OrgUnit unit, Indicator indicator, int year, int month) => 40 + (unit.Code[^1] * 7 + indicator.Id.Length * 11 + indicator.Id[^1] * 5 + month * 13 + year) % 60;

    static IndicatorYear Figure(OrgUnit unit, int units, Indicator indicator, int year, int through)
    {
        var sum = Enumerable.Range(1, through).Sum(month => Value(unit, indicator, year, month));
        return unit.Kind == OrgUnitKind.district ? SampleContent.Figure(unit.Code, indicator.Id, year, through, sum * units, owed: units * through, present: units * through)
            : SampleContent.Figure(unit.Code, indicator.Id, year, through, sum, owed: through, present: through);
    }

    static UnitPeriodStatus Status(OrgUnit unit, int month)
    {
        var due = new DateOnly(SampleContent.Year, month, 1).AddMonths(1).AddDays(11);
        var received = due.AddDays(-3).ToDateTime(new(1, 15), DateTimeKind.Utc);
        return new(SampleContent.District, unit.Code, "employment_monthly", new(SampleContent.Year, month, 1), due, true, "reported", received, received, false, false, 1, 0, 0, 0, null);
    }

    static Addend Source(OrgUnit unit, string of, Indicator indicator, int month) => new(unit.Code, unit.Code, indicator.Id, Breakdown.Total, PeriodKind.month, new(SampleContent.Year, month, 1), Period.Month(SampleContent.Year, month).End,
        Basis.in_period, Value(unit, indicator, SampleContent.Year, month), ValueState.reported, "month", $"310151-2022{month:00}09-{unit.Code[^2..]}", $"{unit.Name}{SampleContent.Year}年{month}月就业工作月报表.xlsx", new string('a', 64), "就业工作月报表", $"C{indicator.Id[1..]}",
        "57", "张三", new DateTime(SampleContent.Year, month, 28, 1, 15, 0, DateTimeKind.Utc), 100 + month, of);
}
