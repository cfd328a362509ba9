using System.Globalization;
using System.Text.Json.Nodes;
using Reporting.Portal.Jobs;
using Reporting.Warehouse;

namespace Reporting.Portal.Accounts;

/// <summary>What all admins are told: who was given power over the system or a view of its figures, whose password another has set, and whose account was closed because nobody used it.</summary>
static class AdminNotices
{
    public const string GrantedKind = "power_granted", ClosedKind = "account_closed", ResetKind = "password_reset", EndedKind = "power_ended";

    /// <summary>Of these the admins hear: all that reach beyond one unit, for an admin who gives themselves figures does it by another's name.</summary>
    public static bool IsTold(Role role) => role != Role.reporter;

    public static Notice Granted(Grant grant, string name, DateTimeOffset now) => Of(
        string.Create(CultureInfo.InvariantCulture, $"{GrantedKind}:{grant.GrantId}"), GrantedKind, $"{grant.Role.Chinese()}权限给了 {name}（{grant.Login}，授权 {grant.GrantId} 号）", grant.Login,
        $"{grant.GrantedBy} 于 {ShanghaiTime.Print(grant.GrantedAt.UtcDateTime)} 把“{grant.Role.Chinese()}”给了 {name}（{grant.Login}），从 {grant.From:yyyy-MM-dd} 起{(grant.To is { } to ? $"，到 {to:yyyy-MM-dd} 止" : "")}。\n不该给的，收回：reporting user revoke {grant.GrantId}\n", now);

    public static Notice Ended(Grant grant, string name, string by, DateTimeOffset now) => Of(
        string.Create(CultureInfo.InvariantCulture, $"{EndedKind}:{grant.GrantId}:{grant.To:yyyyMMdd}"), EndedKind, $"{grant.Role.Chinese()}权限收回：{name}（{grant.Login}，授权 {grant.GrantId} 号）", grant.Login,
        $"{by} 于 {ShanghaiTime.Print(now.UtcDateTime)} 收回了 {name}（{grant.Login}）的“{grant.Role.Chinese()}”{(grant.To >= ShanghaiTime.DateOf(now.UtcDateTime) ? $"，到 {grant.To:yyyy-MM-dd} 止" : "，马上停止")}。\n不该收的，重新给：reporting user grant {grant.Login}\n", now);

    public static Notice Closed(Account account, string because, DateTimeOffset now) => Of(
        string.Create(CultureInfo.InvariantCulture, $"{ClosedKind}:{account.Login}:{now:yyyyMMdd}"), ClosedKind, $"账号停用：{account.Name}（{account.Login}）", account.Login,
        $"{account.Name}（{account.Login}）{because}，账号已停用。\n还要用的，重新启用：reporting user reopen {account.Login}\n", now);

    public static Notice Reset(Account account, string by, DateTimeOffset now) => Of(
        string.Create(CultureInfo.InvariantCulture, $"{ResetKind}:{account.Login}:{now:yyyyMMddHHmmss}"), ResetKind, $"密码重置：{account.Name}（{account.Login}，{ShanghaiTime.PrintSeconds(now.UtcDateTime).Replace(':', '.')}）", account.Login,
        $"{by} 于 {ShanghaiTime.Print(now.UtcDateTime)} 重置了 {account.Name}（{account.Login}）的密码。\n本人没有要求的，请停用该账号并查操作记录：reporting user close {account.Login}\n", now);

    // It lies with what operations are told, for the box has no folder of the admins' own.
    static Notice Of(string key, string kind, string subject, string login, string words, DateTimeOffset now) =>
        new(key, kind, null, CheckWarehouseJob.Operations, null, subject, new JsonObject { ["login"] = login, ["words"] = words }.ToJsonString(PrintedJson.Options), now.UtcDateTime);
}
