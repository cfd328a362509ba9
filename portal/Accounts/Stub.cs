using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
namespace Reporting.Portal.Accounts;
public sealed record SignInResult(Caller? Caller, string? Why);
public sealed class AccountBook
{
    readonly Dictionary<string, string> sessions = [];
    static Caller Of(string login) => new(login, login, false, [.. RoleWords.All.Select(role => new Grant(1, login, role, null, null, null, new(2020, 1, 1), null, "x", DateTimeOffset.UtcNow))]);
    public SignInResult SignIn(string login, string password, string? from) => password == "x" ? new(Of(login), null) : new(null, "账号或密码不对。");
    public string BeginSession(string login, string? from, string? agent) { var key = Guid.NewGuid().ToString("N"); sessions[key] = login; return key; }
    public Caller? CallerOfSession(string key) => sessions.TryGetValue(key, out var login) ? Of(login) : null;
    public void EndSession(string key) => sessions.Remove(key);
    public Caller? CallerOfToken(string token) => null;
    public IXmlRepository WebKeys { get; } = new Keys();
    sealed class Keys : IXmlRepository { readonly List<XElement> all = []; public IReadOnlyCollection<XElement> GetAllElements() => all; public void StoreElement(XElement element, string name) => all.Add(element); }
}
