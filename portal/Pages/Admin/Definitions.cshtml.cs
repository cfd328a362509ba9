using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Admin;

/// <summary>定义检查: whether the definition files are right and what they would change; nothing is written and no figure is shown.</summary>
[For(Role.admin)]
public sealed class DefinitionsModel(Office office) : AdminPage(office)
{
    /// <summary>What the check found; null: it was not asked for yet.</summary>
    public string? Found { get; private set; }
    public IReadOnlyList<DefinitionProblem> Problems { get; private set; } = [];

    public IActionResult OnGet() => Me.AdministersAll ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!Me.AdministersAll) return NotFound();
        (var tried, var written, Problems) = DefinitionsCheck.Tried(Office, against: null);
        Found = tried is null ? $"定义文件有 {Problems.Count} 处错误，改正以前不会生效。" : TrialText.WithoutFigures(tried, Catalog, written);
        return Page();
    }
}
