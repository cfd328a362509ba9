using System.Security.Cryptography;
using System.Text;
using Reporting.Portal.Operations;

namespace Reporting.Portal.Delivery;

/// <summary>Who gets the notices that came since the last run. Several for one person go in one mail.</summary>
static class NewNotices
{
    public const string Scope = "mail:notices";

    /// <summary>More in one mail nobody reads.</summary>
    const int MostInOne = 30;

    public static (int Added, IReadOnlyList<string> Warnings) PutDown(Office office, DeliverOrders orders)
    {
        var store = office.Operations;
        if (orders.Mail.Host is null)
        {
            store.ForgetDelivery(Scope);
            return (0, []);
        }
        if (store.DeliveryStart(Scope) is null)
        {
            var left = store.BeginNotices(Scope, orders.Now);
            return (0, left == 0 ? [] : [$"通知从现在起发邮件：此前的 {left} 条不补发（都在答复文件夹里）"]);
        }
        var unseen = store.UnseenNotices();
        if (unseen.Count == 0) return (0, []);
        var given = unseen.Select(notice => (Notice: notice, To: Audience.Of(notice, orders.Mail.People))).ToList();
        var rows = given.SelectMany(one => one.To.Select(person => (one.Notice, Person: person))).GroupBy(one => one.Person.Mail)
            .SelectMany(person => person.Chunk(MostInOne)).SelectMany(Together).ToList();
        return (store.PutDown(rows, [.. unseen.Select(notice => notice.Key)], [], orders.Now), [.. Nobody(given)]);
    }

    static IEnumerable<NewDelivery> Together((CopiedNotice Notice, Person Person)[] mail)
    {
        var to = mail[0].Person;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', mail.Select(one => one.Notice.Key)))))[..32];
        return mail.Select(one => new NewDelivery(DeliveryKind.notice, one.Notice.Key, DeliveryChannel.mail, to.Mail, to.Name, one.Notice.Subject, $"notices:{hash}|{to.Mail}"));
    }

    static IEnumerable<string> Nobody(IEnumerable<(CopiedNotice Notice, IReadOnlyList<Person> To)> given) => given.Where(one => one.To.Count == 0)
        .CountBy(one => one.Notice.OrgUnit is { } unit && Audience.ByKind.GetValueOrDefault(one.Notice.Kind) is not { Unit: false } ? $"单位 {unit}" : $"{one.Notice.Kind}")
        .Select(one => $"{one.Value} 条通知没有邮件收件人（data/mail.json 里没有“{one.Key}”的人），只在答复文件夹里");
}
