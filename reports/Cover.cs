using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>What stands at the head of every report: of whom and when it tells, what was known, and whether it was issued.</summary>
/// <param name="Title">Of the report without the district: 就业和社会保障规划指标监测月报.</param>
/// <param name="AsOfLoad">已知时点; 0 while nothing was ever loaded.</param>
/// <param name="LoadCommittedAt">UTC; the only time in the workbook besides the edition's.</param>
/// <param name="Edition">Null for a draft, which says 未签发.</param>
/// <param name="Demo">The figures are invented, and every sheet says so.</param>
public sealed record Cover(string Title, District District, Period Period, long AsOfLoad, DateTime LoadCommittedAt, EditionStamp? Edition, bool Demo)
{
    /// <summary>编制单位.</summary>
    public string PreparedBy { get; init; } = $"{District.Name}人力资源和社会保障局";

    /// <summary>Of a report about one unit: which.</summary>
    public OrgUnit? Unit { get; init; }

    /// <summary>统计期间 in words, where it is not the months of the period up to its last.</summary>
    public string? Span { get; init; }

    /// <summary>Sheets of the period that are not in, unit and form; named below the head of the first page.</summary>
    public IReadOnlyList<string> NotIn { get; init; } = [];

    /// <summary>How the report is to be printed.</summary>
    public PrintProfile Print { get; init; } = PrintProfile.House;

    /// <summary>Of an edition that takes the place of another of the same period: a 修订 sheet says what moved.</summary>
    public RevisedSince? Revised { get; init; }
}

/// <summary>期次 within report, district and year, and when it was issued (UTC).</summary>
public sealed record EditionStamp(int Number, DateTime IssuedAt);
