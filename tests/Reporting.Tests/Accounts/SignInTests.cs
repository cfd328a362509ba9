using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Reporting.Portal.Accounts;

namespace Reporting.Tests.Accounts;

/// <summary>Who gets in, who does not, and what each is told.</summary>
public sealed class SignInTests : IDisposable
{
    readonly BookOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public void The_fifth_wrong_password_locks_for_a_quarter_of_an_hour()
    {
        office.With("zhang");
        for (var attempt = 1; attempt < AccountBook.MostWrongAttempts; attempt++) Assert.Equal(SignInState.wrong, office.Try("zhang", "wrong"));
        var locked = office.Book.SignIn("zhang", "wrong");
        Assert.Equal((SignInState.locked, office.Clock.Now + AccountBook.LockOut), (locked.State, locked.LockedUntil));
        Assert.Equal(SignInState.locked, office.Try("zhang", BookOffice.Password)); // the right one is not even looked at
        office.Clock.Now += AccountBook.LockOut;
        Assert.Equal(SignInState.wrong, office.Try("zhang", "wrong")); // counted from one again
        Assert.Equal(SignInState.signed_in, office.Try("ZHANG ", BookOffice.Password));
        Assert.Null(office.Book.Find("zhang")!.LockedUntil);
    }

    [Fact]
    public void Nobody_locks_a_colleague_out_of_the_browser_that_they_use()
    {
        office.With("zhang");
        for (var attempt = 0; attempt < AccountBook.MostWrongAttempts; attempt++) office.Try("zhang", "wrong");
        Assert.Equal(SignInState.locked, office.Book.SignIn("zhang", BookOffice.Password, browser: null).State); // anywhere else
        Assert.True(office.Book.SignIn("zhang", BookOffice.Password, browser: "desk").IsIn);
        for (var attempt = 1; attempt < AccountBook.MostWrongAttempts; attempt++) Assert.Equal(SignInState.wrong, office.Book.SignIn("zhang", "wrong", browser: "desk").State);
        Assert.Equal(SignInState.locked, office.Book.SignIn("zhang", "wrong", browser: "desk").State); // it has no more guesses than any other
        Assert.Equal(SignInState.locked, office.Book.SignIn("zhang", BookOffice.Password, browser: "desk").State);
        Assert.True(office.Book.SignIn("zhang", BookOffice.Password, browser: "laptop").IsIn);
    }

    [Fact]
    public void An_unknown_login_is_answered_as_one_that_there_is()
    {
        office.With("zhang");
        List<string> Answers(string login) => [.. Enumerable.Range(0, 7).Select(_ => office.Book.SignIn(login, "wrong").In("zh"))];
        Assert.Equal(Answers("zhang"), Answers("nobody"));
        office.Clock.Now += AccountBook.LockOut;
        Assert.Equal(Answers("zhang"), Answers("Nobody"));
        Assert.False(office.Holds("nobody") || office.Holds("Nobody")); // what is typed for a login may be a password
        Assert.Equal(["?", "zhang", "?", "zhang"], office.Store.AuditEntries(4).Select(entry => entry.Login));
    }

    [Fact]
    public void Wrong_passwords_at_once_count_each()
    {
        office.With("zhang");
        Parallel.For(0, 2, _ => office.Try("zhang", "wrong"));
        Assert.Equal([SignInState.wrong, SignInState.wrong, SignInState.locked], Enumerable.Range(0, 3).Select(_ => office.Try("zhang", "wrong")));
        office.With("li");
        var passed = 0;
        Parallel.For(0, 12, new() { MaxDegreeOfParallelism = 12 }, _ => { if (office.Store.TakeAttempt("li", AccountBook.MostWrongAttempts, office.Clock.Now + AccountBook.LockOut, office.Clock.Now)) Interlocked.Increment(ref passed); });
        Assert.Equal(AccountBook.MostWrongAttempts, passed);
    }

