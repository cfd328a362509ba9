using Reporting.Etl.Jobs;
using Reporting.Portal.Accounts;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Web;

/// <summary>
/// What a caller may look at, found by the code or number in an address. Null where there is none and where it is somebody else's: the answer
/// is the same page that says there is nothing here, so nobody learns what exists.
/// </summary>
static class InScope
{
    /// <summary>Districts that somebody reads as a whole by one of the roles.</summary>
    public static IEnumerable<District> Districts(Catalog catalog, Caller caller, params IReadOnlyList<Role> roles) =>
        catalog.Districts.Where(district => caller.Covers(district.Code, roles));

    /// <summary>The whole district.</summary>
    public static District? District(Catalog catalog, Caller caller, string? code, params IReadOnlyList<Role> roles) =>
        Districts(catalog, caller, roles).FirstOrDefault(district => district.Code == code);

    /// <summary>A unit that one of the roles reaches.</summary>
    public static OrgUnit? Unit(Catalog catalog, Caller caller, string? code, params IReadOnlyList<Role> roles) =>
        code is not null && catalog.OrgUnit(code) is { } unit && Reaches(catalog, caller, unit.District, unit.Code, roles) ? unit : null;

    /// <summary>Units that a role of somebody reaches today, each once as it is now, in the order of their codes; for 填报 also those that their own unit reports for (代报).</summary>
    public static IReadOnlyList<OrgUnit> Units(Catalog catalog, Caller caller, params IReadOnlyList<Role> roles)
    {
        var direct = catalog.OrgUnits.Where(unit => caller.CoversUnit(unit.District, unit.Code, roles)).ToList();
        var reportedFor = direct.Where(unit => roles.Contains(Role.reporter) && caller.CoversUnit(unit.District, unit.Code, Role.reporter)).SelectMany(unit => unit.ReportsFor).ToHashSet();
        return [.. direct.Concat(catalog.OrgUnits.Where(unit => reportedFor.Contains(unit.Code))).GroupBy(unit => unit.Code)
            .Select(versions => versions.MaxBy(unit => unit.ValidFrom)!).OrderBy(unit => unit.Code, StringComparer.Ordinal)];
    }

    static bool Reaches(Catalog catalog, Caller caller, string district, string unit, IReadOnlyList<Role> roles) => caller.CoversUnit(district, unit, roles)
        || roles.Contains(Role.reporter) && catalog.OrgUnits.Any(own => own.ReportsFor.Contains(unit) && own.District == district && caller.CoversUnit(own.District, own.Code, Role.reporter));

    /// <summary>A submission of a unit that one of the roles reaches, or one's own while nobody knows whose it is.</summary>
    public static Submission? Submission(Office office, Caller caller, string? receipt, params IReadOnlyList<Role> roles)
    {
        if (receipt is null || office.Warehouse.Submissions.Find(receipt) is not { } submission) return null;
        return Reaches(office, caller, submission, roles) ? submission : null;
    }

    /// <summary>The file as it was sent; null also for a list of persons, of which no copy leaves the archive.</summary>
    public static Submission? Original(Office office, Caller caller, string? receipt, params IReadOnlyList<Role> roles) =>
        Submission(office, caller, receipt, roles) is { } submission && !office.Warehouse.Submissions.FindingsOf(submission.SubmissionId).Any(found => found.Finding.Code == "personal_ledger") ? submission : null;

    static bool Reaches(Office office, Caller caller, Submission submission, IReadOnlyList<Role> roles)
    {
        var catalog = office.Warehouse.Definitions.Current;
        var units = office.Warehouse.Submissions.TablesOf(submission.SubmissionId).Where(table => table is { District: not null, OrgUnit: not null })
            .Select(table => (District: table.District!, Unit: table.OrgUnit!)).ToHashSet();
        if (submission.ChannelUnit is { } channel && catalog.OrgUnit(channel) is { } sender) units.Add((sender.District, sender.Code));
        // All of it: a file that tells of several units is not shown to one of them.
        return units.Count > 0 ? units.All(unit => Reaches(catalog, caller, unit.District, unit.Unit, roles))
            : roles.Contains(Role.reporter) && ReviewSubmission.IsOwn(submission, caller.Login) || caller.Covers(submission.Receipt[..6], roles);
    }
}
