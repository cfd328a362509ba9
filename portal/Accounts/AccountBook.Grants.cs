using Reporting.Portal.Delivery;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Accounts;

public sealed partial class AccountBook
{
    const int LongestPost = 60;

    /// <summary>All that was ever granted, to one or to everybody, with what became of it.</summary>
    public IReadOnlyList<StoredGrant> History(string? login = null) => Store.Grants(login?.Trim());

    /// <summary>Gives somebody a role.</summary>
    /// <param name="asked">Its number is given here, whatever it is.</param>
    /// <exception cref="MisuseException">It makes no sense: see <see cref="Checked"/>.</exception>
    public Grant AddGrant(Grant asked)
    {
        var grant = Checked(asked with { Login = Open(asked.Login).Login, GrantedAt = Now });
        NotForOneself(grant);
        if (Store.Grants(grant.Login).Select(stored => stored.Grant).FirstOrDefault(other => Overlap(grant, other)) is { } same)
            throw new MisuseException($"{grant.Login} 在这段时间里已经有这个角色（授权 {same.GrantId} 号）。", $"{grant.Login} holds this role in that time (grant {same.GrantId}).");
        var added = grant with { GrantId = Store.AddGrant(grant) };
        TellAdmins();
        return added;
    }

    // Who keeps the accounts sees no figures; another admin may find that they should.
    static void NotForOneself(Grant grant)
    {
        if (Warehouse.Login.AreSame(grant.Login, grant.GrantedBy) && !grant.Role.KeepsTheSystem())
            throw new MisuseException("不能给自己加看数的角色；请另一位管理员来给。", "Nobody gives a role that reads figures to themselves; another administrator does.");
    }

    static bool Overlap(Grant one, Grant other) => (one.Role, one.District, one.Unit) == (other.Role, other.District, other.Unit)
        && one.From <= (other.To ?? DateOnly.MaxValue) && other.From <= (one.To ?? DateOnly.MaxValue);

    // Who stands in until some day still has to be given what goes on after it.
    static bool Contains(Grant one, Grant other) => Overlap(one, other) && one.From <= other.From && (one.To is null || one.To >= other.To);

    /// <summary>The grant with its scope made whole: a reporter's unit brings its district.</summary>
    /// <exception cref="MisuseException">A scope that the role has not, a district or unit that there is not, a time that is over.</exception>
    public Grant Checked(Grant asked)
    {
        var name = asked.Role.Chinese();
        if (asked.Role == Role.reporter && asked.Unit is null) throw new MisuseException("填报要指明单位。", "A reporter needs a unit.");
        if (asked.Role != Role.reporter && asked.Unit is not null) throw new MisuseException($"{name}不按单位授权，最细到区。", $"The role {asked.Role} is for a district or for all, not for a unit.");
        if (asked.Role.KeepsTheSystem() && asked.District is not null) throw new MisuseException($"{name}管整个系统，不分区。", $"The role {asked.Role} is for the whole system, not for a district.");
        if (asked.To < asked.From) throw new MisuseException("到期日早于开始日。", "It would end before it begins.");
        if (asked.To < Today) throw new MisuseException("到期日已经过了。", "Its last day is over.");
        var post = asked.Post is null ? null : OneLine.Of(asked.Post).Trim();
        if (post is { Length: 0 or > LongestPost }) throw new MisuseException($"岗位要有 1 到 {LongestPost} 个字。", $"A post has 1 to {LongestPost} letters.");
        return asked with { Post = post, District = DistrictOf(asked) };
    }

    string? DistrictOf(Grant asked)
    {
        if (asked is { District: null, Unit: null }) return null;
        var catalog = office.Warehouse.Definitions.Current;
        if (asked.District is { } district && catalog.District(district) is null) throw new MisuseException($"没有区“{district}”。", $"There is no district '{district}'.");
        if (asked.Unit is not { } unit) return asked.District;
        if (catalog.OrgUnit(unit) is not { } known) throw new MisuseException($"没有单位“{unit}”。", $"There is no unit '{unit}'.");
        return asked.District is null || asked.District == known.District ? known.District : throw new MisuseException($"单位 {unit} 不在区 {asked.District}。", $"The unit {unit} is not of the district {asked.District}.");
    }

    /// <summary>It holds up to a day; up to yesterday where it ends at once.</summary>
    public Grant EndGrant(long grantId, DateOnly? lastDay, string by)
    {
        var grant = GrantOf(grantId);
        var last = lastDay ?? Today.AddDays(-1);
        if (last < Today.AddDays(-1)) throw new MisuseException("已经过去的日子收不回来；最早从今天起停。", "What is past cannot be taken back; it ends today at the earliest.");
        if (Store.EndGrants([grantId], last, [], by, Now, left => Administered(left, grant.Login, "收回", "taken from", grant.Role)) == 0)
            throw new MisuseException($"授权 {grantId} 号在 {grant.To:yyyy-MM-dd} 就到期了。", $"Grant {grantId} ends on {grant.To:yyyy-MM-dd} as it is.");
        if (AdminNotices.IsTold(grant.Role))
        {
            office.Warehouse.Outbox.Announce([AdminNotices.Ended(grant with { To = last }, Store.Account(grant.Login)!.Name, by, Now)]);
            office.CarryNotices();
        }
        return grant with { To = last };
    }

