using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Portal.Pages.Review;

/// <summary>审核: what waits, the longest waiting first; clean sheets are accepted together.</summary>
[For(Role.reviewer)]
public sealed class IndexModel(Office office) : SheetPage(office)
{
    public const int Most = 200;

    [BindProperty(SupportsGet = true)] public string? District { get; set; }
    [BindProperty(SupportsGet = true)] public string? State { get; set; }
    public IReadOnlyList<District> Districts { get; private set; } = [];
    public IReadOnlyList<WaitingTable> Waiting { get; private set; } = [];
    public IReadOnlyList<OpenVoidRequest> Voids { get; private set; } = [];
    public int Total { get; private set; }

    public static IReadOnlyList<TableState> States { get; } = [TableState.awaiting_review, TableState.awaiting_explanation, TableState.unclear];

    /// <summary>All of the submission waits for nothing but a review, and nothing in it warns but that its period is locked, for which a reason was given.</summary>
    public bool IsClean(WaitingTable table) => clean.Contains(table.Receipt);

    HashSet<string> clean = [];

    public static bool IsPlain(WaitingTable table) => table.Codes is null || table.Codes == RuleTexts.PeriodLocked.Code;

    public IActionResult OnGet() => Read() ? Page() : NotFound();

    public IActionResult OnPost(List<string> receipts, string? reason)
    {
        if (!Read()) return NotFound();
        if (receipts.Count == 0) { SayFailed("还没有勾选。勾上要通过的报表，再点“批量通过”。"); return Back(); }
        var asked = receipts.Distinct().Take(Most).ToList();
        // All are looked at before one is accepted: one that is not theirs is as good as not there.
        if (asked.Any(receipt => InScope.Submission(Office, Me, receipt, Role.reviewer) is null)) return NotFound();
        var answers = asked.Select(receipt => (Receipt: receipt, Answer: clean.Contains(receipt) ? Acting.Do(Me, ReviewAccept.Verb, reason, ("RECEIPT", receipt))
            : Answer.Refused("", $"{receipt} 已不是无异常的待审核报表，请单独打开看。"))).ToList();
        var done = answers.Count(each => each.Answer.ExitCode == 0);
        if (done > 0) SayDone($"已通过 {done} 份，数据已入库。");
        if (done < answers.Count) SayFailed($"{answers.Count - done} 份没有通过：\n{string.Join('\n', answers.Where(each => each.Answer.ExitCode != 0).Select(each => each.Answer.Error.Trim()))}");
        return Back();
    }

    RedirectResult Back() => Redirect($"/review?district={Uri.EscapeDataString(District ?? "")}&state={Uri.EscapeDataString(State ?? "")}");

    bool Read()
    {
        Districts = [.. Catalog.Districts.Where(district => UnitsAs(Role.reviewer).Any(unit => unit.District == district.Code))];
        if (string.IsNullOrEmpty(District)) District = Districts is [var first, ..] ? first.Code : null;
        if (District is null) return true;
        if (Districts.All(known => known.Code != District)) return false;
        TableState? state = Enum.TryParse<TableState>(State, out var named) && States.Contains(named) ? named : null;
        // Whether a sheet is clean is told by all of its tables, also by those that are not shown.
        var all = Kept.Waiting(Office, District).Where(Reaches).ToList();
        clean = [.. all.GroupBy(table => table.Receipt).Where(sheet => sheet.All(each => each is { State: TableState.awaiting_review, Unexplained: 0 } && IsPlain(each))).Select(sheet => sheet.Key)];
        var asked = all.Where(table => state is null || table.State == state).ToList();
        (Total, Waiting) = (asked.Count, [.. asked.Take(Most)]);
        if (Me.Covers(District, Role.reviewer)) Voids = Office.Warehouse.Reviews.VoidRequests(District);
        return true;
    }

    bool Reaches(WaitingTable table) => table.OrgUnit is { } unit ? Me.CoversUnit(District!, unit, Role.reviewer) : Me.Covers(District!, Role.reviewer);
}
