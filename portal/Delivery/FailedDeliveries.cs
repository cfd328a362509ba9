using System.Globalization;
using System.Text.Json.Nodes;
using Reporting.Portal.Jobs;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Delivery;

/// <summary>Tells operations, once, what did not arrive. The report gathers first and is told afterwards under its own key, so that a crash between neither loses nor doubles it.</summary>
static class FailedDeliveries
{
    public const string Kind = "delivery_failed";

    const int Named = 50;

    /// <returns>One line for each that was told.</returns>
    public static IReadOnlyList<string> Tell(Office office, DeliverOrders orders, Action<DeliveryStep> passed)
    {
        var rows = office.Operations.TakeUnreported(orders.Report);
        if (rows.Count == 0) return [];
        passed(DeliveryStep.deliveries_gathered);
        office.Warehouse.Outbox.Announce([.. rows.GroupBy(row => row.Report).Select(report => Report(report.Key, [.. report], orders))]);
        office.CarryNotices();
        passed(DeliveryStep.deliveries_told);
        foreach (var report in rows.Select(row => row.Report).Distinct()) office.Operations.MarkReported(report, orders.Now);
        return [.. rows.Select(Line)];
    }

    static Notice Report(long report, List<UndeliveredRow> rows, DeliverOrders orders) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Kind}:{report}"), Kind, null, CheckWarehouseJob.Operations, null, $"没有送到 {rows.Count} 件（第 {report} 次运行）", new JsonObject
        {
            ["run"] = report, ["deliveries"] = new JsonArray([.. rows.Select(row => (JsonNode)row.DeliveryId)]),
            ["words"] = $"没有送到的 {rows.Count} 件：\n{string.Concat(rows.Take(Named).Select(row => $"· {Line(row)}\n"))}{(rows.Count > Named ? $"其余 {rows.Count - Named} 件见 deliveries list --failed\n" : "")}"
                + "排除原因后，要再送的用 reporting deliveries resend 编号 --reason 原因；不能确定的先问收件人收到没有。\n",
        }.ToJsonString(PrintedJson.Options), orders.Now.UtcDateTime);

    static string Line(UndeliveredRow row) => $"{row.DeliveryId} 号 {row.Title} → {(row.Name.Length > 0 ? $"{row.Name} " : "")}{row.Recipient}：{StateInWords(row)}";

    static string StateInWords(UndeliveredRow row) => $"{InWords(row.State)}{(row.Code is null && string.IsNullOrEmpty(row.Answer) ? "" : $"（{$"{row.Code} {row.Answer}".Trim()}）")}";

    /// <summary>As people read it.</summary>
    public static string InWords(DeliveryState state) => state switch
    {
        DeliveryState.pending => "等待投递",
        DeliveryState.sending => "正在投递",
        DeliveryState.sent => "已送出",
        DeliveryState.failed => "对方拒收",
        DeliveryState.given_up => "多次不成，不再试",
        _ => "不能确定是否送到",
    };
}
