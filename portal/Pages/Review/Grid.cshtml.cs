using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Review;

/// <summary>各单位报送情况: the units of a form × the periods of a year.</summary>
[For(Role.reviewer)]
public sealed class GridModel(Office office) : SheetPage(office)
{
    public District? District { get; private set; }
    public IReadOnlyList<District> Districts { get; private set; } = [];
    public IReadOnlyList<Form> Forms { get; private set; } = [];
    public string? Form { get; private set; }
    public int Year { get; private set; }
    public IReadOnlyList<Period> Periods { get; private set; } = [];
    public IReadOnlyList<(string Unit, IReadOnlyList<UnitPeriodStatus?> Cells)> Rows { get; private set; } = [];

    /// <summary>Of each period that is over, the latest first, whose sheet does not count yet: to be called by their names.</summary>
    public IReadOnlyList<(Period Period, IReadOnlyList<string> Units)> Awaited { get; private set; } = [];

    /// <summary>Counts by word, of what is owed.</summary>
    public IReadOnlyList<(string Word, int Count)> Counts { get; private set; } = [];

    public IActionResult OnGet(string? district, string? form, int? year)
    {
        var units = UnitsAs(Role.reviewer);
        Districts = [.. Catalog.Districts.Where(known => units.Any(unit => unit.District == known.Code))];
        District = string.IsNullOrEmpty(district) ? (Districts is [var first, ..] ? first : null) : Districts.FirstOrDefault(known => known.Code == district);
        if (District is null) return string.IsNullOrEmpty(district) ? Page() : NotFound();
        Year = year is >= 2000 and <= 2100 ? year.Value : Day.AddMonths(-1).Year;
        Forms = [.. Catalog.Forms.Where(known => known.District == District.Code && known.Obligations.Count > 0).GroupBy(known => known.Id).Select(versions => versions.Last()).OrderBy(known => known.Number, StringComparer.Ordinal)];
        Form = string.IsNullOrEmpty(form) ? Forms.Where(known => known.Period == PeriodKind.month).MaxBy(known => units.Count(unit => unit.District == District.Code && known.ObligationOf(unit.Role) is not null))?.Id : form;
        if (Forms.Count == 0) return Page();
        Form ??= Forms[0].Id;
        if (Forms.All(known => known.Id != Form)) return NotFound();
        Fill([.. units.Where(unit => unit.District == District.Code).Select(unit => unit.Code)]);
        return Page();
    }

    void Fill(HashSet<string> units)
    {
        var rows = Kept.Status(Office, District!.Code, new(Year, 1, 1), new(Year, 12, 31))
            .Where(row => row.Form == Form && units.Contains(row.OrgUnit)).ToList();
        Periods = [.. rows.Select(row => row.PeriodStart).Distinct().Order().Select(start => PeriodOf(Form, start)).OfType<Period>()];
        Rows = [.. rows.GroupBy(row => row.OrgUnit).OrderBy(of => of.Key, StringComparer.Ordinal)
            .Select(of => (of.Key, (IReadOnlyList<UnitPeriodStatus?>)[.. Periods.Select(period => of.FirstOrDefault(row => row.PeriodStart == period.Start))]))];
        Awaited =
        [
            .. from period in Periods.Reverse()
               where period.End < Day
               let late = rows.Where(row => row.PeriodStart == period.Start && row.State is not ("reported" or "nil" or "awaiting_review"))
                   .Select(row => row.State is "missing" or "not_due" ? UnitName(row.OrgUnit) : $"{UnitName(row.OrgUnit)}（{Word(row)}）").ToList()
               where late.Count > 0
               select (period, (IReadOnlyList<string>)late),
        ];
        Counts = [.. rows.GroupBy(row => Word(row)).Select(same => (same.Key, same.Count())).OrderByDescending(same => same.Item2)];
    }
}
