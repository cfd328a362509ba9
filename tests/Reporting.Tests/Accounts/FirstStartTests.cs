using Reporting.Portal.Accounts;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Accounts;

/// <summary>The first start makes one admin and says its password once; there is no password that is the same anywhere.</summary>
public class FirstStartTests
{
    [Fact]
    public void The_first_account_is_made_where_there_is_none()
    {
        using var office = new BookOffice();
        var password = office.Book.AddFirst()!;
        Assert.Null(office.Book.AddFirst());
        Assert.True(office.Book.SignIn(AccountBook.First, password) is { IsIn: true, Account.MustChange: true });
        Assert.Equal([Role.admin, Role.operations], office.Book.CallerOf(AccountBook.First)!.Grants.Select(grant => grant.Role));
        office.Clock.Now += AccountBook.OneTimePasswordHolds;
        Assert.Equal(SignInState.expired, office.Try(AccountBook.First, password));
        Assert.Equal(SignInState.signed_in, office.Try(AccountBook.First, office.Book.Reset(AccountBook.First, "root")));
        using var other = new BookOffice();
        Assert.NotEqual(password, other.Book.AddFirst());
    }

    [Fact]
    public void Serve_says_its_password_once_and_writes_it_nowhere()
    {
        using var program = RunningProgram.WithDefinitions();
        var (serving, _) = program.Serve();
        var first = program.Announced.GetProperty("first_account");
        Assert.Equal(AccountBook.First, first.GetProperty("login").GetString());
        var password = first.GetProperty("one_time_password").GetString()!;
        var reset = program.Run("user", "reset", "admin", "--json").Json.GetProperty("one_time_password").GetString()!;
        Assert.NotEqual(password, reset);
        Assert.Equal(0, RunningProgram.Terminate(serving));
        Assert.False(BookOffice.Holds(program.Data.Root, password) || BookOffice.Holds(program.Data.Root, reset));
        program.Serve();
        Assert.False(program.Announced.TryGetProperty("first_account", out _));
    }
}
