using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Supervision;

namespace Reporting.Portal.Pages.Targets;

/// <summary>One 督办单 with all that was done; the unit answers, 审核 returns it or closes it — another person than answered.</summary>
[For(Role.reviewer, Role.leader, Role.assessor, Role.reporter), RequestSizeLimit(WebOffice.MostEvidence)]
public sealed class CaseModel(Office office) : DistrictPage(office)
{
    public SupervisionCase Case { get; private set; } = null!;

    [BindProperty] public string? Words { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public IFormFile? Evidence { get; set; }

    /// <summary>What is missing of a return, told beside its field.</summary>
    public string? Wrong { get; private set; }

    /// <summary>What is wrong with the evidence, told beside its field.</summary>
    public string? FileWrong { get; private set; }

    public bool MayAnswer => (MayDecide || SpeaksFor(Case.Order.OrgUnit)) && Case.WhyNot(SupervisionAct.feedback, Me.Login) is null;

    public bool AwaitsDecision => MayDecide && Case.State == SupervisionState.answered;

    public string NameOfPromise(string id) => Catalog.Plans.SelectMany(plan => plan.Commitments).FirstOrDefault(one => one.Id == id) is { } found ? NameOf(found) : id;

    public IActionResult OnGet(long number) => Find(number) ? Page() : NotFound();

    public IActionResult OnGetFile(long number, string sha256) => Find(number) && Case.Steps.FirstOrDefault(step => step.EvidenceSha256 == sha256) is { EvidenceFile: { } name }
        ? Download(Office.Warehouse.Archive.Read(sha256), name) : NotFound();

    public async Task<IActionResult> OnPostFeedbackAsync(long number)
    {
        if (!Find(number) || !MayDecide && !SpeaksFor(Case.Order.OrgUnit)) return NotFound();
        FileWrong = Evidence is null ? null : Sent.WhyNot([Evidence]);
        if (FileWrong is not null) return Page();
        IReadOnlyList<RequestFile> files = Evidence is null ? [] : [await Sent.File(Evidence, "--evidence")];
        return Answered(Acting.Do(Me, SuperviseSteps.Feedback, null, files, ("NUMBER", $"{number}"), ("--words", string.IsNullOrWhiteSpace(Words) ? null : Words)));
    }

    public IActionResult OnPostReturn(long number)
    {
        if (!Find(number) || !MayDecide) return NotFound();
        Wrong = string.IsNullOrWhiteSpace(Reason) ? "退回要写明还缺什么。" : null;
        return Wrong is null ? Decide(number, SuperviseSteps.Return) : Page();
    }

    public IActionResult OnPostClose(long number) => Decide(number, SuperviseSteps.Close);

    IActionResult Decide(long number, Verb verb) => Find(number) && MayDecide ? Answered(Acting.Do(Me, verb, Reason, ("NUMBER", $"{number}"))) : NotFound();

    IActionResult Answered(Answer answer)
    {
        Say(answer);
        return answer.ExitCode == 0 ? Redirect($"/targets/supervision/{Case.Order.Number}") : Page();
    }

    bool Find(long number)
    {
        if (Office.Warehouse.Marts.LastLoad() is not { } asOf) return false;
        if (Office.Warehouse.Marts.Supervisions(null, asOf.LoadId).FirstOrDefault(one => one.Order.Number == number) is not { } found || !Enter(found.Order.District)) return false;
        Case = found;
        return Reads(found.Order.OrgUnit);
    }
}
