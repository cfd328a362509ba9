using System.Globalization;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Delivery;

/// <summary>Which editions an entry has not looked at yet, and who gets them. Each is looked at once, when its readers may see it.</summary>
static class NewEditions
{
    /// <summary>Puts them down. Where the entry has just been set up, what was there before is left out, and told.</summary>
    public static (int Added, IReadOnlyList<string> Warnings) PutDown(Office office, DeliverOrders orders)
    {
        var released = office.Warehouse.Editions.All().Where(edition => edition.IsReleased(orders.Now.UtcDateTime)).ToList();
        var (rows, seen, warnings) = (new List<NewDelivery>(), new List<(string, long)>(), new List<string>());
        foreach (var (channel, isSet) in new[] { (DeliveryChannel.mail, orders.Mail.Host is not null), (DeliveryChannel.folder, orders.Folder is not null) })
        {
            var scope = $"{channel}:{orders.Entry}";
            if (!isSet) office.Operations.ForgetDelivery(scope);
            else if (office.Operations.DeliveryStart(scope) is null) warnings.AddRange(Begin(office, orders, channel, released));
            else
            {
                var known = office.Operations.SeenEditions(scope);
                var fresh = released.Where(edition => !known.Contains(edition.EditionId)).ToList();
                var given = fresh.Select(edition => (Edition: edition, To: Recipients(orders, edition, channel).ToList())).ToList();
                rows.AddRange(given.SelectMany(one => one.To.Select(to => Row(one.Edition, channel, to))));
                warnings.AddRange(given.Where(one => one.To.Count == 0 && IsMeant(orders, one.Edition)).Select(one => Nobody(one.Edition)));
                seen.AddRange(fresh.Select(edition => (scope, edition.EditionId)));
            }
        }
        return (seen.Count == 0 ? 0 : office.Operations.PutDown(rows, [], seen, orders.Now), warnings);
    }

    static IEnumerable<string> Begin(Office office, DeliverOrders orders, DeliveryChannel channel, List<Edition> there)
    {
        office.Operations.BeginEditions($"{channel}:{orders.Entry}", [.. there.Select(edition => edition.EditionId)], orders.Now);
        return there.Count == 0 ? [] : [$"{(channel == DeliveryChannel.mail ? "邮件" : "文件夹")}从现在起投递：此前签发的 {there.Count} 期不补送（要补送的用 edition show 取出）"];
    }

    static string Nobody(Edition edition) => $"{edition.FileName} 没有邮件收件人{(edition.Unit is { } unit ? $"：data/mail.json 里没有单位 {unit} 的人" : "")}";

    static bool IsMeant(DeliverOrders orders, Edition edition) =>
        (orders.District is null || orders.District == edition.District) && (orders.Reports.Count == 0 || orders.Reports.Contains(edition.Report));

    static IEnumerable<(string Recipient, string Name)> Recipients(DeliverOrders orders, Edition edition, DeliveryChannel channel)
    {
        if (!IsMeant(orders, edition)) return [];
        if (channel == DeliveryChannel.folder) return [(orders.Folder!, "")];
        // Forty books of forty units are nobody's mail but each unit's own, unless somebody asks for them.
        var own = edition.Unit is { } unit ? orders.Mail.People.OfUnit(unit).Select(person => (person.Mail, person.Name)) : [];
        var named = edition.Unit is null || orders.Reports.Contains(edition.Report) ? orders.Addressees(edition.District) : [];
        return own.Concat(named).DistinctBy(one => one.Item1);
    }

    static NewDelivery Row(Edition edition, DeliveryChannel channel, (string Recipient, string Name) to)
    {
        var id = edition.EditionId.ToString(CultureInfo.InvariantCulture);
        return new(DeliveryKind.edition, id, channel, to.Recipient, to.Name, edition.FileName, $"edition:{id}|{channel}|{to.Recipient}");
    }
}
