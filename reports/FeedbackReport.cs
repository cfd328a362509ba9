using Reporting.Reports.Drawing;
using Reporting.Reports.Feedback;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;

namespace Reporting.Reports;

/// <summary>基层反馈表: what one unit is told of its own reporting each month, on two pages.</summary>
static class FeedbackReport
{
    public const string Title = "就业和社会保障监测基层反馈表";

    public static byte[] Render(FeedbackContent content) => WorkbookWriter.Write(Layout(content));

    internal static WorkbookLayout Layout(FeedbackContent content) => Heading.Book(content.Cover, [FeedbackSheet.Of(content), ReportingSheet.Of(content)]) with
    {
        HasContents = true,
        DataTitle = Heading.Of(content.Cover, DataSheet.Name).Text,
        Sources = SourceSheet.Of(content.Cover, content.Catalog, content.Sources),
    };
}
