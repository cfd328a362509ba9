using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Admin.People;

/// <summary>人员: who has an account, and making one.</summary>
[For(Role.admin)]
public sealed class IndexModel(Office office) : OfficePage(office)
{
    ILookup<string, Grant>? held;

    /// <summary>What was told once: a one-time password lies in no cookie.</summary>
    public string? Told { get; private set; }
    public string? Wrong { get; private set; }
    public IReadOnlyList<Account> Accounts => Office.Accounts.All();
    public GrantFields Fields => new(Catalog, Today, Needed: false, Wrong is null || !Request.HasFormContentType ? null : Request.Form);
    public string? Typed(string name) => Fields.Typed(name);

    public string Roles(string login)
    {
        held ??= Office.Accounts.History().Select(stored => stored.Grant).Where(grant => grant.HoldsOn(Today)).ToLookup(grant => grant.Login, StringComparer.OrdinalIgnoreCase);
        return held[login].Any() ? string.Join("、", held[login].Select(grant => $"{grant.Role.Chinese()} {Place(grant)}".Trim())) : "没有";
    }

    string Place(Grant grant) => grant.Unit is { } unit ? Catalog.OrgUnit(unit)?.Name ?? unit : grant.District is { } district ? Catalog.District(district)?.Name ?? district : "";

    public string State(Account account) => account switch
    {
        { IsClosed: true } => "已停用",
        { LockedUntil: { } until } when until > Office.Time.GetUtcNow() => "暂时锁定",
        { MustChange: true } => "等首次改密码",
        _ => "正常",
    };

    public void OnGet() { }

    public IActionResult OnPostAdd(string? login, string? name, string? mail)
    {
        Wrong = "请改正后再试。";
        var answer = Acting.Do(Me, UserAdd.Verb, null, [("LOGIN", login ?? ""), ("--name", name ?? ""), ("--mail", string.IsNullOrWhiteSpace(mail) ? null : mail), .. Fields.Values]);
        (Told, Wrong) = answer.ExitCode == 0 ? (answer.Out, (string?)null) : (null, answer.Error);
        return Page();
    }
}
