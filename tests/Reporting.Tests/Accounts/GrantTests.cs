using Reporting.Portal;
using Reporting.Portal.Accounts;

namespace Reporting.Tests.Accounts;

/// <summary>Roles from a day to a day, and the admin who must not be missing.</summary>
public sealed class GrantTests : IDisposable
{
    readonly BookOffice office = new();

    public void Dispose() => office.Dispose();

    [Theory]
    [InlineData("1-", true), InlineData("", false), InlineData("2-", false), InlineData("1-5", false), InlineData("1-5 6-", true), InlineData("1-5 7-", false), InlineData("1-5 3-9 8-", true), InlineData("0-0 1-", true)]
    public void Every_day_from_today_on_has_an_admin(string grants, bool administered)
    {
        DateOnly Day(string number) => office.Today.AddDays(int.Parse(number, null) - 1);
        var all = grants.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(span => span.Split('-'))
            .Select(span => new Grant(0, "a", Role.admin, null, null, null, Day(span[0]), span[1].Length == 0 ? null : Day(span[1]), "", default)).Append(new(0, "b", Role.leader, null, null, null, office.Today, null, "", default));
        Assert.Equal(administered, AccountBook.IsAdministered([.. all], office.Today));
    }

    [Fact]
    public void The_last_admin_is_neither_closed_nor_stripped()
    {
        office.Book.Add("zhang", "张三", null, "test");
        var only = office.Grant("zhang", Role.admin);
        office.Grant("zhang", Role.operations);
        foreach (var act in new Action[] { () => office.Book.Close("zhang", "调离"), () => office.Book.EndGrant(only, null, "li"), () => office.Book.EndGrant(only, office.Today.AddDays(30), "li") })
            Assert.Contains("最后一个", Assert.Throws<MisuseException>(act).In("zh"), StringComparison.Ordinal);
        Assert.Equal(2, office.Book.CallerOf("zhang")!.Grants.Count); // nothing is half done
        office.Book.EndGrant(office.Book.History("zhang")[1].GrantId, null, "li");
        office.Book.Add("li", "李四", null, "test");
        office.Grant("li", Role.admin, to: office.Today.AddDays(30));
        Assert.Throws<MisuseException>(() => office.Book.Close("zhang", "调离")); // after a month there would be none
        office.Grant("li", Role.admin, from: office.Today.AddDays(31));
        office.Book.Close("zhang", "调离");
        Assert.Throws<MisuseException>(() => office.Book.Close("li", "调离"));
    }

    [Fact]
    public void No_admin_takes_figures_by_a_hand_over()
    {
        office.With("li");
        office.Book.Add("admin2", "王五", null, "test");
        office.Grant("admin2", Role.admin);
        Assert.Contains("不能给自己", Assert.Throws<MisuseException>(() => office.Book.HandOver("li", "admin2", [], office.Today, "Admin2")).In("zh"), StringComparison.Ordinal);
        Assert.Equal([Role.leader], office.Book.CallerOf("li")!.Grants.Select(grant => grant.Role)); // nothing is half done
        Assert.Equal([Role.admin], office.Book.CallerOf("admin2")!.Grants.Select(grant => grant.Role));
    }

    [Fact]
    public void Two_admins_who_strip_each_other_at_once_leave_one()
    {
        foreach (var login in new[] { "zhang", "li" }) office.Book.Add(login, "张三", null, "test");
        var grants = new[] { office.Grant("zhang", Role.admin), office.Grant("li", Role.admin) };
        var refused = 0;
        Parallel.ForEach(grants, grant => { try { office.Book.EndGrant(grant, null, "x"); } catch (MisuseException) { Interlocked.Increment(ref refused); } });
        Assert.Equal(1, refused);
    }

    [Fact]
    public void A_role_that_ends_stays_as_history_and_is_not_taken_back_for_days_that_were()
    {
        office.With("zhang");
        var id = office.Book.History("zhang")[0].GrantId;
        office.Clock.Now += TimeSpan.FromDays(10);
        Assert.Throws<MisuseException>(() => office.Book.EndGrant(id, office.Today, "li"));
        office.Book.EndGrant(id, null, "li");
        Assert.Empty(office.Book.CallerOf("zhang")!.Grants);
        var kept = Assert.Single(office.Book.History("zhang"));
        Assert.Equal((office.Today, office.Today.AddDays(9), "li", office.Clock.Now), (kept.Grant.From, kept.Grant.To, kept.EndedBy, kept.EndedAt));
        Assert.Throws<MisuseException>(() => office.Book.EndGrant(id, office.Today.AddDays(20), "li")); // ends earlier as it is
    }

