using Reporting.Reports.Bulletin;
using Reporting.Reports.Filings;
using Reporting.Reports.Handbook;
using Reporting.Warehouse;

namespace Reporting.Reports;

/// <summary>One report of the family: what it is called, what it tells of, and how it is made.</summary>
/// <param name="Name">As verbs and editions name it.</param>
/// <param name="Title">As its readers call it: 月报.</param>
/// <param name="FileTitle">Of the file's name, after the district: 就业和社会保障月报.</param>
/// <param name="Render">The workbook's bytes: the same asked of the same load gives the same bytes.</param>
public sealed record Report(string Name, string Title, string FileTitle, PeriodKind Period, Func<ReportAsk, byte[]> Render)
{
    /// <summary>It is about one unit of the district: each township has an edition of its own.</summary>
    public bool IsOfUnit { get; init; }

    /// <summary>The whole family.</summary>
    public static IReadOnlyList<Report> All { get; } =
    [
        new("monthly", "月报", "就业和社会保障月报", PeriodKind.month, ask => MonthlyReport.Render(MonthlyReading.Read(ask))),
        new("quarterly", "季报", "就业和社会保障季报", PeriodKind.quarter, ask => MonthlyReport.Render(MonthlyReading.Read(ask))),
        new("half-year", "半年报", "就业和社会保障半年报", PeriodKind.half, ask => MonthlyReport.Render(MonthlyReading.Read(ask))),
        new("submission-status", "报送情况通报", "报表报送情况通报", PeriodKind.month, ask => FilingsReport.Render(FilingsReading.Read(ask))),
        new("alerts", "预警快报", "就业和社会保障预警快报", PeriodKind.month, ask => BulletinReport.Render(BulletinReading.Read(ask))),
        new("definitions", "指标口径册", "就业和社会保障指标口径册", PeriodKind.year, ask => HandbookReport.Render(HandbookReading.Read(ask))),
        new("annual", "年度考核", "就业和社会保障规划年度考核", PeriodKind.year, ask => AnnualReport.Render(AnnualReading.Read(ask))),
        new("plan-review", "规划评估", "就业和社会保障规划评估", PeriodKind.year, ask => PlanReviewReport.Render(PlanReviewReading.Read(ask))),
        new("feedback", "基层反馈表", "就业和社会保障监测反馈表", PeriodKind.month, ask => FeedbackReport.Render(FeedbackReading.Read(ask))) { IsOfUnit = true },
    ];

    /// <exception cref="KeyNotFoundException">No report has this name.</exception>
    public static Report Named(string name) => All.FirstOrDefault(report => report.Name == name) ?? throw new KeyNotFoundException($"no report is called {name}");
}
