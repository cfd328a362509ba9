using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Delivery;

/// <summary>What a mail says.</summary>
static class MailText
{
    const string Foot = "\n本邮件由系统自动发出，请不要直接回复。\n";

    // The same for the same mail, however often it is tried: whoever gets it twice can tell. With its moment, as another office counts its editions
    // from one, too, and servers drop what they take for a copy.
    static string MessageId(DeliveryRow row, MailHost host) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{row.MailKey}|{row.RecordedAt.UtcTicks}"))))[..40]}@{host.From[(host.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}>";

    /// <param name="bytes">Of the kept workbook.</param>
    /// <param name="link">Where it lies, if it is too large to be attached.</param>
    public static OutgoingMail OfEdition(DeliveryRow row, Edition edition, byte[] bytes, string? link, MailHost host, bool demo)
    {
        var title = Path.GetFileNameWithoutExtension(edition.FileName);
        var where = link is null ? "工作簿见附件。" : $"工作簿有 {Megabytes(bytes.Length)}，超过邮件附件的上限，没有附上。请在这里打开：\n{link}";
        var words = $"{title}\n签发：{ShanghaiTime.Print(edition.IssuedAt)}（北京时间），数据批次 {edition.AsOfLoad}{(edition.Reason is { } reason ? $"\n更正原因：{reason}" : "")}\n\n{where}\n\n校验码（SHA-256）：{edition.Sha256}\n{Foot}";
        return new(MessageId(row, host), row.Recipient, row.Name, Marked(title, demo), words, link is null ? new(edition.FileName, bytes) : null);
    }

    /// <param name="rows">Of one mail, in their order.</param>
    public static OutgoingMail OfWords(IReadOnlyList<DeliveryRow> rows, MailHost host, bool demo)
    {
        var first = rows[0];
        var subject = rows.Count == 1 ? first.Title : $"{rows.Count} 条通知：{first.Title} 等";
        var words = rows.Count == 1 ? Words(first) : string.Join($"\n{new string('—', 20)}\n\n", rows.Select((row, index) => $"【{index + 1}/{rows.Count}】{row.Title}\n\n{Words(row).TrimEnd()}\n"));
        return new(MessageId(first, host), first.Recipient, first.Name, Marked(subject, demo), $"{words.TrimEnd()}\n{Foot}", null);
    }

    static string Marked(string subject, bool demo) => demo ? $"（演示数据）{subject}" : subject;

    // A notice's document holds its words; one without them is shown as it is.
    static string Words(DeliveryRow row) => row.Notice is not { } document ? row.Body ?? row.Title : JsonNode.Parse(document)?["words"]?.GetValue<string>() ?? document;

    static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0.1m, Figures.Round(bytes / 1_000_000m, 1))} MB");
}
