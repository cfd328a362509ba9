using System.IO.Compression;
using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Delivery;
using Reporting.Portal.Operations;
using Reporting.Reports.Issuing;
using Reporting.Tests.Jobs;
using Reporting.Tests.Keeping;
using Reporting.Warehouse;

namespace Reporting.Tests.Delivery;

/// <summary>An office with a mail server and people, and what a test of deliveries asks of it.</summary>
sealed class MailedOffice : IDisposable
{
    public const string Unit = "310151102", District = "310151";

    public readonly KeptOffice Kept = new();

    public MailedOffice(int? port, object? more = null)
    {
        var people = new object[]
        {
            new { name = "李区长", mail = "Leader@example.test", roles = new[] { "leader" }, district = District }, new { name = "王科", mail = "reviewer@example.test", roles = new[] { "reviewer" } },
            new { name = "运维", mail = "ops@example.test", roles = new[] { "operations" } }, new { name = "统计员", mail = "clerk@example.test", unit = Unit },
        };
        var settings = JsonSerializer.SerializeToNode<object>(port is null ? new { people } : new { host = "127.0.0.1", port, security = "none", from = "office@example.test", people })!.AsObject();
        if (more is not null) foreach (var (key, value) in JsonSerializer.SerializeToNode(more)!.AsObject()) settings[key] = value?.DeepClone();
        File.WriteAllText(Kept.Data.Mail, settings.ToJsonString());
    }

    public Office Office => Kept.Office;

    public OperationsStore Store => Office.Operations;

    public DeliverOrders Orders(params string[] recipients) => new("deliver", ++runs, Kept.Clock.Now, ShanghaiTime.DateOf(Kept.Clock.Now.UtcDateTime), Office.Mail, recipients);

    int runs = 100;

    public Delivered Run(DeliverOrders orders, Action<DeliveryStep>? passed = null) => Deliver.Run(Office, orders, passed ?? (_ => { }), (_, _) => { }, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>One run for these recipients, a minute after the last.</summary>
    public Delivered Run(params string[] recipients)
    {
        Kept.Clock.Now += TimeSpan.FromMinutes(1);
        return Run(Orders(recipients));
    }

    /// <summary>Has begun: what there was before is left out.</summary>
    public MailedOffice Begun(params string[] recipients)
    {
        Run(recipients);
        return this;
    }

    /// <summary>Issues an edition of so many bytes or more; its content is of no interest here.</summary>
    public Edition Issue(int bytes = 1000, string report = "monthly", string? unit = null)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("part", CompressionLevel.NoCompression).Open();
            var noise = new byte[bytes];
            new Random(bytes + runs).NextBytes(noise);
            part.Write(noise);
        }
        var key = new EditionKey(Reporting.Reports.Report.Named(report) with { Render = _ => content.ToArray() }, District, JanuarySheets.January, unit);
        return Editing.Issue(Office.Warehouse, key, Office.Warehouse.Marts.LastLoad()!, new("甲", Kept.Clock.Now.UtcDateTime, Demo: false));
    }

    public void Announce(string kind, string? unit, string subject, string words) => Office.Warehouse.Outbox.Announce(
        [new($"{kind}:{subject}", kind, District, unit, null, subject, JsonSerializer.Serialize(new { words }), Kept.Clock.Now.UtcDateTime)]);

    public DeliveryRow Row(string recipient) => Assert.Single(Store.Deliveries(1000, recipient: recipient));

    public string Said(params string[] words) => Kept.Said(words);

    public Answer Ask(params string[] words) => Kept.Ask(words);

    public void Dispose() => Kept.Dispose();
}
