using Reporting.Portal.Accounts;
using Reporting.Portal.Jobs;
using Reporting.Portal.Operations;

namespace Reporting.Portal.Delivery;

/// <summary>Whom a kind of notice is for.</summary>
/// <param name="Unit">Whoever reports for the unit that it names.</param>
/// <param name="Roles">Those of these roles who are there for its district.</param>
sealed record Audience(bool Unit, IReadOnlyList<string> Roles)
{
    public const string Leader = "leader", Reviewer = "reviewer", Signer = "signer", Operations = "operations", Admin = "admin";

    static readonly Audience ToUnit = new(true, []), ToOperations = new(false, [Operations]), ToAdmins = new(false, [Admin]);

    /// <summary>The one table of kinds. A kind that is not here goes to the unit that it names, and to operations where it names none.</summary>
    public static IReadOnlyDictionary<string, Audience> ByKind { get; } = new Dictionary<string, Audience>
    {
        // answers to a sender, and what people decided on a sheet
        ["verdict"] = ToUnit, ["loaded"] = ToUnit, ["returned"] = ToUnit, ["withdrawn"] = ToUnit, ["voided"] = ToUnit, ["set_aside"] = ToUnit,
        ["repeated"] = ToUnit, ["sum_differs"] = ToUnit, ["reopened"] = ToUnit, ["reminder"] = ToUnit, ["period_closed"] = ToUnit,
        ["not_marked"] = new(false, [Reviewer, Operations]),
        ["reminder_leader"] = new(false, [Leader]),
        ["period_closed_district"] = new(false, [Reviewer]),
        ["edition_held"] = new(false, [Signer, Reviewer]),
        ["source_down"] = ToOperations, ["source_back"] = ToOperations, ["unanswered"] = ToOperations,
        ["check-warehouse"] = ToOperations, ["verify-backup"] = ToOperations, ["backup"] = ToOperations, [FailedRunNotice.Kind] = ToOperations, [FailedDeliveries.Kind] = ToOperations,
        [AdminNotices.GrantedKind] = ToAdmins, [AdminNotices.ClosedKind] = ToAdmins, [AdminNotices.ResetKind] = ToAdmins, [AdminNotices.EndedKind] = ToAdmins,
    };

    public static IReadOnlyList<Person> Of(CopiedNotice notice, People people)
    {
        var audience = ByKind.GetValueOrDefault(notice.Kind) ?? (notice.OrgUnit is null ? ToOperations : ToUnit);
        // An answer of which nobody knows whose it is must still reach somebody.
        if (audience.Unit && notice.OrgUnit is null) audience = ToOperations;
        var found = audience.Unit ? people.OfUnit(notice.OrgUnit!) : audience.Roles.SelectMany(role => people.Of(role, notice.District));
        return [.. found.DistinctBy(person => person.Mail)];
    }
}
