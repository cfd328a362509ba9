namespace Reporting.Portal.Jobs;

/// <summary>Closes accounts that nobody has used for long.</summary>
static class CloseIdleAccountsJob
{
    public static JobKind Kind { get; } = new("close-idle-accounts", "停用 180 天没有人登录的账号，告诉管理员；最后一个管理员不停", "close accounts that nobody used for 180 days and tell the admins; never the last admin", Run);

    static Task<JobOutcome> Run(JobContext context)
    {
        var closed = context.Office.Accounts.CloseIdle();
        context.Log(closed.Select(login => $"{login} 已停用"));
        return Task.FromResult(JobOutcome.Of(new { closed }));
    }
}
