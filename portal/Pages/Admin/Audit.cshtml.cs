using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Keeping;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;
using Reporting.Warehouse;

namespace Reporting.Portal.Pages.Admin;

/// <summary>操作记录: every act with who, when, why and how it ended; by login, verb and day. Numbers that were decided are not shown: 管理 sees no figures.</summary>
[For(Role.admin)]
public sealed class AuditModel(Office office, Installation installation) : AdminPage(office)
{
    public const int PageSize = 100, MostInFile = 100_000;

    [BindProperty(SupportsGet = true)] public string? Login { get; set; }
    [BindProperty(SupportsGet = true)] public string? Verb { get; set; }
    [BindProperty(SupportsGet = true)] public string? Day { get; set; }
    [BindProperty(SupportsGet = true)] public string? To { get; set; }
    [BindProperty(SupportsGet = true)] public int Skip { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public bool HasMore { get; private set; }

    public IEnumerable<string> Verbs => AuditWords.Acts.Keys.Concat(installation.Verbs.Where(verb => verb.Decides).Select(verb => verb.Name).Order(StringComparer.Ordinal));

    public string WordsOf(string verb) => AuditWords.OnAccounts.GetValueOrDefault(verb) ?? installation.Verbs.FirstOrDefault(one => one.Name == verb)?.Help ?? AuditWords.Acts.GetValueOrDefault(verb, verb);

    public static string Ended(AuditEntry entry) => entry.ExitCode switch { 0 => "办成", 1 => "没有办成", 2 => "要求不对", _ => "拒绝" };

    public IActionResult OnGet()
    {
        if (!Me.AdministersAll) return NotFound();
        Skip = Math.Clamp(Skip, 0, 1_000_000);
        var entries = Read(PageSize + 1, Skip);
        (Entries, HasMore) = ([.. entries.Take(PageSize)], entries.Count > PageSize);
        return Page();
    }

    /// <summary>What was asked for, as a file for whoever examines it.</summary>
    public IActionResult OnGetFile()
    {
        if (!Me.AdministersAll) return NotFound();
        var entries = Read(MostInFile + 1, 0);
        var lines = entries.Take(MostInFile).Select(entry => (string?[])[ShanghaiTime.PrintSeconds(entry.At.UtcDateTime), entry.Login, AuditWords.Where(entry), WordsOf(entry.Verb), string.Join("；", AuditWords.Asked(entry)), entry.Reason, Ended(entry), AuditWords.Message(entry.Message)])
            .Prepend(["时间", "账号", "地址", "办什么", "内容", "原因", "结果", "说明"]).Concat(entries.Count > MostInFile ? [[$"只取了最近的 {MostInFile} 条；更早的请缩短日期另取。"]] : []);
        return Download(Encoding.UTF8.GetBytes("\ufeff" + string.Concat(lines.Select(line => Csv.Line(line) + "\r\n"))), $"操作记录 {Day ?? "全部"}{(To is { Length: > 0 } to ? $"—{to}" : "")}.csv");
    }

    IReadOnlyList<AuditEntry> Read(int most, int skip)
    {
        var (first, last) = (DayOf(Day), DayOf(To) ?? DayOf(Day));
        return Office.Operations.AuditEntries(most, skip, Some(Login), Some(Verb), first is { } from ? Begin(from) : null, last is { } until ? Begin(until.AddDays(1)) : null);
    }

    static DateOnly? DayOf(string? given) => DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day is { Year: > 1900 and < 9000 } ? day : null;

    static DateTimeOffset Begin(DateOnly day) => new(ShanghaiTime.ToUtc(day.ToDateTime(TimeOnly.MinValue)), TimeSpan.Zero);

    static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
