using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Review;

/// <summary>锁定、延期: of a form's period, and what was decided so far.</summary>
[For(Role.reviewer)]
public sealed class PeriodsModel(Office office) : SheetPage(office)
{
    public const int Most = 60;

    public District? District { get; private set; }
    public IReadOnlyList<District> Districts { get; private set; } = [];
    public IReadOnlyList<Form> Forms { get; private set; } = [];
    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];
    public IReadOnlyList<PeriodLock> Decisions { get; private set; } = [];
    public string? Form { get; private set; }
    public string? Org { get; private set; }
    public string? Period { get; private set; }
    public string? Until { get; private set; }
    public string? Reason { get; private set; }
    public string? Wrong { get; private set; }

    public IActionResult OnGet(string? district, string? form, string? org, string? period)
    {
        (Form, Org, Period) = (form, org, period);
        return Read(district) ? Page() : NotFound();
    }

    public IActionResult OnPostLock(string? district, string? form, string? period, string? reason) =>
        Decide(district, PeriodLocking.Lock, form, null, period, null, reason);

    public IActionResult OnPostExtend(string? district, string? form, string? org, string? period, string? until, string? reason) =>
        Decide(district, PeriodLocking.Extend, form, string.IsNullOrEmpty(org) ? null : org, period, until, reason);

    IActionResult Decide(string? district, Verb verb, string? form, string? org, string? period, string? until, string? reason)
    {
        (Form, Org, Period, Until, Reason) = (form, org, period, until, reason);
        if (!Read(district) || District is null || Forms.All(known => known.Id != form) || org is not null && Units.All(unit => unit.Code != org)) return NotFound();
        List<(string, string?)> values = [("--form", form), ("--period", period?.Trim())];
        if (verb == PeriodLocking.Extend) values.AddRange([("--org", org), ("--until", until)]);
        var answer = Acting.Do(Me, verb, reason, [.. values]);
        if (answer.ExitCode == 0)
        {
            Say(answer);
            return Redirect($"/review/periods?district={District.Code}");
        }
        Wrong = answer.Error;
        return Page();
    }

    bool Read(string? district)
    {
        Districts = [.. InScope.Districts(Catalog, Me, Role.reviewer)];
        District = string.IsNullOrEmpty(district) ? (Districts is [var first, ..] ? first : null) : InScope.District(Catalog, Me, district, Role.reviewer);
        if (District is null) return string.IsNullOrEmpty(district);
        Forms = [.. Catalog.Forms.Where(known => known.District == District.Code && known.Obligations.Count > 0).GroupBy(known => known.Id).Select(versions => versions.Last()).OrderBy(known => known.Number, StringComparer.Ordinal)];
        Units = [.. UnitsAs(Role.reviewer).Where(unit => unit.District == District.Code && unit.ValidTo is null)];
        Decisions = [.. Office.Warehouse.Reviews.Locks(District.Code, long.MaxValue - 1).Reverse().Take(Most)];
        return true;
    }
}
