namespace Reporting.Reports.Bulletin;

/// <summary>Reads what the 预警快报 shows: what the 月报 of the month is made of, under its own title. Lights, verdicts and landings come out of one reading.</summary>
public static class BulletinReading
{
    public static MonthlyContent Read(ReportAsk ask) => MonthlyReading.Read(ask) with { Cover = ask.Cover(BulletinReport.Title) };
}
