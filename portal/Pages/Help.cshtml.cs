using Reporting.Portal.Accounts;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages;

/// <summary>帮助: for the roles that somebody has.</summary>
[For]
public sealed class HelpModel(Office office) : OfficePage(office)
{
    public IReadOnlyList<Role> Roles => [.. RoleWords.All.Where(role => Me.Has(role))];

    public void OnGet() { }
}
