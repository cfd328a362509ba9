using Reporting.Warehouse.Assessment.Reviewing;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>Everything that a plan's review says. It lays out verdicts and gives none, so the same content gives the same bytes.</summary>
/// <param name="LoadCommittedAt">UTC; the only time in the workbook.</param>
/// <param name="Departments">Names by code.</param>
/// <param name="Demo">The figures are invented, and every sheet says so.</param>
public sealed record PlanReviewContent(
    District District, PlanReview Review, IReadOnlyDictionary<string, string> Departments, long AsOfLoad, DateTime LoadCommittedAt, bool Demo);