    /// <summary>One person's posts become another's from a day on; what they were until then stays.</summary>
    /// <param name="grants">Numbers; none: all that go on.</param>
    /// <returns>What the other one holds then.</returns>
    public IReadOnlyList<Grant> HandOver(string from, string to, IReadOnlyList<long> grants, DateOnly day, string by)
    {
        var (giver, taker, now) = (There(from), Open(to), Now);
        if (Login.AreSame(giver.Login, taker.Login)) throw new MisuseException("交接要在两个人之间。", "A hand-over needs two people.");
        if (day < Today) throw new MisuseException("已经过去的日子不能交接；最早从今天起。", "A day that is past cannot be handed over; today at the earliest.");
        var given = grants.Count == 0 ? [.. Store.Grants(giver.Login).Select(stored => stored.Grant).Where(grant => grant.To is null || grant.To >= day)] : grants.Select(GrantOf).ToList();
        if (given.FirstOrDefault(grant => !Login.AreSame(grant.Login, giver.Login)) is { } foreign) throw new MisuseException($"授权 {foreign.GrantId} 号不是 {giver.Login} 的。", $"Grant {foreign.GrantId} is not of {giver.Login}.");
        if (given.Find(grant => grant.To < day) is { } over) throw new MisuseException($"授权 {over.GrantId} 号到 {over.To:yyyy-MM-dd} 就到期了。", $"Grant {over.GrantId} ends on {over.To:yyyy-MM-dd}.");
        if (given.Count == 0) throw new MisuseException($"{giver.Login} 到那天没有可交接的角色。", $"{giver.Login} holds nothing then that could be handed over.");
        var held = Store.Grants(taker.Login).Select(stored => stored.Grant).ToList();
        var begun = given.Select(grant => grant with { GrantId = 0, Login = taker.Login, From = grant.From > day ? grant.From : day, GrantedBy = by, GrantedAt = now }).Where(grant => !held.Exists(other => Contains(other, grant))).ToList();
        begun.ForEach(NotForOneself);
        Store.EndGrants([.. given.Select(grant => grant.GrantId)], day.AddDays(-1), begun, by, now, left => Administered(left, giver.Login, "交出", "given away by", Role.admin));
        TellAdmins();
        return [.. Store.Grants(taker.Login).Select(stored => stored.Grant).Where(grant => grant.To is null || grant.To >= day)];
    }

    Grant GrantOf(long grantId) => Store.Grants().FirstOrDefault(stored => stored.GrantId == grantId)?.Grant
        ?? throw new MisuseException($"没有授权 {grantId} 号；号码见 user list。", $"There is no grant {grantId}; see user list.");

    /// <exception cref="MisuseException">A day would come on which nobody can let anybody in.</exception>
    void Administered(IReadOnlyList<Grant> left, string login, string zh, string en, Role? role = null)
    {
        if ((role is null or Role.admin) && IsLastAdmin(login, left))
            throw new MisuseException($"{login} 是最后一个没有到期日的管理员，不能{zh}；先给别人“管理”：user grant 账号 --role 管理。", $"{login} is the last administrator without an end and cannot be {en}; grant admin to somebody else first.");
    }

    bool IsLastAdmin(string login, IReadOnlyList<Grant> left) => Store.Grants(login).Any(stored => stored.Role == Role.admin) && !IsAdministered(left, Today);

    /// <summary>Whether from today on there is an admin on every day.</summary>
    public static bool IsAdministered(IReadOnlyList<Grant> grants, DateOnly today)
    {
        for (var day = today; ;)
        {
            var now = grants.Where(grant => grant.Role == Role.admin && grant.HoldsOn(day)).ToList();
            if (now.Count == 0) return false;
            if (now.Exists(grant => grant.To is null)) return true;
            day = now.Max(grant => grant.To!.Value).AddDays(1);
        }
    }

    /// <summary>Whom the accounts know: open ones with an address, by what they are granted today; and all their addresses.</summary>
    public (People People, IReadOnlySet<string> Addresses) People()
    {
        var open = Store.AllAccounts().Where(account => account is { ClosedAt: null, Mail: not null }).ToList();
        var grants = Store.OpenGrants().Where(grant => grant.HoldsOn(Today)).ToLookup(grant => grant.Login);
        var people = from account in open
                     from place in grants[account.Login].GroupBy(grant => (grant.District, grant.Unit))
                     select new Person(account.Name, account.Mail!, [.. place.SelectMany(grant => MailRoles(grant.Role)).Distinct()], place.Key.District, place.Key.Unit);
        return (new([.. people]), open.Select(account => account.Mail!).ToHashSet());
    }

    // As jobs.json and mail.json name them; what waits for a signature waits for leaders.
    static IEnumerable<string> MailRoles(Role role) => role == Role.leader ? [$"{role}", Audience.Signer] : [$"{role}"];

    /// <summary>Tells all admins of what was granted and not told. The mark comes last: a crash between tells again under the same key.</summary>
    void TellAdmins()
    {
        var untold = Store.Grants().Where(stored => stored.ToldAt is null && AdminNotices.IsTold(stored.Role)).Select(stored => stored.Grant).ToList();
        if (untold.Count == 0) return;
        office.Warehouse.Outbox.Announce([.. untold.Select(grant => AdminNotices.Granted(grant, Store.Account(grant.Login)!.Name, Now))]);
        office.CarryNotices();
        foreach (var grant in untold) Store.MarkGrantTold(grant.GrantId, Now);
    }
}
