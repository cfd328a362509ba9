using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Reports.Filings;

/// <summary>Some sheets that were owed, counted as the 报送情况 of the 月报 counts them.</summary>
/// <param name="Due">Past their day, or in before it.</param>
/// <param name="Loaded">Of those due, with 零报告.</param>
/// <param name="Late">In, and first received after the day.</param>
/// <param name="Open">Due and not in.</param>
/// <param name="Returned">How often one was sent back, mended ones with them.</param>
sealed record Tally(int Due, int Loaded, int OnTime, int Late, int Nil, int Open, int Returned, int Warnings, int Explained)
{
    public static Tally Of(IEnumerable<UnitPeriodStatus> statuses)
    {
        var all = statuses.ToList();
        var due = all.Where(SubmissionsSheet.IsDue).ToList();
        return new(due.Count, due.Count(SubmissionsSheet.IsReported), due.Count(SubmissionsSheet.IsOnTime), due.Count(status => SubmissionsSheet.IsReported(status) && status.Late),
            due.Count(status => status.State == "nil"), due.Count(status => !SubmissionsSheet.IsReported(status)), all.Sum(status => status.Returned),
            all.Sum(status => status.Warnings), all.Sum(status => status.Explained));
    }

    /// <summary>按时率, as printed; null while nothing is due.</summary>
    public decimal? Share => Due == 0 ? null : Figures.Round((decimal)OnTime / Due, 3);
}
