using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Submit;

/// <summary>报送: files are dropped here and answered; neither form nor period is asked for first.</summary>
[For(Role.reporter), RequestSizeLimit(WebOffice.MostUpload)]
public sealed class IndexModel(Office office) : SheetPage(office)
{
    public const int MostDue = 60, MostSheets = 40, MostCards = 200;

    /// <summary>The receipts of what was just sent.</summary>
    [BindProperty(SupportsGet = true)] public string? R { get; set; }
    [BindProperty] public string? Org { get; set; }
    public string? Wrong { get; private set; }
    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];
    public IReadOnlyList<AnswerContent> Cards { get; private set; } = [];
    public IReadOnlyList<UnitPeriodStatus> Due { get; private set; } = [];
    public IReadOnlyList<SubmissionRow> Back { get; private set; } = [];
    public IReadOnlyList<SubmissionRow> Sheets { get; private set; } = [];

    public void OnGet() => Read();

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        var mine = UnitsAs(Role.reporter);
        var unit = string.IsNullOrEmpty(Org) ? null : mine.FirstOrDefault(each => each.Code == Org);
        if (!string.IsNullOrEmpty(Org) && unit is null) return NotFound();
        if (files.Count == 0) return Again("还没有选文件。把文件拖到框里，或点“选择文件”。");
        if (files.FirstOrDefault(file => file.Length == 0) is { } empty) return Again($"“{UploadedFile.NameOf(empty.FileName)}”是空的（0 字节），一份都没有收。请检查后重选。");
        var answers = await Uploads.Take(Office, HttpContext, LoginChannel.Page, [.. files.Select(UploadedFile.Of)], unit);
        if (answers.Count > MostCards) SayDone($"收到 {answers.Count} 份，这里列出前 {MostCards} 份；其余的在“报送历史”里。");
        return Redirect($"/submit?r={string.Join(',', answers.Select(answer => answer.Submission.Receipt).Distinct().Take(MostCards))}");
    }

    PageResult Again(string wrong)
    {
        Wrong = wrong;
        Read();
        return Page();
    }

    void Read()
    {
        Units = UnitsAs(Role.reporter);
        Cards = [.. (R ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(MostCards).Select(receipt => InScope.Submission(Office, Me, receipt, Role.reporter)).OfType<Submission>()
            .Select(submission => Standing.Of(Office.Warehouse, submission))];
        Due = [.. StatusOf(Units).Where(IsOpen).OrderByDescending(row => row.PastDue).ThenByDescending(row => row.DueDate).ThenBy(row => row.OrgUnit, StringComparer.Ordinal)];
        Back = BackOf(Units);
        Sheets = Kept.Sheets(Office, Units.Select(unit => unit.Code), Me.Login, MostSheets);
    }
}
