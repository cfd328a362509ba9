using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Reports.Issuing;
using Reporting.Warehouse;

namespace Reporting.Portal.Pages;

/// <summary>One edition: what it is, who signed it, what is open; 签字 and 修订.</summary>
[For(Role.reporter, Role.reviewer, Role.leader, Role.assessor)]
public sealed class EditionModel(Office office) : FiguresPage(office)
{
    [BindProperty(SupportsGet = true)] public long Id { get; set; }
    [BindProperty] public string? Remark { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty(Name = "release-at")] public string? ReleaseAt { get; set; }

    public Edition Edition { get; private set; } = null!;
    internal EditionText Text { get; private set; } = null!;
    public IReadOnlyList<OpenPoint> Open { get; private set; } = [];
    public string? ReasonWrong { get; private set; }

    /// <summary>The edition that this held one became; null: it is none, or waits still.</summary>
    public Edition? Became => Text.All.FirstOrDefault(other => other.SignedFrom == Edition.EditionId);

    /// <summary>What has to be done before anybody signs.</summary>
    public bool IsBlocked => Open.Any(point => point.Blocks);

    public bool MaySign => Text.State(Edition) == "held" && Me.Covers(Edition.District, ReadableEditions.Signers) && Text.SignaturesOf(Edition).All(signature => !Login.AreSame(signature.Login, Me.Login));
    public bool MayRevise => Text.State(Edition) is "issued" or "unreleased" && Me.Covers(Edition.District, Role.reviewer);

    /// <summary>All editions of the same report, district, period and unit that may be seen, newest first.</summary>
    public IReadOnlyList<Edition> Others => [.. ReadableEditions.Of(Text, Me).Where(other => other.EditionId != Edition.EditionId && EditionKey.Of(other) == EditionKey.Of(Edition)).OrderByDescending(other => other.EditionId)];

    public IActionResult OnGet()
    {
        if (!Find()) return NotFound();
        if (Text.State(Edition) == "held") Open = EditionIssue.Open(Office, Edition);
        return Page();
    }

    public IActionResult OnPostSign()
    {
        if (!Find() || !Me.Covers(Edition.District, ReadableEditions.Signers)) return NotFound();
        Act(EditionSign.Verb, null, ("ID", $"{Id}"), ("--remark", Given(Remark)), ("--release-at", ReportsModel.Local(ReleaseAt)));
        Text = EditionText.Of(Office);
        return Redirect($"/reports/{Became?.EditionId ?? Id}"); // what was signed is what is read from now on
    }

    /// <summary>修订: issued again of what is known now, with what moved.</summary>
    public IActionResult OnPostRevise()
    {
        if (!Find() || !Me.Covers(Edition.District, Role.reviewer)) return NotFound();
        if (Given(Reason) is null)
        {
            ReasonWrong = "写明为什么要再签发。";
            return Page();
        }
        Act(EditionIssue.Verb, Reason, ("NAME", Edition.Report), ("--district", Edition.District), ("--period", Edition.Period.ToString()), ("--org", Edition.Unit), ("--release-at", ReportsModel.Local(ReleaseAt)));
        return Redirect($"/reports/{Id}");
    }

    bool Find()
    {
        Text = EditionText.Of(Office);
        if (ReadableEditions.Find(Text, Me, Id) is not { } edition) return false;
        Edition = edition;
        return true;
    }
}
