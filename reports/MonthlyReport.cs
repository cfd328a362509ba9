using Reporting.Reports.Drawing;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;

namespace Reporting.Reports;

/// <summary>月报, 季报 and 半年报: how the year stands after one month or some, for the leadership of one district.</summary>
public static class MonthlyReport
{
    public const string Title = "就业和社会保障规划指标监测月报";

    /// <summary>The same of three and of six months.</summary>
    public static string TitleOf(PeriodKind kind) => kind switch { PeriodKind.quarter => "就业和社会保障规划指标监测季报", PeriodKind.half => "就业和社会保障规划指标监测半年报", _ => Title };

    /// <summary>The workbook's bytes; the same content gives the same bytes, whenever and wherever.</summary>
    public static byte[] Render(MonthlyContent content) => WorkbookWriter.Write(Layout(content));

    internal static WorkbookLayout Layout(MonthlyContent content)
    {
        var facts = new MonthlyFacts(content);
        var units = UnitsSheet.Of(facts).ToList();
        return Heading.Book(content.Cover,
        [
            OverviewSheet.Of(facts),
            ProgressSheet.Of(facts),
            .. TrendsSheet.Of(facts, units.Count > 1 ? 1 : 2), // twelve printed pages in all
            MonthsSheet.Of(facts),
            .. units,
            .. RanksSheet.Of(facts),
            AlertsSheet.Of(facts),
            SubmissionsSheet.Of(facts),
            SourcesSheet.Of(facts),
        ]) with
        {
            HasContents = true,
            DataTitle = Heading.Of(content.Cover, DataSheet.Name).Text,
            Sources = SourceSheet.Of(content.Cover, content.Catalog, [.. content.Sources, .. content.UnitSources]),
        };
    }
}
