using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Filings;

/// <summary>One unit of the ranking.</summary>
/// <param name="Place">By the year's 按时率; equal shares, as printed, share a place. Null while nothing was due of it.</param>
sealed record RankedFiler(string OrgUnit, string Name, Tally Month, Tally Year, int? Place);

/// <summary>The content with its sheets at hand by month, unit and form.</summary>
sealed class FilingsFacts
{
    public FilingsFacts(FilingsContent content)
    {
        Content = content;
        OfYear = [.. content.Statuses.Where(status => EndOf(status) is var end && end.Year == Year && end <= content.Period.End)];
        OfMonth = [.. OfYear.Where(status => EndOf(status).Month == Month)];
        Owed = [.. content.Statuses.Where(status => SubmissionsSheet.IsDue(status) && !SubmissionsSheet.IsReported(status) && EndOf(status) <= content.Period.End)
            .OrderBy(status => status.DueDate).ThenBy(status => OrderOf(status.OrgUnit)).ThenBy(status => status.Form, StringComparer.Ordinal)];
        var tallies = OfYear.GroupBy(status => status.OrgUnit).Select(unit => (Unit: unit.Key, Month: Tally.Of(unit.Where(OfMonth.Contains)), Year: Tally.Of(unit))).ToList();
        Units =
        [
            .. tallies.Select(one => new RankedFiler(one.Unit, NameOf(one.Unit), one.Month, one.Year, one.Year.Share is { } share ? 1 + tallies.Count(other => other.Year.Share > share) : null))
                .OrderBy(unit => unit.Place ?? int.MaxValue).ThenByDescending(unit => unit.Year.Due).ThenBy(unit => OrderOf(unit.OrgUnit)),
        ];
    }

    public FilingsContent Content { get; }
    public int Year => Content.Period.Start.Year;
    public int Month => Content.Period.Start.Month;

    /// <summary>Of periods that ended in the year, up to the month; a year's form is here in December.</summary>
    public IReadOnlyList<UnitPeriodStatus> OfYear { get; }

    public IReadOnlyList<UnitPeriodStatus> OfMonth { get; }

    /// <summary>Past its day and not in, of whatever year; what is owed longest first.</summary>
    public IReadOnlyList<UnitPeriodStatus> Owed { get; }

    public IReadOnlyList<RankedFiler> Units { get; }

    /// <summary>Of the periods that ended in one month.</summary>
    public Tally At(int year, int month) => Tally.Of(Content.Statuses.Where(status => EndOf(status) is var end && end.Year == year && end.Month == month));

    public string NameOf(string orgUnit) => Content.Catalog.OrgUnit(orgUnit)?.Name ?? orgUnit;

    public Form? FormOf(string form, DateOnly periodStart) => Content.Catalog.Form(form, periodStart) ?? Content.Catalog.Forms.LastOrDefault(one => one.Id == form);

    public string FormName(string form, DateOnly periodStart) => FormOf(form, periodStart)?.Name ?? form;

    /// <summary>Where the unit stands in the district's own list.</summary>
    public int OrderOf(string orgUnit)
    {
        var index = Content.District.Units.Index().FirstOrDefault(unit => unit.Item.Code == orgUnit, (-1, null!)).Index;
        return index < 0 ? int.MaxValue : index;
    }

    public int DaysOverdue(UnitPeriodStatus status) => Content.Day.DayNumber - status.DueDate.DayNumber;

    public string PeriodOf(string form, DateOnly start) => KindOf(form, start) is var kind && kind == PeriodKind.plan ? $"{start.Year}年起" : Period.Of(kind, start).InWords();

    /// <summary>Last day of what the sheet is about; of a plan's span, which says its first day alone, that one.</summary>
    public DateOnly EndOf(UnitPeriodStatus status) =>
        KindOf(status.Form, status.PeriodStart) is var kind && kind == PeriodKind.plan ? status.PeriodStart : Period.Of(kind, status.PeriodStart).End;

    PeriodKind KindOf(string form, DateOnly start) => FormOf(form, start)?.Period ?? PeriodKind.month;
}
