namespace Reporting.Portal.Commands;

/// <summary>A new account, perhaps with its first role at once.</summary>
static class UserAdd
{
    public static Verb Verb { get; } = new("user add", "建账号，给出一次性密码；可以同时给第一个角色", "make an account and tell its one-time password; perhaps with its first role")
    {
        Parameters =
        [
            AskedAccount.Login,
            new("--name", ParameterKind.Text, "姓名", "name") { Required = true, Shape = "NAME" },
            new("--mail", ParameterKind.Text, "邮箱，通知和报告发到这里", "address that notices and workbooks go to") { Shape = "MAIL" },
            .. AskedAccount.GrantOptions(needsRole: false),
        ],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        // A role that cannot be given leaves no account behind.
        var (first, login) = (AskedAccount.GrantOf(request, office), request["LOGIN"]!.Trim());
        var password = office.Accounts.Add(login, request["--name"]!, request["--mail"], request.By);
        var grants = first is null ? [] : new[] { office.Accounts.AddGrant(first) };
        return AskedAccount.Told(request, office, login, password,
            $"已建账号 {login}（{request["--name"]!.Trim()}）{(first is null ? "；还没有角色，用 user grant 给" : "：")}", $"Account {login} is made{(first is null ? "; it has no role yet: see user grant." : ":")}", grants);
    }
}
