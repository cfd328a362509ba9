using System.Globalization;
using Reporting.Portal.Accounts;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>What verbs about accounts share: who is named, which role, where and from when; and how grants are told.</summary>
static class AskedAccount
{
    public static readonly Parameter Login = new("LOGIN", ParameterKind.Text, "账号", "login") { Required = true };
    public static readonly Parameter GrantNumber = new("GRANT", ParameterKind.Text, "授权号，见 user list", "number of the grant, as user list shows it") { Required = true };

    static readonly Parameter Role = new("--role", ParameterKind.Text, "角色：填报 审核 领导 考核 管理 运维", "role") { Choices = [.. RoleWords.All.SelectMany(role => new[] { $"{role}", role.Chinese() })] };

    /// <summary>A role and its scope; the role is needed where that is all that is said.</summary>
    public static IReadOnlyList<Parameter> GrantOptions(bool needsRole) =>
    [
        Role with { Required = needsRole },
        new("--district", ParameterKind.Text, "只在这个区；不写为各区", "of this district only; of all without it") { Shape = "CODE" },
        new("--org", ParameterKind.Text, "填报单位", "the unit that a reporter reports for") { Shape = "CODE" },
        new("--post", ParameterKind.Text, "岗位，签字时用", "post to sign with") { Shape = "TEXT" },
        new("--from", ParameterKind.Text, "从哪天起，默认今天", "first day, today by default") { Shape = "YYYY-MM-DD" },
        new("--to", ParameterKind.Text, "到哪天止，默认不限", "last day, without end by default") { Shape = "YYYY-MM-DD" },
    ];

    /// <summary>The grant that is asked for, checked; null where no role is named.</summary>
    public static Grant? GrantOf(Request request, Office office)
    {
        if (request["--role"] is not { } given)
            return new[] { "--district", "--org", "--post", "--from", "--to" }.FirstOrDefault(request.Has) is { } alone ? throw new MisuseException($"{alone} 要和 --role 一起写。", $"{alone} goes with --role.") : null;
        var catalog = office.Warehouse.Definitions.Current;
        var district = request["--district"] is null ? null : Asked.District(request, catalog).Code;
        var today = ShanghaiTime.DateOf(office.Now);
        return office.Accounts.Checked(new(0, request["LOGIN"]!, RoleWords.All.First(role => given == $"{role}" || given == role.Chinese()), district, Asked.Unit(request, catalog, district)?.Code,
            request["--post"], Deciding.Day(request, "--from", today), request.Has("--to") ? Deciding.Day(request, "--to", today) : null, request.By, office.Time.GetUtcNow()));
    }

    public static long Number(string given) => long.TryParse(given.TrimEnd('号').TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new MisuseException($"“{given}”不是授权号；号码见 user list。", $"'{given}' is no number of a grant; see user list.");

    public static object Printed(Grant grant) => new
    {
        Id = grant.GrantId, grant.Login, grant.Role, grant.District, grant.Unit, grant.Post, grant.From, grant.To, grant.GrantedBy, grant.GrantedAt,
    };

    public static string InWords(Grant grant, Office office)
    {
        var catalog = office.Warehouse.Definitions.Current;
        var place = grant.Unit is { } unit ? catalog.OrgUnit(unit)?.Name ?? unit : grant.District is { } district ? catalog.District(district)?.Name ?? district : grant.Role.KeepsTheSystem() ? "" : "各区";
        var time = grant.To is { } to ? $"{grant.From:yyyy-MM-dd} 至 {to:yyyy-MM-dd}" : $"{grant.From:yyyy-MM-dd} 起";
        return string.Join(' ', new[] { $"{grant.GrantId} 号", grant.Role.Chinese(), place, grant.Post ?? "", time }.Where(words => words.Length > 0));
    }

    /// <summary>A password for once, told to whoever will hand it on.</summary>
    public static Answer Told(Request request, Office office, string login, string password, string zh, string en, IReadOnlyList<Grant> grants)
    {
        var until = office.Time.GetUtcNow() + AccountBook.OneTimePasswordHolds;
        return request.Json ? Answer.Document(new { login, one_time_password = password, expires_at = until, grants = grants.Select(Printed) }) : Answer.Done(request.Say(
            $"{zh}{string.Concat(grants.Select(grant => $"\n  {InWords(grant, office)}"))}\n一次性密码：{password}\n只显示这一次；{ShanghaiTime.Print(until.UtcDateTime)} 前登录并改掉。",
            $"{en}{string.Concat(grants.Select(grant => $"\n  {InWords(grant, office)}"))}\nOne-time password: {password}\nShown this once; sign in and change it by {ShanghaiTime.Print(until.UtcDateTime)}."));
    }
}
