using Microsoft.AspNetCore.Mvc;
using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Portal.Accounts;
using Reporting.Portal.Web;
using Reporting.Warehouse;

namespace Reporting.Portal.Pages.Submit;

/// <summary>零报告: a named person states that nothing occurred.</summary>
[For(Role.reporter)]
public sealed class NilModel(Office office) : AskedSheetPage(office)
{
    protected override IReadOnlyList<Role> Choosing => [Role.reporter];

    public string? Wrong { get; private set; }
    public string? Reason { get; private set; }

    public IActionResult OnGet(string? form, string? org, string? period) => Choose(form, org, period) ? Page() : NotFound();

    /// <summary>The statement is a file like any other: it goes the way of an upload and is answered by its receipt.</summary>
    public async Task<IActionResult> OnPostAsync(string? form, string? org, string? period, string? reason)
    {
        if (!Choose(form, org, period)) return NotFound();
        Reason = reason;
        Wrong = string.IsNullOrEmpty(form) || Unit is null ? "选一张报表。" : Asked is null ? $"“{period}”不是报告期；写成 2022、2022-Q1 或 2022-03。" : null;
        if (Wrong is not null) return Page();
        var statement = new NilReturn(form!, Unit!.Code, $"{Asked}", Me.Login, string.IsNullOrWhiteSpace(reason) ? null : OneLine.Of(reason).Trim()).AsBytes();
        var file = new UploadedFile($"零报告 {Unit.Name} {form} {Asked}.json", statement.LongLength, () => new MemoryStream(statement));
        var answers = await Uploads.Take(Office, HttpContext, LoginChannel.Page, [file], Unit);
        return Redirect($"/submit/{answers[0].Submission.Receipt}");
    }
}
