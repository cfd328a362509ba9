using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Submit;

/// <summary>One submission for its sender: what it was read as, what is wrong where, and what to do now.</summary>
[For(Role.reporter)]
public sealed class SheetModel(Office office) : SheetPage(office)
{
    [BindProperty] public List<GivenAnswer> Reasons { get; set; } = [];
    [BindProperty] public NamedAnswer Named { get; set; } = new();
    [BindProperty] public string? Reason { get; set; }
    public AnswerContent Answer { get; private set; } = null!;
    public IReadOnlyList<OpenWarning> Open { get; private set; } = [];
    public IReadOnlyList<TableDecision> Decisions { get; private set; } = [];
    public bool AsksBlanks { get; private set; }
    public bool HasMarks { get; private set; }
    public string? Barred { get; private set; }
    public string? WrongName { get; private set; }
    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];

    public bool CanWithdraw => Barred is null && Answer.Tables.Any(table => table.Table.State is TableState.loaded or TableState.superseded or TableState.unclear or TableState.awaiting_explanation or TableState.awaiting_review);

    public IActionResult OnGet(string receipt) => Read(receipt) ? Page() : NotFound();

    public IActionResult OnGetMarked(string receipt)
    {
        if (!Read(receipt)) return NotFound();
        return Marked(Answer.Submission, Audience.sender) is { } marked
            ? Download(marked.Bytes, $"{receipt} {Path.GetFileNameWithoutExtension(Answer.Submission.FileName)}（审核）{marked.Extension}") : NotFound();
    }

    public IActionResult OnGetReceipt(string receipt) =>
        Read(receipt) ? Download(Encoding.UTF8.GetBytes("\ufeff" + AnswerText.InWords(Answer)), $"{receipt} 回执.txt") : NotFound();

    // Of a list of persons no copy leaves the archive.
    public bool HasOriginal => !Answer.AllFindings.Any(finding => finding.Code == "personal_ledger");

    public IActionResult OnGetOriginal(string receipt) =>
        Read(receipt) && HasOriginal ? Download(Office.Warehouse.Archive.Read(Answer.Submission.Sha256), Answer.Submission.FileName) : NotFound();

    /// <summary>The reasons that were written; what was refused stays in its field with why.</summary>
    public IActionResult OnPostExplain(string receipt)
    {
        if (!Read(receipt)) return NotFound();
        var given = Reasons.Where(each => !string.IsNullOrWhiteSpace(each.Words)).ToList();
        if (given.Count == 0) return Again("explain", "还没有写原因。属实的数，写明为什么；有误的，改好重新报送。");
        foreach (var each in given)
        {
            var answer = Acting.Do(Me, ReviewExplain.Verb, each.Words, ("RECEIPT", receipt), ("--code", each.Code), ("--line", each.Line));
            each.Wrong = answer.ExitCode is 1 or 2 || answer.Error.Length > 0 ? answer.Error : null;
        }
        if (given.Any(each => each.Wrong is not null)) { Read(receipt); return Page(); }
        return Told(receipt, $"已登记 {given.Count} 处原因，重新核对完毕。");
    }

    public IActionResult OnPostConfirm(string receipt)
    {
        if (!Read(receipt)) return NotFound();
        var answer = Acting.Do(Me, ReviewConfirm.Verb, null, ("RECEIPT", receipt));
        if (answer.Error.Length == 0 && answer.ExitCode is 0 or 3) return Told(receipt, "已确认空白的格是 0，重新核对完毕。");
        Say(answer);
        return Redirect($"/submit/{receipt}");
    }

    /// <summary>What was asked of form, unit and period is answered: the same file goes the way again with the answer.</summary>
    public async Task<IActionResult> OnPostNameAsync(string receipt)
    {
        if (!Read(receipt)) return NotFound();
        if (Named.Answers(Catalog, Units, out var wrong) is not { } answers) return Again("name", wrong);
        var taken = await Uploads.Again(Office, HttpContext, Answer.Submission, answers);
        SayDone("已按你的答复重新读了这份文件。");
        return Redirect($"/submit/{taken.Submission.Receipt}");
    }

    public IActionResult OnPostWithdraw(string receipt)
    {
        if (!Read(receipt)) return NotFound();
        if (string.IsNullOrWhiteSpace(Reason)) return Again("withdraw", "要写明撤回的原因。");
        Act(Withdraw.Verb, Reason, ("RECEIPT", receipt));
        return Redirect($"/submit/{receipt}");
    }

    public string? WrongAt(string form) => wrongForm == form ? wrongWords : null;

    string? wrongForm, wrongWords;

    PageResult Again(string form, string? words)
    {
        (wrongForm, wrongWords) = (form, words);
        return Page();
    }

    RedirectResult Told(string receipt, string done)
    {
        SayDone($"{done}{AnswerText.VerdictInWords(Standing.Of(Office.Warehouse, Office.Warehouse.Submissions.Find(receipt)!))}");
        return Redirect($"/submit/{receipt}");
    }

    bool Read(string receipt)
    {
        if (InScope.Submission(Office, Me, receipt, Role.reporter) is not { } submission) return false;
        Answer = Standing.Of(Office.Warehouse, submission);
        Units = UnitsAs(Role.reporter);
        Open = OpenWarning.In(Office.Warehouse, submission);
        Decisions = [.. Office.Warehouse.Reviews.DecisionsOf(submission.SubmissionId).Where(each => each.Reason is not null && Answer.Tables.Any(table => table.Table.TableId == each.TableId))];
        AsksBlanks = ReviewSubmission.Blank(Office.Warehouse, submission).Count > 0;
        HasMarks = Answer.AllFindings.Any(finding => finding.Severity != Severity.info) && Answer.Tables.Count > 0;
        Barred = TakeBack.Barred(Office.Warehouse, submission, Today)?.Zh;
        return true;
    }
}
