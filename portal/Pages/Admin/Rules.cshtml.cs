using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Admin;

/// <summary>核对规则: what each looks for, what forms set of it, how often it spoke.</summary>
[For(Role.admin)]
public sealed class RulesModel(Office office) : AdminPage(office)
{
    internal IReadOnlyList<RuleRow> Rules { get; private set; } = [];

    public void OnGet()
    {
        var only = Me.AdministersAll ? null : Districts.FirstOrDefault()?.Code ?? ""; // one district is what else an administrator may have
        Rules = RulesList.Of(Office, only);
    }
}
