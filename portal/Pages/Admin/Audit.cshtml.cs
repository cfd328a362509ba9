using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;
using Reporting.Portal.Web;
using Reporting.Warehouse;

namespace Reporting.Portal.Pages.Admin;

/// <summary>操作记录: every act with who, when, why and how it ended; by login, verb and day. Numbers that were decided are not shown: 管理 sees no figures.</summary>
[For(Role.admin)]
public sealed class AuditModel(Office office, Installation installation) : AdminPage(office)
{
    public const int PageSize = 100;

    [BindProperty(SupportsGet = true)] public string? Login { get; set; }
    [BindProperty(SupportsGet = true)] public string? Verb { get; set; }
    [BindProperty(SupportsGet = true)] public string? Day { get; set; }
    [BindProperty(SupportsGet = true)] public int Skip { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public bool HasMore { get; private set; }

    public IEnumerable<string> Verbs => installation.Verbs.Where(verb => verb.Decides).Select(verb => verb.Name).Order(StringComparer.Ordinal);

    public string WordsOf(string verb) => installation.Verbs.FirstOrDefault(one => one.Name == verb)?.Help ?? verb switch
    {
        "sign-in" => "登录",
        "change password" => "改密码",
        "token issue" => "新建接口令牌",
        "token revoke" => "收回接口令牌",
        _ => "",
    };

    public IActionResult OnGet()
    {
        if (!AdministersAll) return NotFound();
        (DateTimeOffset? from, DateTimeOffset? until) = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day is { Year: > 1900 and < 9000 }
            ? (Begin(day), Begin(day.AddDays(1))) : ((DateTimeOffset?)null, (DateTimeOffset?)null);
        Skip = Math.Clamp(Skip, 0, 1_000_000);
        var entries = Office.Operations.AuditEntries(PageSize + 1, Skip, Some(Login), Some(Verb), from, until);
        (Entries, HasMore) = ([.. entries.Take(PageSize)], entries.Count > PageSize);
        return Page();
    }

    /// <summary>What was asked, without the numbers of targets; whatever else it is, as it is kept.</summary>
    public static IEnumerable<string> Asked(AuditEntry entry)
    {
        using var asked = JsonDocument.Parse(entry.Arguments);
        return asked.RootElement.ValueKind != JsonValueKind.Object ? [entry.Arguments]
            : [.. asked.RootElement.EnumerateObject().Where(value => value.Value.ValueKind != JsonValueKind.Null).Select(value => $"{value.Name.TrimStart('-')} {(value.Name == "--value" ? "（不显示）" : InWords(value.Value))}".Trim())];
    }

    static string InWords(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join("、", value.EnumerateArray().Select(InWords)),
        JsonValueKind.Object => string.Join(" ", value.EnumerateObject().Select(part => InWords(part.Value))),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    static DateTimeOffset Begin(DateOnly day) => new(ShanghaiTime.ToUtc(day.ToDateTime(TimeOnly.MinValue)), TimeSpan.Zero);

    static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
