namespace Reporting.Portal.Commands;

/// <summary>Closes an account for good or for a while: the login stays taken, for it stands in what was decided.</summary>
static class UserClose
{
    public static Verb Verb { get; } = new("user close", "停用账号：不能再登录，令牌失效；账号名和记录留着", "close an account: nobody signs in with it, its tokens end; the login stays taken")
    {
        Parameters = [AskedAccount.Login],
        Run = Close,
        Decides = true,
        NeedsReason = true,
    };

    public static Verb Reopen { get; } = new("user reopen", "重新启用停用的账号，给出一次性密码", "open a closed account again and tell its one-time password") { Parameters = [AskedAccount.Login], Run = Open, Decides = true };

    static Answer Close(Request request, Office office)
    {
        var login = request["LOGIN"]!.Trim();
        office.Accounts.Close(login, Deciding.Reason(request));
        return request.Json ? Answer.Document(new { login, closed = true }) : Answer.Done(request.Say($"账号 {login} 已停用。", $"The account {login} is closed."));
    }

    static Answer Open(Request request, Office office)
    {
        var login = request["LOGIN"]!.Trim();
        return AskedAccount.Told(request, office, login, office.Accounts.Reopen(login), $"账号 {login} 已重新启用。", $"The account {login} is open again.", []);
    }
}
