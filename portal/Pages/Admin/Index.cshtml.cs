using Reporting.Portal.Accounts;
using Reporting.Portal.Web;

namespace Reporting.Portal.Pages.Admin;

/// <summary>管理: where people, units, words, forms, rules and the record of acts are found.</summary>
[For(Role.admin)]
public sealed class IndexModel(Office office) : AdminPage(office)
{
    public int Units => Districts.Sum(district => district.Units.Count(unit => unit.IsValidOn(Today)));

    public int Aliases => Catalog.Aliases.Count(alias => Me.Covers(alias.District, Role.admin));

    public int Forms => Catalog.Forms.Where(form => Me.Covers(form.District, Role.admin)).Select(form => form.Id).Distinct().Count();
}
