using Reporting.Warehouse;

namespace Reporting.Portal.Accounts;

/// <summary>
/// wrong: the password, or there is no such login; locked: too many wrong ones; closed: the account is; no_grant: nothing is granted today;
/// expired: the one-time password is too old.
/// </summary>
public enum SignInState { signed_in, wrong, locked, closed, no_grant, expired }

/// <summary>How an attempt to sign in ended. Closed, no grant and expired are told only to who knows the password.</summary>
public sealed record SignInAnswer(SignInState State, Account? Account = null, DateTimeOffset? LockedUntil = null)
{
    public bool IsIn => State == SignInState.signed_in;

    /// <summary>One sentence with the next step; empty for who is in.</summary>
    public string In(string lang) => State switch
    {
        SignInState.signed_in => "",
        SignInState.wrong => lang == "en" ? "The login or the password is wrong; who has forgotten it asks the administrator." : "账号或密码不对；忘了密码请找管理员重置。",
        SignInState.locked => lang == "en"
            ? $"Too many wrong passwords: locked until {ShanghaiTime.Print(LockedUntil!.Value.UtcDateTime)}; then try again, or ask the administrator to reset it."
            : $"密码输错次数太多，{ShanghaiTime.Print(LockedUntil!.Value.UtcDateTime)} 前不能登录；到时再试，或请管理员重置密码。",
        SignInState.closed => lang == "en" ? "This account is closed; ask the administrator to open it again." : "这个账号已停用；需要时请管理员重新启用。",
        SignInState.no_grant => lang == "en" ? "Nothing is granted to this account today; ask the administrator for a role." : "这个账号今天没有任何角色；请管理员授权。",
        _ => lang == "en" ? "The one-time password is older than seven days; ask the administrator for another." : "一次性密码已过七天；请管理员再重置一次。",
    };
}
