using Reporting.Reports.Drawing;
using Reporting.Reports.Layout;

namespace Reporting.Reports.Handbook;

/// <summary>指标口径册: what is counted, how, by whom and from which form, which promises use it, and what changed; for one year, as it was known.</summary>
public static class HandbookReport
{
    public const string Title = "就业和社会保障指标口径册";

    public static byte[] Render(HandbookContent content) => WorkbookWriter.Write(Layout(content));

    // It holds no reported figure: its numbers are targets, as the plans and decisions state them, each with its place. So there is no 来源.
    internal static WorkbookLayout Layout(HandbookContent content)
    {
        var facts = new HandbookFacts(content);
        return Heading.Book(content.Cover, [CoverSheet.Of(facts), IndicatorsSheet.Of(facts), ElementsSheet.Of(facts), CommitmentsSheet.Of(facts), FormsSheet.Of(facts), ChangesSheet.Of(facts)]) with
        {
            HasContents = true,
            DataTitle = Heading.Of(content.Cover, DataSheet.Name).Text,
        };
    }
}
