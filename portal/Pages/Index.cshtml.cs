using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Portal.Pages.Admin;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>The lights of one district or unit, counted, and the worst of them.</summary>
public sealed record ShownLights(string Name, string Through, IReadOnlyList<(LightColour Light, int Count)> Counts, IReadOnlyList<(LightColour Light, string Name, string Reason)> Worst);

/// <summary>A unit that has not certified a year, or whose figures have changed since.</summary>
public sealed record UncertifiedUnit(string District, string Name, int Year, CertificationState State);

/// <summary>首页: what is due, what came back, the lights in one's scope, the latest editions.</summary>
[For]
public sealed class IndexModel(Office office) : SheetPage(office)
{
    public const int MostDue = 12, MostBack = 8, MostEditions = 6, MostLights = 4;
    const int MostCertified = 6, MostLooked = 20, FailedDays = 7, MostOnAccounts = 8, AccountDays = 30, MostAudited = 2_000, MostVoids = 12;

    public IReadOnlyList<UnitPeriodStatus> Due { get; private set; } = [];
    public IReadOnlyList<SubmissionRow> Back { get; private set; } = [];

    /// <summary>What waits for a reviewer, by state.</summary>
    public IReadOnlyList<(District District, TableState State, int Count)> Waiting { get; private set; } = [];

    /// <summary>Sheets that a colleague asks to void: the second person is looked for.</summary>
    public IReadOnlyList<OpenVoidRequest> Voids { get; private set; } = [];
    public IReadOnlyList<(long Id, string Title, DateTime IssuedAt)> Editions { get; private set; } = [];

    /// <summary>What waits for this person's signature.</summary>
    public IReadOnlyList<(long Id, string Title)> ToSign { get; private set; } = [];

    /// <summary>Accounts by what is the matter with them, for whoever keeps them.</summary>
    public (int All, int Closed, int First) People { get; private set; }

    /// <summary>Who was given, lost or took over what in the last days, and whose password somebody else has set: every administrator sees it.</summary>
    internal IReadOnlyList<(AuditEntry Entry, string What)> OnAccounts { get; private set; } = [];

    /// <summary>Nobody but the first administrator has an account yet.</summary>
    public bool IsNew => People.All <= 1;

    public bool Reads => Me.Has(Caller.Readers);

    /// <summary>Jobs that ended last in a failure, in the last days: for whoever keeps them going.</summary>
    public IReadOnlyList<JobRun> FailedRuns { get; private set; } = [];
    public long NotDelivered { get; private set; }
    public bool IsWell { get; private set; }

    public void OnGet()
    {
        if (Me.Has(Role.reporter)) ReadAsReporter();
        if (Me.Has(Role.reviewer)) Waiting = [.. from district in InScope.Districts(Catalog, Me, Role.reviewer)
            from state in Kept.Waiting(Office, district.Code).GroupBy(table => table.State).OrderByDescending(same => same.Key) select (district, state.Key, state.Count())];
        if (Me.Has(Role.reviewer)) Voids = [.. InScope.Districts(Catalog, Me, Role.reviewer).SelectMany(district => Kept.Standing(Office, ("voids", district.Code), MostVoids, () => Office.Warehouse.Reviews.VoidRequests(district.Code))).Where(asked => !Login.AreSame(asked.RequestedBy, Me.Login))];
        if (Me.Has(Role.operations)) ReadAsOperations();
        if (Me.AdministersAll) ReadAsAdmin();
        if (!Reads) return;
        var text = EditionText.Of(Office);
        ToSign = [.. text.All.Where(edition => text.State(edition) == "held" && Me.Covers(edition.District, ReadableEditions.Signers) && text.SignaturesOf(edition).All(signature => !Login.AreSame(signature.Login, Me.Login)))
            .OrderByDescending(edition => edition.PeriodEnd).Select(edition => (edition.EditionId, text.Title(edition)))];
        Editions = [.. ReadableEditions.Of(text, Me).OrderByDescending(edition => edition.IssuedAt).Where(edition => text.State(edition) == "issued").Take(MostEditions)
            .Select(edition => (edition.EditionId, text.Title(edition), edition.IssuedAt))];
    }

    /// <summary>Judging every promise takes its moment: the page does not wait for it.</summary>
    public IActionResult OnGetLights() => Partial("_Lights", Lights().ToList());

    /// <summary>What a year's figures rest on is read again: the page does not wait for it either.</summary>
    public IActionResult OnGetCertify() => Partial("_Uncertified", Uncertified().ToList());

    void ReadAsReporter()
    {
        var units = UnitsAs(Role.reporter);
        Due = [.. StatusOf(units).Where(IsOpen).OrderByDescending(row => row.PastDue).ThenByDescending(row => row.DueDate).ThenBy(row => row.OrgUnit, StringComparer.Ordinal)];
        Back = [.. BackOf(units).Take(MostBack)];
    }

