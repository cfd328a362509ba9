using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Targets;

/// <summary>One task: what was told of it, with the files; reported by its departments or 审核, judged by 审核 who did not report it.</summary>
[For(Role.reviewer, Role.leader, Role.assessor, Role.reporter), RequestSizeLimit(WebOffice.MostEvidence)]
public sealed class TaskModel(Office office) : DistrictPage(office)
{
    public Commitment Commitment { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    internal TaskList.Listed Listed { get; private set; } = null!;

    [BindProperty] public string? State { get; set; }
    [BindProperty] public string? On { get; set; }
    [BindProperty] public string? Evidence { get; set; }
    [BindProperty] public string? Quarter { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public string? Verdict { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>What is missing of a report, told beside its field.</summary>
    public string? Wrong { get; private set; }

    public bool MayReport => MayDecide || Listed.Duties.Any(duty => SpeaksFor(duty.Department));

    /// <summary>Quarters that can be told of: from the plan's first year, the latest first.</summary>
    public IEnumerable<string> Quarters => Enumerable.Range(0, 8).Select(back => Day.AddMonths(-3 * back)).Where(day => day.Year >= Plan.FirstYear).Select(AskedTask.Quarter);

    public IActionResult OnGet(string commitment) => Find(commitment) ? Page() : NotFound();

    /// <summary>One of the task's own files, by its hash.</summary>
    public IActionResult OnGetFile(string commitment, string sha256) => Find(commitment) && Listed.Files.FirstOrDefault(file => file.Sha256 == sha256) is { } file
        ? Download(Office.Warehouse.Archive.Read(file.Sha256), file.FileName) : NotFound();

    public async Task<IActionResult> OnPostReportAsync(string commitment)
    {
        if (!Find(commitment) || !MayReport) return NotFound();
        Wrong = State == nameof(Reporting.Warehouse.Assessment.MilestoneProgress.reached) && Some(Evidence) is null && Files.Count == 0 ? "报完成要写明依据，或附上文件。" : Sent.WhyNot(Files);
        if (Wrong is not null) return Page();
        var files = new List<RequestFile>();
        foreach (var file in Files) files.Add(await Sent.File(file, "--file"));
        return Answered(Acting.Do(Me, TaskReport.Verb, Reason, files,
            ("COMMITMENT", commitment), ("--state", Some(State)), ("--on", Some(On)), ("--evidence", Some(Evidence)), ("--quarter", Some(Words) is null ? null : Some(Quarter)), ("--words", Some(Words))));
    }

    public IActionResult OnPostJudge(string commitment)
    {
        if (!Find(commitment) || !MayDecide) return NotFound();
        return Answered(Acting.Do(Me, TaskJudge.Verb, Reason, ("COMMITMENT", commitment), ("--verdict", Some(Verdict)), ("--on", Some(On))));
    }

    IActionResult Answered(Answer answer)
    {
        Say(answer);
        return answer.ExitCode == 0 ? Redirect($"/targets/tasks/{Commitment.Id}") : Page();
    }

    static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    bool Find(string id)
    {
        if (Promise(id) is not { Commitment.Kind: "milestone" } promise || AsOf is not { } asOf) return false;
        (Plan, Commitment) = promise;
        Listed = TaskList.Tasks(Office.Warehouse, Catalog, [Plan], asOf).First(task => task.Id == id);
        return ReadsAll || Listed.Duties.Any(duty => Reads(duty.Department));
    }
}
