using Reporting.Reports.Drawing;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Filings;

/// <summary>报送情况通报: who sent completely and on time, what was sent back and why, and what is still owed; for one month and the year so far.</summary>
public static class FilingsReport
{
    public const string Title = "就业和社会保障报表报送情况通报";

    public static byte[] Render(FilingsContent content) => WorkbookWriter.Write(Layout(content));

    // Nothing here is the figure of an indicator: it counts sheets, and each sheet is named by its receipt. So there is no 来源.
    internal static WorkbookLayout Layout(FilingsContent content)
    {
        var facts = new FilingsFacts(content);
        return Heading.Book(content.Cover, [StandingsSheet.Of(facts), .. MonthsSheet.Of(facts), ReturnsSheet.Of(facts), RulesSheet.Of(facts)]) with
        {
            HasContents = true,
            DataTitle = Heading.Of(content.Cover, DataSheet.Name).Text,
        };
    }
}
