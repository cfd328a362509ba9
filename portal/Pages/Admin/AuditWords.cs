using System.Text.Json;
using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;

namespace Reporting.Portal.Pages.Admin;

/// <summary>What was done, in the words of whoever reads the audit. Kept are the names that verbs and their parameters have.</summary>
static class AuditWords
{
    /// <summary>What no verb does.</summary>
    public static IReadOnlyDictionary<string, string> Acts { get; } = new Dictionary<string, string>
    {
        ["sign-in"] = "登录", ["sign-out"] = "退出", ["sign-out all"] = "在各处退出", ["change password"] = "改密码", ["download"] = "下载文件",
        ["issue token"] = "新建接口令牌", ["revoke token"] = "收回接口令牌", ["first account"] = "首次启动，建管理员", ["close idle account"] = "停用久未登录的账号",
    };

    /// <summary>What the verbs on accounts do, shorter than their help.</summary>
    public static IReadOnlyDictionary<string, string> OnAccounts { get; } = new Dictionary<string, string>
    {
        ["user add"] = "建账号", ["user grant"] = "给角色", ["user revoke"] = "收回角色", ["user hand-over"] = "交接", ["user reset"] = "重置密码", ["user close"] = "停用账号", ["user reopen"] = "重新启用账号",
    };

    /// <summary>The address of a browser or a program; without one it was typed on the server itself.</summary>
    public static string Where(AuditEntry entry) => entry.FromAddress ?? (entry.Login == Warehouse.Login.OfSystem ? "" : "服务器命令行");

    static readonly Dictionary<string, string> Parts = new()
    {
        ["login"] = "账号", ["from"] = "从", ["to"] = "到", ["role"] = "角色", ["district"] = "区", ["org"] = "单位", ["post"] = "岗位", ["grant"] = "授权号", ["name"] = "姓名", ["mail"] = "邮箱", ["on"] = "日期", ["last-day"] = "最后一天",
        ["form"] = "报表", ["period"] = "报告期", ["files"] = "文件", ["file"] = "文件", ["receipt"] = "回执号", ["receipts"] = "回执号", ["code"] = "代码", ["until"] = "到哪天", ["year"] = "年度", ["through"] = "截至",
        ["commitment"] = "承诺", ["value"] = "数值", ["document"] = "文号", ["report"] = "报告", ["id"] = "编号", ["run"] = "运行", ["edition"] = "期次", ["token"] = "令牌", ["thing"] = "内容", ["words"] = "写法", ["person"] = "签认人", ["reason"] = "原因",
    };

    static readonly Dictionary<string, string> Messages = new()
    {
        ["wrong"] = "密码不对", ["locked"] = "已锁定", ["closed"] = "账号已停用", ["no_grant"] = "没有角色", ["expired"] = "一次性密码已过期", ["rules"] = "新密码不合要求",
    };

    public static string Message(string? kept) => kept is null ? "" : Messages.GetValueOrDefault(kept, kept);

    /// <summary>What was asked, without the numbers of targets; whatever else it is, as it is kept.</summary>
    public static IEnumerable<string> Asked(AuditEntry entry)
    {
        using var asked = JsonDocument.Parse(entry.Arguments);
        return asked.RootElement.ValueKind != JsonValueKind.Object ? [entry.Arguments]
            : [.. asked.RootElement.EnumerateObject().Where(value => value.Value.ValueKind != JsonValueKind.Null).Select(value => $"{Part(value.Name)} {(value.Name == "--value" ? "（不显示）" : value.Name == "--role" ? Roles(InWords(value.Value)) : InWords(value.Value))}".Trim())];
    }

    /// <summary>The number of the grant that an act was about; null: it was about something else.</summary>
    public static string? OfGrant(AuditEntry entry)
    {
        using var asked = JsonDocument.Parse(entry.Arguments);
        return asked.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("GRANT", out var number) ? InWords(number) : null;
    }

    static string Part(string name) => Parts.GetValueOrDefault(name.TrimStart('-').ToLowerInvariant(), name.TrimStart('-'));

    static string Roles(string kept) => string.Join('、', kept.Split('、').Select(one => Enum.TryParse<Role>(one, out var role) ? role.Chinese() : one));

    static string InWords(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join("、", value.EnumerateArray().Select(InWords)),
        JsonValueKind.Object => string.Join(" ", value.EnumerateObject().Select(part => InWords(part.Value))),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
