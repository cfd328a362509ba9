using System.Globalization;
using System.Security.Cryptography;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal.Delivery;

/// <summary>
/// Sends what waits. Of each mail the intent is on the disk before the server hears of it, and the outcome right after; what is cut off between
/// them is told as uncertain by the next run and never sent again by itself.
/// </summary>
sealed class Sending(Office office, DeliverOrders orders, Action<DeliveryStep> passed, CancellationToken stopping)
{
    const string Gone = "这一期的原件不在或已损坏；用 verify 查看，从备份找回后 deliveries resend";

    /// <summary>After so many mails in a row that the server itself failed, the others wait for the next run.</summary>
    const int MostUnreachable = 3;

    static readonly TimeSpan First = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromHours(4);

    readonly Dictionary<long, Edition> editions = [];
    readonly List<string> warnings = [];
    int unreachable, sent, ended, later;

    /// <summary>What became of those that were tried, and of how many the server was not asked.</summary>
    public sealed record Sent(int Arrived, int NotArrived, int Later, int Waiting, IReadOnlyList<string> Warnings);

    public async Task<Sent> Run(Action<int, int> progress)
    {
        var mails = office.Operations.DueDeliveries(office.Time.GetUtcNow()).GroupBy(row => row.MailKey).Select(mail => mail.ToList()).ToList();
        if (mails.Exists(mail => mail[0].Kind == DeliveryKind.edition)) foreach (var edition in office.Warehouse.Editions.All()) editions[edition.EditionId] = edition;
        var waiting = 0;
        for (var index = 0; index < mails.Count; index++)
        {
            stopping.ThrowIfCancellationRequested(); // between two mails: one that is under way comes to its end
            var isMail = mails[index][0].Channel == DeliveryChannel.mail;
            if (isMail && (orders.Mail.Host is null || unreachable >= MostUnreachable)) waiting++;
            else if (isMail) await Mail(mails[index], orders.Mail.Host!);
            else Lay(mails[index]);
            progress(index + 1, mails.Count);
        }
        if (unreachable >= MostUnreachable) warnings.Add($"邮件服务器连续 {MostUnreachable} 次不通，其余 {waiting} 封等下一次");
        return new(sent, ended, later, waiting, warnings);
    }

    async Task Mail(List<DeliveryRow> rows, MailHost host)
    {
        if (Written(rows, host) is not { } mail)
        {
            if (office.Operations.ClaimDelivery(rows[0].MailKey, null, office.Time.GetUtcNow())) End(rows, DeliveryState.failed, null, Gone);
            return;
        }
        if (!office.Operations.ClaimDelivery(rows[0].MailKey, mail.MessageId, office.Time.GetUtcNow())) return;
        passed(DeliveryStep.delivery_claimed);
        MailAnswer answer;
        try { answer = await MailServer.Send(host, mail); }
        catch (FailureException setting) // nothing was sent: it waits for the setting to be mended
        {
            office.Operations.SettleDelivery(rows[0].MailKey, DeliveryState.pending, null, setting.In("zh"), null, office.Time.GetUtcNow());
            throw;
        }
        passed(DeliveryStep.delivery_answered);
        unreachable = answer.End == MailEnd.unreachable ? unreachable + 1 : 0;
        Settle(rows, answer);
        passed(DeliveryStep.delivery_settled);
    }

    OutgoingMail? Written(List<DeliveryRow> rows, MailHost host)
    {
        if (rows[0].Kind != DeliveryKind.edition) return MailText.OfWords(rows, host, office.IsDemo);
        if (EditionOf(rows[0]) is not { } edition) return null;
        if (BytesOf(edition) is not { } bytes) return null;
        return MailText.OfEdition(rows[0], edition, bytes, bytes.Length > orders.Mail.AttachmentBytes ? PlaceOf(edition) : null, host, office.IsDemo);
    }

    /// <summary>The kept bytes while they are what was issued; one lost file keeps nothing else from going out.</summary>
    byte[]? BytesOf(Edition edition)
    {
        try { return office.Warehouse.Archive.Read(edition.Sha256) is var bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == edition.Sha256 ? bytes : null; }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException) { return null; }
    }

    Edition? EditionOf(DeliveryRow row) => editions.GetValueOrDefault(long.Parse(row.Thing, CultureInfo.InvariantCulture));

    string PlaceOf(Edition edition) => orders.Mail.BaseUrl is { } url ? $"{url}editions/{Uri.EscapeDataString(edition.FileName)}" : Path.Combine(orders.Folder ?? office.Data.Editions, edition.FileName);

    void Lay(List<DeliveryRow> rows)
    {
        var row = rows[0];
        if (!office.Operations.ClaimDelivery(row.MailKey, null, office.Time.GetUtcNow())) return;
        passed(DeliveryStep.delivery_claimed);
        if (EditionOf(row) is not { } edition || BytesOf(edition) is not { } bytes) End(rows, DeliveryState.failed, null, Gone);
        else
        {
            MailAnswer answer;
            try { answer = new(MailEnd.accepted, null, FolderCopy.Lay(row.Recipient, edition.FileName, bytes)); }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException) { answer = new(MailEnd.later, null, OneLine.Of(error.Message)); }
            passed(DeliveryStep.delivery_answered);
            Settle(rows, answer);
        }
        passed(DeliveryStep.delivery_settled);
    }

    void Settle(List<DeliveryRow> rows, MailAnswer answer)
    {
        var attempts = rows[0].Attempts + 1;
        if (answer.End == MailEnd.accepted) End(rows, DeliveryState.sent, answer.Code, answer.Words);
        else if (answer.End == MailEnd.refused) End(rows, DeliveryState.failed, answer.Code, answer.Words);
        else if (answer.End == MailEnd.uncertain) End(rows, DeliveryState.uncertain, answer.Code, $"连接在发完之后、对方答复之前断开：{answer.Words}");
        else if (attempts >= orders.MostAttempts) End(rows, DeliveryState.given_up, answer.Code, answer.Words);
        else Again(rows, answer, attempts);
    }

    void Again(List<DeliveryRow> rows, MailAnswer answer, long attempts)
    {
        var now = office.Time.GetUtcNow();
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (int)Math.Min(attempts - 1, 10)));
        office.Operations.SettleDelivery(rows[0].MailKey, DeliveryState.pending, answer.Code, answer.Words, now + wait, now);
        later++;
        warnings.Add($"{rows[0].Title} → {rows[0].Recipient}：{answer.Code} {answer.Words}；第 {attempts} 次，{ShanghaiTime.Print((now + wait).UtcDateTime)} 再试");
    }

    void End(List<DeliveryRow> rows, DeliveryState state, int? code, string? answer)
    {
        office.Operations.SettleDelivery(rows[0].MailKey, state, code, string.IsNullOrEmpty(answer) ? null : answer, null, office.Time.GetUtcNow());
        if (state == DeliveryState.sent) sent += rows.Count;
        else ended += rows.Count;
    }
}
