namespace Reporting.Portal.Commands;

/// <summary>For a forgotten password, and for the admin who lost the first one: whoever can use the command line on the machine may.</summary>
static class UserReset
{
    public static Verb Verb { get; } = new("user reset", "重置密码，给出一次性密码；各处登录一律退出，令牌一律收回", "another one-time password; signed out everywhere, tokens revoked") { Parameters = [AskedAccount.Login], Run = Run, Decides = true };

    static Answer Run(Request request, Office office)
    {
        var login = request["LOGIN"]!.Trim();
        return AskedAccount.Told(request, office, login, office.Accounts.Reset(login, request.By), $"账号 {login} 的密码已重置，各处登录已退出，令牌已收回。", $"The password of {login} is reset; it is signed out everywhere and its tokens are revoked.", []);
    }
}
