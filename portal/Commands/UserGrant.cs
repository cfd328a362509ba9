namespace Reporting.Portal.Commands;

/// <summary>Gives a role from a day to a day, and ends it.</summary>
static class UserGrant
{
    public static Verb Verb { get; } = new("user grant", "给账号一个角色：在哪个区、哪个单位、什么岗位、从哪天到哪天", "give somebody a role: where, at which post, from when to when")
    {
        Parameters = [AskedAccount.Login, .. AskedAccount.GrantOptions(needsRole: true)],
        Run = Grant,
        Decides = true,
    };

    public static Verb Revoke { get; } = new("user revoke", "收回一个角色：马上，或到哪天止；记录留着", "end a role: at once, or with a day; it stays as history")
    {
        Parameters = [AskedAccount.GrantNumber, new("--last-day", ParameterKind.Text, "最后一天；不写马上停", "its last day; at once without it") { Shape = "YYYY-MM-DD" }],
        Run = End,
        Decides = true,
    };

    static Answer Grant(Request request, Office office)
    {
        var grant = office.Accounts.AddGrant(AskedAccount.GrantOf(request, office)!);
        return request.Json ? Answer.Document(AskedAccount.Printed(grant)) : Answer.Done(request.Say($"{grant.Login} 已有：{AskedAccount.InWords(grant, office)}。", $"{grant.Login} holds {grant.Role} (grant {grant.GrantId})."));
    }

    static Answer End(Request request, Office office)
    {
        DateOnly? last = request.Has("--last-day") ? Deciding.Day(request, "--last-day", default) : null;
        var grant = office.Accounts.EndGrant(AskedAccount.Number(request["GRANT"]!), last, request.By);
        return request.Json ? Answer.Document(AskedAccount.Printed(grant)) : Answer.Done(request.Say(
            $"{grant.Login} 的授权 {grant.GrantId} 号（{Accounts.RoleWords.Chinese(grant.Role)}）{(last is null ? "已收回" : $"到 {grant.To:yyyy-MM-dd} 止")}。", $"Grant {grant.GrantId} ({grant.Role}) of {grant.Login} {(last is null ? "has ended" : $"ends with {grant.To:yyyy-MM-dd}")}."));
    }
}
