using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;

namespace Reporting.Portal.Pages.Admin;

/// <summary>写法: what words of sheets were said to mean; a wrong one is forgotten and asked about again.</summary>
[For(Role.admin)]
public sealed class AliasesModel(Office office) : AdminPage(office)
{
    public IReadOnlyList<WordAlias> Aliases { get; private set; } = [];

    public void OnGet() => Aliases = [.. Catalog.Aliases.Where(alias => Me.Covers(alias.District, Role.admin)).OrderBy(alias => alias.District, StringComparer.Ordinal).ThenBy(alias => alias.Kind).ThenBy(alias => alias.Words, StringComparer.Ordinal)];

    public IActionResult OnPostForget(string district, string words, string? reason)
    {
        if (InScope.District(Catalog, Me, district, Role.admin) is null || !Catalog.Aliases.Any(alias => alias.District == district && alias.Words == words)) return NotFound();
        if (string.IsNullOrWhiteSpace(reason)) SayFailed($"“{words}”还记着：要写明原因。");
        else Act(AliasForget.Verb, reason, ("WORDS", words), ("--district", district));
        return Redirect("/admin/aliases");
    }

    public string Meaning(WordAlias alias) => alias.Kind == AliasKind.org_unit ? NameOf(alias.Target) : Catalog.Forms.LastOrDefault(form => form.Id == alias.Target)?.Name ?? alias.Target;
}
