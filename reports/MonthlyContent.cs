using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>
/// Everything the 月报 says, read from the marts as of one load. The report lays it out; it looks nothing up and judges nothing, so the
/// same content gives the same bytes.
/// </summary>
/// <param name="AsOfLoad">已知时点; 0 while nothing was ever loaded.</param>
/// <param name="LoadCommittedAt">UTC; the only time in the workbook besides the edition's.</param>
/// <param name="Figures">Of the year through the month, for the district and its units; the same of the year before, where held; and
/// for the district through each earlier month of both, so that single months can be told.</param>
/// <param name="Evaluations">How the commitments of the district's plans that cover the year stand, for the year through the month; in
/// their order, and the only verdicts that the report gives.</param>
/// <param name="Submissions">All units, forms and months of the year up to the month.</param>
/// <param name="Sources">What the district's figures of the year are made of.</param>
/// <param name="Edition">Null for a draft, which says 未签发.</param>
/// <param name="Demo">The figures are invented, and every sheet says so.</param>
public sealed record MonthlyContent(
    District District, Period Period, Catalog Catalog, long AsOfLoad, DateTime LoadCommittedAt, IReadOnlyList<IndicatorYear> Figures,
    IReadOnlyList<Evaluation> Evaluations, IReadOnlyList<UnitPeriodStatus> Submissions, IReadOnlyList<Addend> Sources,
    EditionStamp? Edition, bool Demo)
{
    public Period Period { get; } = Period.Kind == PeriodKind.month
        ? Period
        : throw new ArgumentException($"a monthly report is about one month, not about {Period.InWords()}", nameof(Period));

    /// <summary>编制单位.</summary>
    public string PreparedBy { get; init; } = $"{District.Name}人力资源和社会保障局";
}

/// <summary>期次 within report, district and year, and when it was issued (UTC).</summary>
public sealed record EditionStamp(int Number, DateTime IssuedAt);
