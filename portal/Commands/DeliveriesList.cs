using System.Globalization;
using Reporting.Portal.Delivery;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>What was sent to whom, and what became of it.</summary>
static class DeliveriesList
{
    const int UsualLimit = 50, MostLimit = 10_000;

    public static Verb Verb { get; } = new("deliveries list", "投递记录：报告、通知发给了谁，送到没有", "what was sent to whom, and what became of it")
    {
        Parameters =
        [
            new("--failed", ParameterKind.Flag, "只看没有送到的：拒收、不再试、不能确定", "only what did not arrive: refused, given up, uncertain"),
            new("--to", ParameterKind.Text, "只看这个邮箱或文件夹", "of this address or folder only") { Shape = "MAIL" },
            new("--limit", ParameterKind.Text, "最多几条，默认 50", "how many at most, 50 by default") { Shape = "N" },
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        if (!int.TryParse(request["--limit"] ?? $"{UsualLimit}", NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is 0 or > MostLimit)
            throw new MisuseException($"--limit 要是 1 到 {MostLimit} 的整数。", $"--limit should be a whole number from 1 to {MostLimit}.");
        var to = request["--to"] is { } given && given.Contains('@', StringComparison.Ordinal) ? given.ToLowerInvariant() : request["--to"];
        var (rows, counts) = (office.Operations.Deliveries(limit, request.Has("--failed"), to), office.Operations.DeliveryCounts());
        if (request.Json) return Answer.Document(new { server = office.Mail.Host?.Host, counts, deliveries = rows.Select(Printed) });
        if (rows.Count == 0) return Answer.Done(request.Has("--failed") ? request.Say("没有送不到的。", "Everything arrived, or still waits.") : request.Say("还没有投递过。", "Nothing has been put down yet."));
        return Answer.Done(string.Join('\n', [string.Join("，", counts.Select(count => $"{FailedDeliveries.InWords(count.State)} {count.Number}")), .. Aligned.Rows([.. rows.Select(Cells)])]));
    }

    static IReadOnlyList<string> Cells(DeliveryRow row) =>
    [
        $"{row.DeliveryId} 号", FailedDeliveries.InWords(row.State), ShanghaiTime.Print((row.EndedAt ?? row.RecordedAt).UtcDateTime), $"{row.Name} {row.Recipient}".Trim(), row.Title,
        string.Join("  ", new[] { $"第 {row.Attempts} 次", $"{row.Code} {row.Answer}".Trim(), row.NextAttemptAt is { } next ? $"{ShanghaiTime.Print(next.UtcDateTime)} 再试" : "" }.Where(words => words.Length > 0)),
    ];

    internal static object Printed(DeliveryRow row) => new
    {
        Id = row.DeliveryId, row.Kind, row.Thing, row.Channel, row.Recipient, Name = row.Name.Length > 0 ? row.Name : null, row.Title, row.State, row.Attempts,
        row.RecordedAt, row.NextAttemptAt, row.SendingAt, row.EndedAt, row.MessageId, row.Code, row.Answer,
    };
}
