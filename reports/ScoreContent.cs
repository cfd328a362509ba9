using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>Everything that the 绩效考核 sheet says. It lays out scores and gives none, so the same content gives the same bytes.</summary>
/// <param name="LoadCommittedAt">UTC; the only time in the workbook.</param>
/// <param name="Demo">The figures are invented, and every sheet says so.</param>
public sealed record ScoreContent(District District, Scheme Scheme, ScoreBoard Board, long AsOfLoad, DateTime LoadCommittedAt, bool Demo)
{
    public bool IsYearOver => Board.Through.EndsWith("-12", StringComparison.Ordinal);
}
