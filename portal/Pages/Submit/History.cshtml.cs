using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Submit;

/// <summary>历史数据: what a unit stands by, a line of a form × the periods of a year.</summary>
[For(Role.reporter, Role.reviewer)]
public sealed class HistoryModel(Office office) : AskedSheetPage(office)
{
    protected override IReadOnlyList<Role> Choosing => [Role.reporter, Role.reviewer];

    public int Year { get; private set; }
    public IReadOnlyList<Period> Periods { get; private set; } = [];
    public IReadOnlyList<(FormLine Line, FormColumn Column, IReadOnlyList<decimal?> Values)> Rows { get; private set; } = [];

    public IActionResult OnGet(string? form, string? org, int? year)
    {
        if (!Choose(form, org, null)) return NotFound();
        Year = year is >= 2000 and <= 2100 ? year.Value : Last(PeriodKind.month).Start.Year;
        Form ??= Forms is [var first, ..] ? first.Id : null;
        if (Unit is { } unit && Catalog.Form(Form ?? "", new(Year, 1, 1)) is { } asked) Fill(asked, unit);
        return Page();
    }

    void Fill(Form form, OrgUnit unit)
    {
        Periods = form.Period == PeriodKind.plan ? [] : [.. PeriodsOf(form.Period)];
        if (Periods.Count == 0) return;
        var figures = new StatedFigures(Office.Warehouse.Submissions.Held(new(unit.District, [unit.Code], new(Year, 1, 1), new(Year, 12, 31))));
        Rows = [.. from line in form.Lines
            from column in form.Columns.Where(column => column is { IsQuoted: false, HasOwnPeriod: false } && line.Fills(column.Id))
            select (line, column, (IReadOnlyList<decimal?>)[.. Periods.Select(period => figures.Of(unit, line, column.Basis, period))])];
    }

    IEnumerable<Period> PeriodsOf(PeriodKind kind)
    {
        for (var period = Warehouse.Period.Of(kind, new(Year, 1, 1)); period.Start.Year == Year; period = period.Next()) yield return period;
    }
}
