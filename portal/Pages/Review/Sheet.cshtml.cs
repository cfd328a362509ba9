using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Review;

/// <summary>One submission for its reviewer: lines that changed, break a rule or do not tie; the others are folded.</summary>
[For(Role.reviewer)]
public sealed class SheetModel(Office office) : SheetPage(office)
{
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Line { get; set; }
    [BindProperty] public string? Until { get; set; }
    [BindProperty] public NamedAnswer Named { get; set; } = new();
    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];
    public AnswerContent Answer { get; private set; } = null!;
    public IReadOnlyList<ReviewedTable> Tables { get; private set; } = [];
    public IReadOnlyList<OpenWarning> Open { get; private set; } = [];
    public IReadOnlyList<TableDecision> Decisions { get; private set; } = [];
    public VoidRequest? Asked { get; private set; }
    public bool IsOwn { get; private set; }
    public bool HasMarks { get; private set; }
    public string? WrongForm { get; private set; }
    public string? Wrong { get; private set; }

    public bool Waits(TableState state) => Answer.Tables.Any(table => table.Table.State == state);
    public bool CanReturn => Waits(TableState.awaiting_review) || Waits(TableState.awaiting_explanation);
    public bool CanVoid => Answer.Tables.Any(table => table.Table.State is not (TableState.returned or TableState.withdrawn or TableState.voided or TableState.set_aside));

    public IActionResult OnGet(string receipt) => Read(receipt) ? Page() : NotFound();

    public IActionResult OnGetMarked(string receipt) => Read(receipt) && Marked(Answer.Submission, Audience.others) is { } marked
        ? Download(marked.Bytes, $"{receipt} {Path.GetFileNameWithoutExtension(Answer.Submission.FileName)}（审核）{marked.Extension}") : NotFound();

    public IActionResult OnPostAccept(string receipt) => Decide(receipt, ReviewAccept.Verb, "accept", needsReason: false);

    public IActionResult OnPostReturn(string receipt) => !Read(receipt) ? NotFound() : string.IsNullOrWhiteSpace(Reason) ? Again("return", "写明为什么退回，报送人按它改。")
        : Done(receipt, ReviewReturn.Verb, VoidWords.Returns.Contains(Code) && Code != "其他" ? $"{Code}：{Reason}" : Reason);

    public IActionResult OnPostExplain(string receipt) => Decide(receipt, ReviewExplain.Verb, "explain", needsReason: true, ("--code", Empty(Code)), ("--line", Empty(Line)), ("--until", Empty(Until)));

    public IActionResult OnPostConfirm(string receipt) => Decide(receipt, ReviewConfirm.Verb, "confirm", needsReason: false);

    public IActionResult OnPostVoid(string receipt) => Decide(receipt, VoidSubmission.Verb, "void", needsReason: true, ("--code", Empty(Code)));

    public IActionResult OnPostCancelVoid(string receipt) => Decide(receipt, VoidSubmission.Verb, "void", needsReason: true, ("--cancel", ""));

    /// <summary>代为确认: the same file goes its way again as its sender's, with the reviewer's answer.</summary>
    public async Task<IActionResult> OnPostNameAsync(string receipt)
    {
        if (!Read(receipt)) return NotFound();
        if (Named.Answers(Catalog, Units, out var wrong) is not { } answers) return Again("name", wrong!);
        var taken = await Uploads.Again(Office, HttpContext, Answer.Submission, answers);
        SayDone("已按你的答复重新读了这份文件。");
        return Redirect($"/review/{taken.Submission.Receipt}");
    }

    IActionResult Decide(string receipt, Verb verb, string form, bool needsReason, params (string, string?)[] values)
    {
        if (!Read(receipt)) return NotFound();
        return needsReason && string.IsNullOrWhiteSpace(Reason) ? Again(form, "要写明原因。") : Done(receipt, verb, Reason, values);
    }

    /// <summary>A verdict that comes with it is read on the page; what is said above it is one line.</summary>
    RedirectResult Done(string receipt, Verb verb, string? reason, params (string, string?)[] values)
    {
        var answer = Acting.Do(Me, verb, reason, [("RECEIPT", receipt), .. values]);
        if (answer.Error.Length > 0) Say(answer with { Out = "" });
        else SayDone(answer.Out.Contains("结论：", StringComparison.Ordinal) ? "已重新核对，结论见下。" : answer.Out.Trim());
        return Redirect($"/review/{receipt}");
    }

    PageResult Again(string form, string wrong)
    {
        (WrongForm, Wrong) = (form, wrong);
        return Page();
    }

    static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    bool Read(string receipt)
    {
        if (InScope.Submission(Office, Me, receipt, Role.reviewer) is not { } submission) return false;
        Answer = Standing.Of(Office.Warehouse, submission);
        Tables = [.. Answer.Tables.Select(table => ReviewedTable.Of(table, Office.Warehouse.Submissions.CellsOf(table.Table.TableId)))];
        Open = OpenWarning.In(Office.Warehouse, submission);
        Decisions = [.. Office.Warehouse.Reviews.DecisionsOf(submission.SubmissionId).Where(each => Answer.Tables.Any(table => table.Table.TableId == each.TableId))];
        Units = UnitsAs(Role.reviewer);
        Asked = Office.Warehouse.Reviews.VoidRequestOf(submission.SubmissionId);
        (IsOwn, HasMarks) = (ReviewSubmission.IsBy(Office.Warehouse, submission, Me.Login), Answer.Tables.Count > 0 && Answer.AllFindings.Any(finding => finding.Severity != Severity.info));
        return true;
    }
}
