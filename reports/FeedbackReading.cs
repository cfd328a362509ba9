using Reporting.Reports.Feedback;

namespace Reporting.Reports;

/// <summary>Reads what the 反馈表 of a unit shows. The district is read once for all of its units, whose books are asked for one after another.</summary>
static class FeedbackReading
{
    public static FeedbackContent Read(ReportAsk ask) =>
        ask.Shared.Of((ask.District, ask.Period, ask.AsOf.LoadId, ask.Stamp?.IssuedAt), () => FeedbackDistrict.Read(ask)).Of(ask);
}