    [Fact]
    public void A_one_time_password_must_be_changed_and_holds_seven_days()
    {
        var once = office.Book.Add("zhang", "张三", "Zhang@Example.test", "test");
        Assert.Matches("^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}$", once);
        Assert.Equal(SignInState.no_grant, office.Try("zhang", once));
        office.Grant("zhang", Role.leader);
        office.Clock.Now += AccountBook.OneTimePasswordHolds - TimeSpan.FromSeconds(1);
        Assert.True(office.Book.SignIn("zhang", once) is { IsIn: true, Account.MustChange: true });
        Assert.True(office.Book.CallerOf("zhang")!.MustChange);
        office.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(SignInState.expired, office.Try("zhang", once));
        var again = office.Book.Reset("zhang", "admin");
        Assert.Equal([SignInState.wrong, SignInState.signed_in], new[] { once, again }.Select(password => office.Try("zhang", password)));
        Assert.NotEmpty(office.Book.ChangePassword("zhang", again, "zhang-2022-AB", null)); // holds the login
        Assert.Empty(office.Book.ChangePassword("zhang", again, BookOffice.Password, null));
        Assert.False(office.Book.CallerOf("zhang")!.MustChange);
        Assert.Equal([SignInState.wrong, SignInState.signed_in], new[] { again, BookOffice.Password }.Select(password => office.Try("zhang", password)));
        Assert.False(office.Holds(once) || office.Holds(again) || office.Holds(BookOffice.Password));
    }

    [Fact]
    public void Closed_and_without_a_role_is_told_to_who_knows_the_password()
    {
        office.With("zhang", from: office.Today.AddDays(1));
        Assert.Equal(SignInState.no_grant, office.Try("zhang", BookOffice.Password));
        Assert.Empty(office.Book.CallerOf("zhang")!.Grants);
        office.Clock.Now += TimeSpan.FromHours(15); // 00:00 of the next day in Shanghai
        Assert.Equal(SignInState.signed_in, office.Try("zhang", BookOffice.Password));
        Assert.Equal(Role.leader, Assert.Single(office.Book.CallerOf("zhang")!.Grants).Role);
        office.Book.Close("zhang", "调离");
        Assert.Equal([SignInState.wrong, SignInState.closed], new[] { "wrong", BookOffice.Password }.Select(password => office.Try("zhang", password)));
        Assert.Null(office.Book.CallerOf("zhang"));
        Assert.Equal(SignInState.signed_in, office.Try("zhang", office.Book.Reopen("zhang")));
    }

    [Fact]
    public void Wrong_old_passwords_lock_too_and_acts_without_a_verb_are_audited()
    {
        office.With("zhang");
        for (var attempt = 1; attempt <= AccountBook.MostWrongAttempts; attempt++) Assert.NotEmpty(office.Book.ChangePassword("zhang", "wrong", "Another-good-1", null, "10.0.0.8"));
        Assert.Equal(SignInState.locked, office.Try("zhang", BookOffice.Password));
        office.Clock.Now += AccountBook.LockOut;
        office.Book.SignIn("zhang", BookOffice.Password, "10.0.0.9");
        var audited = office.Store.AuditEntries(3);
        Assert.Equal(("zhang", "sign-in", 0L, "10.0.0.9"), (audited[0].Login, audited[0].Verb, audited[0].ExitCode, audited[0].FromAddress));
        Assert.Equal(("change password", 3L, "wrong", "10.0.0.8"), (audited[1].Verb, audited[1].ExitCode, audited[1].Message, audited[1].FromAddress));
    }

    [Fact]
    public void A_hash_of_an_older_framework_is_made_anew()
    {
        var old = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword("zhang", BookOffice.Password);
        office.Store.AddAccount("zhang", "张三", null, old, "test", office.Clock.Now);
        office.Grant("zhang", Role.leader);
        Assert.Equal([SignInState.signed_in, SignInState.signed_in], Enumerable.Range(0, 2).Select(_ => office.Try("zhang", BookOffice.Password)));
        Assert.NotEqual(old, office.Store.Account("zhang")!.PasswordHash);
    }
}
