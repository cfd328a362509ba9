using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Delivery;

/// <summary>The digest of each district's open alerts, as the verb <c>alerts</c> shows them on the day. Where nothing is open none is sent.</summary>
static class NewDigests
{
    public static int PutDown(Office office, DeliverOrders orders)
    {
        if (orders.Mail.Host is null) return 0;
        var rows = new List<NewDelivery>();
        foreach (var district in office.Warehouse.Definitions.Current.Districts.Where(district => orders.District is null || district.Code == orders.District))
        {
            var to = orders.Addressees(district.Code).ToList();
            if (to.Count == 0 || Board(office, district.Code) is not { } board || !IsOpen(board)) continue;
            var (thing, words) = ($"{district.Code}:{orders.Day:yyyy-MM-dd}", AlertText.Of(board, null));
            rows.AddRange(to.Select(one => new NewDelivery(DeliveryKind.digest, thing, DeliveryChannel.mail, one.Mail, one.Name,
                $"{district.Name}亮灯摘要 {orders.Day:yyyy年M月d日}", $"digest:{thing}|{one.Mail}", words)));
        }
        return rows.Count == 0 ? 0 : office.Operations.PutDown(rows, [], [], orders.Now);
    }

    static bool IsOpen(AlertBoard board) =>
        board.Alerts.Any(alert => alert.Now.Light is LightColour.red or LightColour.orange or LightColour.yellow) || board.Input.Cases.Any(one => !one.IsClosed);

    // A district without a plan or figures of the year has no lights to tell of.
    static AlertBoard? Board(Office office, string district)
    {
        try { return AlertsVerb.Board(new("alerts", new Dictionary<string, IReadOnlyList<string>> { ["--district"] = [district] }, [], Login.OfSystem, null, "zh", Json: false), office).Board; }
        catch (MisuseException) { return null; }
    }
}
