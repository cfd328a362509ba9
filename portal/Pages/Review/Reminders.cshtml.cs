using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Review;

/// <summary>催报记录: who was told of which sheet, when and at which rung.</summary>
[For(Role.reviewer)]
public sealed class RemindersModel(Office office) : SheetPage(office)
{
    public const int Most = 300;

    public District? District { get; private set; }
    public IReadOnlyList<District> Districts { get; private set; } = [];
    public string Month { get; private set; } = "";
    public int Total { get; private set; }
    public IReadOnlyList<Reminder> Rows { get; private set; } = [];

    /// <param name="month">Of the due dates; the two months before today where none is given.</param>
    public IActionResult OnGet(string? district, string? month)
    {
        Districts = [.. InScope.Districts(Catalog, Me, Role.reviewer)];
        District = string.IsNullOrEmpty(district) ? (Districts is [var first, ..] ? first : null) : InScope.District(Catalog, Me, district, Role.reviewer);
        if (District is null) return string.IsNullOrEmpty(district) ? Page() : NotFound();
        var asked = Period.TryParse(month, out var period) && period.Kind == PeriodKind.month;
        Month = asked ? period.ToString() : "";
        var (from, to) = asked ? (period.Start, period.End) : (Day.AddMonths(-2), Day.AddMonths(1));
        var all = Office.Warehouse.Reminders.Log(District.Code, from, to, long.MaxValue - 1);
        (Total, Rows) = (all.Count, [.. all.Take(Most)]);
        return Page();
    }
}
