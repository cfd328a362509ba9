using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Admin.People;

/// <summary>One account: its roles from day to day, handing over, another password, closing.</summary>
[For(Role.admin)]
public sealed class OneModel(Office office) : OfficePage(office)
{
    [BindProperty(SupportsGet = true)] public string Login { get; set; } = "";
    public Account Account { get; private set; } = null!;
    public string? Told { get; private set; }
    public string? Wrong { get; private set; }
    public IReadOnlyList<StoredGrant> History => [.. Office.Accounts.History(Login).OrderByDescending(stored => stored.Grant.From)];
    public IEnumerable<Account> Others => Office.Accounts.All().Where(other => !other.IsClosed && other.Login != Account.Login);
    public GrantFields Fields => new(Catalog, Today, Needed: true, Wrong is null || !Request.HasFormContentType ? null : Request.Form);

    public string Place(Grant grant) => grant.Unit is { } unit ? Catalog.OrgUnit(unit)?.Name ?? unit
        : grant.District is { } district ? Catalog.District(district)?.Name ?? district : grant.Role.KeepsTheSystem() ? "整个系统" : "各区";

    public IActionResult OnGet() => Look() ? Page() : NotFound();

    public IActionResult OnPostGrant(string? reason)
    {
        if (!Look()) return NotFound();
        Wrong = "";
        return Shown(UserGrant.Verb, reason, [("LOGIN", Account.Login), .. Fields.Values]);
    }

    public IActionResult OnPostRevoke(string grant, string? last, string? reason) =>
        Look() && History.Any(stored => $"{stored.Grant.GrantId}" == grant) ? Shown(UserGrant.Revoke, reason, ("GRANT", grant), ("--last-day", string.IsNullOrWhiteSpace(last) ? null : last)) : NotFound();

    public IActionResult OnPostHandOver(string to, string on, string? reason) => Look() ? Shown(UserHandOver.Verb, reason, ("FROM", Account.Login), ("TO", to ?? ""), ("--on", on)) : NotFound();

    public IActionResult OnPostReset(string? reason) => Look() ? Shown(UserReset.Verb, reason, ("LOGIN", Account.Login)) : NotFound();

    public IActionResult OnPostReopen() => Look() ? Shown(UserClose.Reopen, null, ("LOGIN", Account.Login)) : NotFound();

    public IActionResult OnPostClose(string? reason) => Look() ? Shown(UserClose.Verb, reason, ("LOGIN", Account.Login)) : NotFound();

    bool Look() => (Account = Office.Accounts.Find(Login)!) is not null;

    // Said on the answer itself: it may hold a one-time password, which lies in no cookie.
    PageResult Shown(Verb verb, string? reason, params (string Name, string? Value)[] values)
    {
        var answer = Acting.Do(Me, verb, reason, values);
        (Told, Wrong) = answer.ExitCode == 0 ? (answer.Out, (string?)null) : (null, answer.Error);
        _ = Look();
        return Page();
    }
}