    [Fact]
    public void A_hand_over_changes_hands_on_its_day()
    {
        foreach (var login in new[] { "zhang", "li" }) office.With(login);
        office.Book.EndGrant(office.Book.History("li")[0].GrantId, null, "test");
        office.Grant("zhang", Role.assessor, to: office.Today.AddDays(40));
        office.Grant("zhang", Role.reviewer, to: office.Today.AddDays(1)); // over by then
        var taken = office.Book.HandOver("zhang", "li", [], office.Today.AddDays(5), "wang");
        Assert.Equal([(Role.leader, null), (Role.assessor, office.Today.AddDays(40))], taken.Select(grant => (grant.Role, grant.To)));
        string Roles(string login) => string.Join(' ', office.Book.CallerOf(login)!.Grants.Select(grant => grant.Role));
        Assert.Equal(("leader assessor reviewer", ""), (Roles("zhang"), Roles("li")));
        office.Clock.Now += TimeSpan.FromDays(4);
        Assert.Equal(("leader assessor", ""), (Roles("zhang"), Roles("li")));
        office.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(("", "leader assessor"), (Roles("zhang"), Roles("li")));
        foreach (var (from, to) in new[] { ("zhang", "li"), ("li", "LI"), ("li", "nobody") }) Assert.Throws<MisuseException>(() => office.Book.HandOver(from, to, [], office.Today.AddDays(9), "wang"));
    }

    [Fact]
    public void A_stand_in_is_given_what_goes_on_after_its_time()
    {
        office.With("zhang");
        office.With("li", to: office.Today.AddDays(9));
        office.Book.HandOver("zhang", "li", [], office.Today.AddDays(5), "wang");
        office.Clock.Now += TimeSpan.FromDays(30);
        Assert.Single(office.Book.CallerOf("li")!.Grants);
    }

    [Fact]
    public void The_only_admin_may_hand_over_what_it_is()
    {
        foreach (var login in new[] { "zhang", "li" }) office.Book.Add(login, "张三", null, "test");
        office.Grant("zhang", Role.admin);
        var grant = Assert.Single(office.Store.Grants("zhang")).Grant;
        office.Store.EndGrants([grant.GrantId], office.Today.AddDays(4), [grant with { Login = "li", From = office.Today.AddDays(5) }], "wang", office.Clock.Now, left => Assert.True(AccountBook.IsAdministered(left, office.Today)));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        office.With("zhang");
        Grant Asked(Role role, string? district = null, string? unit = null, int from = 0, int? to = null) =>
            new(0, "zhang", role, district, unit, null, office.Today.AddDays(from), to is null ? null : office.Today.AddDays(to.Value), "test", default);
        foreach (var wrong in new[] { Asked(Role.reporter, "310151"), Asked(Role.leader, "310151", "310151102"), Asked(Role.admin, "310151"), Asked(Role.operations, null, "310151102"), Asked(Role.leader, from: 2, to: 1), Asked(Role.leader, from: -9, to: -1), Asked(Role.leader) })
            Assert.Throws<MisuseException>(() => office.Book.AddGrant(wrong)); // the last one it has already
        Assert.Throws<MisuseException>(() => office.Book.AddGrant(Asked(Role.assessor) with { Login = "nobody" }));
        foreach (var login in new[] { "a", "system", "SYSTEM", "zhang", "Zhang", "-ab", "a b", "a/b", new string('a', 41) }) Assert.Throws<MisuseException>(() => office.Book.Add(login, "张三", null, "test"));
        foreach (var (name, mail) in new[] { (" ", null), ("张三", "张@b"), (new string('长', 61), (string?)null) }) Assert.Throws<MisuseException>(() => office.Book.Add("wang", name, mail, "test"));
        Assert.Single(office.Book.All());
    }
}
