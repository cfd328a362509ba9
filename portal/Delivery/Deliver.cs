using Reporting.Warehouse;

namespace Reporting.Portal.Delivery;

/// <summary>What a run of <c>deliver</c> did.</summary>
/// <param name="Added">Deliveries put down; each is one thing for one recipient.</param>
/// <param name="Waiting">Mails that the server was not asked about, as it failed or none is set.</param>
sealed record Delivered(string? Server, int Added, int Arrived, int NotArrived, int Later, int Waiting, int Uncertain, IReadOnlyList<string> Warnings);

/// <summary>One run: what a dead process left is settled, what is new is put down, what waits is sent, what did not arrive is told.</summary>
static class Deliver
{
    /// <param name="passed">Told of each durable step; a test may stop there.</param>
    public static async Task<Delivered> Run(Office office, DeliverOrders orders, Action<DeliveryStep> passed, Action<int, int> progress, CancellationToken stopping)
    {
        await office.Operations.Delivering.WaitAsync(stopping);
        try
        {
            var uncertain = office.Operations.SettleInterrupted("程序在投递中断，不知道对方收到没有", orders.Now);
            office.CarryNotices();
            var (added, warnings) = PutDown(office, orders);
            passed(DeliveryStep.deliveries_recorded);
            var sent = await new Sending(office, orders, passed, stopping).Run(progress);
            var told = FailedDeliveries.Tell(office, orders, passed);
            return new(orders.Mail.Host is { } host ? $"{host.Host}:{host.Port}" : null, added, sent.Arrived, sent.NotArrived, sent.Later, sent.Waiting, uncertain, [.. warnings, .. sent.Warnings, .. told]);
        }
        finally { office.Operations.Delivering.Release(); }
    }

    static (int Added, IReadOnlyList<string> Warnings) PutDown(Office office, DeliverOrders orders)
    {
        var nobody = orders.Mail.Host is null ? [] : orders.Nobody.Select(role => $"data/mail.json 里没有 {role} 的人");
        if (orders.IsDigest) return (NewDigests.PutDown(office, orders), [.. nobody]);
        var (editions, notices) = (NewEditions.PutDown(office, orders), NewNotices.PutDown(office, orders));
        var said = editions.Warnings.Concat(notices.Warnings).ToList();
        // Every five minutes would be noise: when there is something of which they get nothing.
        return (editions.Added + notices.Added, editions.Added > 0 || said.Count > 0 ? [.. nobody, .. said] : []);
    }
}
