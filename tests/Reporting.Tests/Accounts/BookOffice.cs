using Reporting.Portal;
using Reporting.Portal.Accounts;
using Reporting.Portal.Operations;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Accounts;

/// <summary>An office of accounts alone, by a clock that stands: its warehouse is not opened, which is most of what an office costs.</summary>
sealed class BookOffice : IDisposable
{
    public const string Password = "Xin-mima-2022!";

    readonly TestFolder folder = new();

    public BookOffice() => Office = new(folder.Data, TestOffice.Installation with { Time = Clock });

    public HandClock Clock { get; } = new(new(2022, 3, 1, 1, 0, 0, TimeSpan.Zero));
    public Office Office { get; }
    public AccountBook Book => Office.Accounts;
    public OperationsStore Store => Office.Operations;
    public DateOnly Today { get; } = new(2022, 3, 1);

    /// <summary>Somebody with a role, whose password is <see cref="Password"/>.</summary>
    public string With(string login, Role role = Role.leader, DateOnly? from = null, DateOnly? to = null)
    {
        var once = Book.Add(login, "张三", null, "test");
        Assert.Empty(Book.ChangePassword(login, once, Password, null));
        Grant(login, role, from, to);
        return login;
    }

    /// <summary>Past the notice, for which the warehouse would be opened.</summary>
    public long Grant(string login, Role role, DateOnly? from = null, DateOnly? to = null)
    {
        var id = Store.AddGrant(new(0, login, role, null, null, null, from ?? Today, to, "test", Clock.Now));
        Store.MarkGrantTold(id, Clock.Now);
        return id;
    }

    public SignInState Try(string login, string password) => Book.SignIn(login, password).State;

    /// <summary>Whether the words lie anywhere in the data folder as they are.</summary>
    public bool Holds(string words) => Holds(folder.Data.Root, words);

    public static bool Holds(string folder, string words) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != "serve.lock").Any(path => ReadAll(path).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0);

    static byte[] ReadAll(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    public void Dispose()
    {
        Office.Dispose();
        folder.Dispose();
    }
}