    void ReadAsAdmin()
    {
        var all = Office.Accounts.All();
        People = (all.Count, all.Count(account => account.IsClosed), all.Count(account => account is { IsClosed: false, MustChange: true }));
        var grants = new Lazy<Dictionary<string, Grant>>(() => Office.Accounts.History().ToDictionary(stored => $"{stored.Grant.GrantId}", stored => stored.Grant));
        OnAccounts = [.. Office.Operations.AuditEntries(MostAudited, from: Office.Time.GetUtcNow().AddDays(-AccountDays)).Where(entry => entry.ExitCode == 0 && AuditWords.OnAccounts.ContainsKey(entry.Verb)).Take(MostOnAccounts)
            .Select(entry => (entry, AuditWords.OfGrant(entry) is { } number && grants.Value.GetValueOrDefault(number) is { } grant ? $"{PersonName(grant.Login)} 的 {grant.Role.Chinese()}" : string.Join("，", AuditWords.Asked(entry))))];
    }

    void ReadAsOperations()
    {
        var since = Office.Time.GetUtcNow().AddDays(-FailedDays);
        FailedRuns = [.. Office.JobsFile.Jobs.Select(job => Office.Operations.LatestRuns(MostLooked, job.Id).FirstOrDefault(run => run.State is not (RunState.queued or RunState.running or RunState.skipped)))
            .OfType<JobRun>().Where(run => run.State is RunState.failed or RunState.set_aside && run.EndedAt >= since).OrderByDescending(run => run.EndedAt)];
        NotDelivered = Office.Operations.DeliveryCounts().Where(count => count.State is DeliveryState.failed or DeliveryState.given_up or DeliveryState.uncertain).Sum(count => count.Number);
        IsWell = Office.Schedule is { Ready: true } && Office.Schedules.Trouble is null && Health.Stores(Office).All(store => store.Trouble() is null);
    }

    /// <summary>Units of the caller that have yet to vouch for last year's figures.</summary>
    IEnumerable<UncertifiedUnit> Uncertified()
    {
        if (Office.Warehouse.Marts.LastLoad() is not { } load) yield break;
        var (marts, year) = (Office.Warehouse.Marts, Day.Year - 1);
        foreach (var same in UnitsAs(Role.reporter).GroupBy(unit => unit.District))
        {
            if (AskedReach.Of(marts, same.Key, year, load) < 12 || !Catalog.PlansOf(same.Key, year).Any()) continue;
            var codes = same.Select(unit => unit.Code).ToHashSet();
            var certified = Kept.Judged((same.Key, year, load.LoadId), MostCertified, () => RunReading.Certified(marts, Office.Warehouse.Definitions, same.Key, AssessmentReading.OfYear(marts, same.Key, year, null, load), load, load.LoadId));
            foreach (var unit in certified.Where(unit => codes.Contains(unit.OrgUnit) && unit.State != CertificationState.certified))
                yield return new(same.Key, UnitName(unit.OrgUnit), year, unit.State);
        }
    }

    IEnumerable<ShownLights> Lights()
    {
        var whole = InScope.Districts(Catalog, Me, Caller.Readers).Select(district => (District: district, Unit: (OrgUnit?)null)).ToList();
        var units = UnitsAs(Caller.Readers).Where(unit => whole.All(known => known.District.Code != unit.District)).Select(unit => (District: Catalog.District(unit.District)!, Unit: (OrgUnit?)unit));
        foreach (var (district, unit) in whole.Concat(units).Take(MostLights))
        {
            if (Board(district) is not { } board) continue;
            var shown = (unit is null ? board.Of(district.Code) : board.Of(unit)).ToList();
            yield return new(unit?.Name ?? district.Name, board.Through, [.. shown.GroupBy(alert => alert.Now.Light).OrderByDescending(same => same.Key).Select(same => (same.Key, same.Count()))],
                [.. shown.Where(alert => alert.Now.Light is LightColour.red or LightColour.orange or LightColour.yellow).OrderByDescending(alert => alert.Now.Light).Take(5).Select(alert => (alert.Now.Light, AlertText.Named(alert), alert.Now.Reason))]);
        }
    }

    /// <summary>Judged once for each load and day, for the board too; null where there are no lights yet: no plan of the year, or no figures.</summary>
    AlertBoard? Board(District district)
    {
        try
        {
            var request = Acting.Asked(Me, AlertsVerb.Verb, null, [], [("--district", district.Code)], json: false);
            return Kept.Board(Office, request);
        }
        catch (MisuseException) { return null; }
    }
}
