using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;

namespace Reporting.Reports;

/// <summary>月报: how the year stands after one month, for the leadership of one district.</summary>
public static class MonthlyReport
{
    /// <summary>The workbook's bytes; the same content gives the same bytes, whenever and wherever.</summary>
    public static byte[] Render(MonthlyContent content)
    {
        var facts = new MonthlyFacts(content);
        return WorkbookWriter.Write(new(
            $"{Heading.Report(content)}（{content.Period.InWords()}）", content.PreparedBy, Heading.Mark(content), Heading.Time(content),
            [
                OverviewSheet.Of(facts),
                ProgressSheet.Of(facts),
                MonthsSheet.Of(facts),
                .. UnitsSheet.Of(facts),
                SubmissionsSheet.Of(facts),
                SourcesSheet.Of(facts),
            ]));
    }
}
