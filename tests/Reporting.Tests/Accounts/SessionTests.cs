using Reporting.Portal;
using Reporting.Portal.Accounts;

namespace Reporting.Tests.Accounts;

/// <summary>How long somebody is signed in, and what is kept of it.</summary>
public sealed class SessionTests : IDisposable
{
    readonly BookOffice office = new();

    public SessionTests() => office.With("zhang");

    public void Dispose() => office.Dispose();

    [Fact]
    public void A_session_ends_when_nobody_is_there_and_after_a_day_at_the_latest()
    {
        var id = office.Book.OpenSession("ZHANG", "10.0.0.8", "Firefox");
        Assert.False(office.Holds(id));
        for (var hours = 7; hours < 24; hours += 7)
        {
            office.Clock.Now += TimeSpan.FromHours(7);
            Assert.NotNull(office.Book.FindSession(id));
        }
        office.Clock.Now += TimeSpan.FromHours(3);
        Assert.Null(office.Book.FindSession(id));
        var other = office.Book.OpenSession("zhang", null, null);
        office.Clock.Now += AccountBook.SessionIdles;
        Assert.Null(office.Book.FindSession(other));
        Assert.Null(office.Book.FindSession("made up"));
    }

    [Fact]
    public void Somebody_is_seen_to_the_minute()
    {
        var id = office.Book.OpenSession("zhang", null, null);
        var begun = office.Clock.Now;
        office.Clock.Now += TimeSpan.FromSeconds(59);
        office.Book.FindSession(id);
        Assert.Equal(begun, Assert.Single(office.Book.SessionsOf("zhang")).SeenAt);
        office.Clock.Now += TimeSpan.FromSeconds(1);
        office.Book.FindSession(id);
        Assert.Equal((office.Clock.Now, office.Clock.Now), (Assert.Single(office.Book.SessionsOf("zhang")).SeenAt, office.Book.Find("zhang")!.LastSeenAt));
    }

    [Fact]
    public void Another_password_ends_the_other_sessions_and_a_reset_ends_all()
    {
        var (one, two) = (office.Book.OpenSession("zhang", null, null), office.Book.OpenSession("zhang", null, null));
        Assert.Empty(office.Book.ChangePassword("zhang", BookOffice.Password, "Another-good-1", one));
        Assert.Equal((true, false), (office.Book.FindSession(one) is not null, office.Book.FindSession(two) is not null));
        office.Book.Reset("zhang", "admin");
        Assert.Null(office.Book.FindSession(one));
        var three = office.Book.OpenSession("zhang", null, null);
        office.Book.EndSession(three);
        Assert.Null(office.Book.FindSession(three));
    }

    [Fact]
    public void A_token_is_told_once_and_ends_by_time_by_hand_or_with_the_account()
    {
        var (first, token) = office.Book.IssueToken("zhang", "堡镇系统", 30);
        var (_, second) = office.Book.IssueToken("zhang", "试验", 2);
        Assert.False(office.Holds(token) || office.Holds(second));
        Assert.Equal((first, "zhang", "堡镇系统"), (office.Book.FindToken(token)!.TokenId, office.Book.FindToken(token)!.Login, office.Book.FindToken(token)!.Name));
        Assert.Equal(office.Clock.Now, office.Book.TokensOf("zhang")[^1].LastUsedAt);
        office.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal((true, false), (office.Book.FindToken(token) is not null, office.Book.FindToken(second) is not null));
        Assert.False(office.Book.RevokeToken("li", first)); // somebody else's
        Assert.True(office.Book.RevokeToken("zhang", first));
        Assert.Null(office.Book.FindToken(token));
        Assert.Equal([("revoke token", """{"token":1}"""), ("issue token", """{"token":2}"""), ("issue token", """{"token":1}""")], office.Store.AuditEntries(3).Select(entry => (entry.Verb, entry.Arguments)));
        var (_, third) = office.Book.IssueToken("zhang", "再来", 30);
        var session = office.Book.OpenSession("zhang", null, null);
        office.Book.Close("zhang", "调离");
        Assert.True(office.Book.FindToken(third) is null && office.Book.FindSession(session) is null);
        Assert.Throws<MisuseException>(() => office.Book.OpenSession("zhang", null, null));
        Assert.Throws<MisuseException>(() => office.Book.IssueToken("zhang", "再来", 30));
    }

    [Fact]
    public void A_reset_ends_tokens_and_one_has_only_so_many()
    {
        var (_, token) = office.Book.IssueToken("zhang", "堡镇系统", 30);
        Assert.Empty(office.Book.ChangePassword("zhang", BookOffice.Password, "Another-good-1", null));
        Assert.NotNull(office.Book.FindToken(token)); // its owner changed it
        Assert.True(office.Book.Knows("zhang", "Another-good-1"));
        Assert.False(office.Book.Knows("zhang", BookOffice.Password));
        office.Book.Reset("zhang", "admin");
        Assert.Null(office.Book.FindToken(token));
        Assert.Contains("zhang", Assert.Single(office.Store.Notices(), notice => notice.Kind == AdminNotices.ResetKind).Subject, StringComparison.Ordinal);
        for (var number = 0; number < AccountBook.MostTokens; number++) office.Book.IssueToken("zhang", $"系统{number}", 30);
        Assert.Contains("先收回", Assert.Throws<MisuseException>(() => office.Book.IssueToken("zhang", "又一个", 30)).In("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_webs_keys_outlive_a_restart()
    {
        new WebKeys(office.Store).StoreElement(new("key", new System.Xml.Linq.XAttribute("id", "1")), "key-1");
        Assert.Equal("<key id=\"1\" />", Assert.Single(new WebKeys(office.Store).GetAllElements()).ToString());
    }
}
