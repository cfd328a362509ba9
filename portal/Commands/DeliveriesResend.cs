using System.Globalization;
using Reporting.Portal.Delivery;
using Reporting.Portal.Operations;

namespace Reporting.Portal.Commands;

/// <summary>A person decides that what did not arrive, or of which nobody knows, goes once more. What arrived never does.</summary>
static class DeliveriesResend
{
    public static Verb Verb { get; } = new("deliveries resend", "把没有送到或不能确定的一件再送一次；已送出的不再送", "let a delivery that did not arrive, or is uncertain, go once more; never one that arrived")
    {
        Parameters = [new("NUMBER", ParameterKind.Text, "投递编号，见 deliveries list", "the delivery's number, see deliveries list") { Required = true }],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        var row = (long.TryParse(request["NUMBER"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? office.Operations.Delivery(number) : null)
            ?? throw new MisuseException($"没有投递编号 {request["NUMBER"]}；用 deliveries list 查看。", $"There is no delivery {request["NUMBER"]}; deliveries list shows the numbers.");
        if (!row.HasFailed)
            throw new FailureException($"{row.DeliveryId} 号{FailedDeliveries.InWords(row.State)}，不用再送。", $"Delivery {row.DeliveryId} is {row.State}; it is not sent again.");
        var together = office.Operations.Resend(row.MailKey);
        return request.Json ? Answer.Document(new { delivery = DeliveriesList.Printed(office.Operations.Delivery(number)!), together })
            : Answer.Done($"{row.DeliveryId} 号 {row.Title} → {row.Recipient} 等 deliver 下一次运行时再送{(together > 1 ? $"（同一封邮件里共 {together} 件）" : "")}。");
    }
}
