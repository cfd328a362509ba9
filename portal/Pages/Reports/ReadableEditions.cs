using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Warehouse;

namespace Reporting.Portal.Pages.Reading;

/// <summary>Which editions somebody may see: of their district all that are released, of their unit its own; what is not released yet only those who check and sign it.</summary>
static class ReadableEditions
{
    /// <summary>Those who see an edition before its readers do.</summary>
    public static readonly Role[] Signers = [Role.reviewer, Role.leader];

    public static IEnumerable<Edition> Of(EditionText text, Caller caller) => text.All.Where(edition => IsReadable(edition, caller, text.Now));

    public static Edition? Find(EditionText text, Caller caller, long id) => Of(text, caller).FirstOrDefault(edition => edition.EditionId == id);

    static bool IsReadable(Edition edition, Caller caller, DateTime now) => edition.IsReleased(now)
        ? caller.Reads(edition.District, edition.Unit ?? edition.District)
        : caller.Covers(edition.District, Signers);
}
