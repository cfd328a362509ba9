using Microsoft.AspNetCore.Authorization;
using Reporting.Portal.Accounts;

namespace Reporting.Portal.Web;

/// <summary>
/// Declares who may call an endpoint: anybody who is signed in and has one of the roles; with none named, anybody who is signed in. An
/// endpoint that declares nothing is closed to everybody. Where the role holds is asked of what is looked at: <see cref="InScope"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForAttribute : AuthorizeAttribute
{
    public ForAttribute(params Role[] roles)
    {
        Allowed = roles;
        if (roles.Length > 0) Roles = string.Join(',', roles);
    }

    public IReadOnlyList<Role> Allowed { get; }
}
