using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>What every page has at hand: the office, who asks, and how something is decided. It hooks into nothing.</summary>
public abstract class OfficePage(Office office) : PageModel
{
    const string SaidKey = "said", FailedKey = "failed";
    const int MostSaid = 800;

    public Office Office => office;
    public Caller Me => HttpContext.Caller()!;
    public Catalog Catalog => office.Warehouse.Definitions.Current;
    public DateOnly Today => ShanghaiTime.DateOf(office.Now);

    /// <summary>What the last act answered, shown once on the page that comes next.</summary>
    public string? Said => TempData[SaidKey] as string;

    /// <summary>What the last act refused.</summary>
    public string? Failed => TempData[FailedKey] as string;

    /// <summary>Who did it as people know them: the name with the post held today, where there is an account; the unit whose folder a file came out of; the system itself.</summary>
    public string PersonName(string? by) => by is null ? "" : (named ??= [])[by] = named.GetValueOrDefault(by) ?? (by == Login.OfSystem ? "系统" : office.Accounts.Named(by) is var name && name != by ? name : Catalog.OrgUnit(by)?.Name ?? by);

    Dictionary<string, string>? named;

    private protected KeptAnswers Kept => HttpContext.RequestServices.GetRequiredService<KeptAnswers>();

    private protected Acting Acting => new(office, HttpContext.Connection.RemoteIpAddress?.ToString());

    /// <summary>Decides by a verb; what it answers is said on the page that is shown next.</summary>
    /// <returns>Whether it was done.</returns>
    protected bool Act(Verb verb, string? reason, params (string Name, string? Value)[] values)
    {
        var answer = Acting.Do(Me, verb, reason, values);
        Say(answer);
        return answer.ExitCode == 0;
    }

    protected void Say(Answer answer)
    {
        var said = answer.Out.Trim();
        if (answer.ExitCode == 0) TempData[SaidKey] = Cut(said);
        else TempData[FailedKey] = Cut(answer.Error.Trim() is { Length: > 0 } error ? said.Length > 0 ? $"{error}\n{said}" : error : said);
    }

    // It waits in a cookie for the next page, and a browser that brings more than a server takes is signed out by it.
    static string Cut(string said) => said.Length <= MostSaid ? said : $"{said[..(said.LastIndexOf('\n', MostSaid) is > 0 and var line ? line : MostSaid)]}\n……";

    protected void SayDone(string sentence) => TempData[SaidKey] = Cut(sentence);

    protected void SayFailed(string sentence) => TempData[FailedKey] = Cut(sentence);

    /// <summary>Bytes to be saved, never to be shown by the browser. Who took which file away is kept.</summary>
    protected FileContentResult Download(byte[] bytes, string fileName)
    {
        Audit("download", fileName);
        return File(bytes, "application/octet-stream", fileName);
    }

    /// <summary>What no verb does.</summary>
    protected void Audit(string act, string? thing) => Office.Operations.Audit(new(
        Office.Time.GetUtcNow(), Me.Login, act, PrintedJson.Of(new { thing }), null, 0, null, HttpContext.Connection.RemoteIpAddress?.ToString()));
}
