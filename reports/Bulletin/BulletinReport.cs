using Reporting.Reports.Drawing;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Reports.Monthly;

namespace Reporting.Reports.Bulletin;

/// <summary>预警快报: which lights went on, out or worse in a month, who answers and since when, who makes the gap, and what was demanded. Three or four pages.</summary>
public static class BulletinReport
{
    public const string Title = "就业和社会保障规划指标预警快报";

    /// <summary>Of the same content as the 月报, laid out for whoever has to act.</summary>
    public static byte[] Render(MonthlyContent content) => WorkbookWriter.Write(Layout(content));

    internal static WorkbookLayout Layout(MonthlyContent content)
    {
        var facts = new MonthlyFacts(content);
        return Heading.Book(content.Cover, [NewsSheet.Of(facts), GapsSheet.Of(facts), StandardsSheet.Of(facts)]) with
        {
            HasContents = true,
            DataTitle = Heading.Of(content.Cover, DataSheet.Name).Text,
            Sources = SourceSheet.Of(content.Cover, content.Catalog, [.. content.Sources, .. content.UnitSources]),
        };
    }
}
