using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Reporting.Portal.Delivery;

/// <summary>Hands a mail to the server. The one file that knows the mail library.</summary>
static class MailServer
{
    const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Said = "The server response was: ";

    /// <summary>From here on an answer is a refusal for good.</summary>
    const int Permanent = 500, Temporary = 400;

    /// <summary>How long after its limit a call that does not heed it is waited for.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Never throws for what a server, a network or an address may do.</summary>
    /// <exception cref="FailureException">The password cannot be read.</exception>
    public static async Task<MailAnswer> Send(MailHost host, OutgoingMail mail)
    {
        var password = host.PasswordFile is { } file ? Password(file) : null;
        using var body = new WatchedStream(Encoding.UTF8.GetBytes(mail.Words.ReplaceLineEndings("\r\n")));
        using var attached = mail.File is { } given ? new WatchedStream(given.Bytes) : null;
        MailMessage message;
        try { message = Written(host, mail, body, attached); }
        // An address that is none; of what a line does while the mail is on its way nothing of this kind is a refusal.
        catch (Exception unwritable) when (unwritable is FormatException or ArgumentException) { return new(MailEnd.refused, null, Words(unwritable)); }
        using (message) return await HandOver(host, password, message, attached ?? body);
    }

    static async Task<MailAnswer> HandOver(MailHost host, string? password, MailMessage message, WatchedStream last)
    {
        try
        {
            await Call(host, password, message, last);
            return new(MailEnd.accepted, 250, "");
        }
        catch (SmtpException answered) when ((int)answered.StatusCode >= Temporary) { return Answered(answered, last.IsWhole); }
        catch (Exception broken) when (broken is not (OutOfMemoryException or FailureException))
        {
            return new(last.CutOff() ? MailEnd.uncertain : MailEnd.unreachable, null, Words(broken));
        }
    }

    static async Task Call(MailHost host, string? password, MailMessage message, WatchedStream last)
    {
        var client = new SmtpClient(host.Host, host.Port) { EnableSsl = host.Security == MailSecurity.starttls };
        if (password is not null) client.Credentials = new NetworkCredential(host.User, password);
        using var limit = new CancellationTokenSource(host.Limit); // the client's own limit does not hold for what is awaited
        try { await client.SendMailAsync(message, limit.Token).WaitAsync(host.Limit + Grace); }
        catch (TimeoutException) { last.CutOff(); throw; }
        finally
        {
            try { client.Dispose(); } // says goodbye, which may fail though the mail was taken
            catch (Exception gone) when (gone is IOException or SmtpException or ObjectDisposedException) { }
        }
    }

    /// <param name="wasWhole">The answer came after all of the mail; before, only that to the recipient is about this mail.</param>
    static MailAnswer Answered(SmtpException answered, bool wasWhole)
    {
        var code = (int)answered.StatusCode;
        var isOfMail = wasWhole || answered is SmtpFailedRecipientException;
        return new(isOfMail && code >= Permanent ? MailEnd.refused : isOfMail && answered.StatusCode != SmtpStatusCode.ServiceNotAvailable ? MailEnd.later : MailEnd.unreachable, code, Words(answered));
    }

    static MailMessage Written(MailHost host, OutgoingMail mail, WatchedStream body, WatchedStream? attached)
    {
        var message = new MailMessage
        {
            From = new(host.From, host.FromName, Encoding.UTF8), Subject = Warehouse.OneLine.Of(mail.Subject), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.To, Warehouse.OneLine.Of(mail.ToName), Encoding.UTF8));
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // nobody's out-of-office answers it
        message.AlternateViews.Add(new(body, new ContentType("text/plain; charset=utf-8")) { TransferEncoding = TransferEncoding.Base64 });
        if (attached is not null) message.Attachments.Add(Attached(attached, mail.File!.Name));
        return message;
    }

    // The name twice, as mail programs write it: by RFC 2231 where it belongs, and as an encoded word for programs that only know that.
    static Attachment Attached(WatchedStream content, string name)
    {
        var attachment = new Attachment(content, new ContentType(Workbook) { Name = name }) { TransferEncoding = TransferEncoding.Base64 };
        attachment.ContentDisposition!.DispositionType = DispositionTypeNames.Attachment;
        attachment.ContentDisposition.Parameters["filename*"] = $"UTF-8''{Uri.EscapeDataString(name)}";
        return attachment;
    }

    /// <exception cref="FailureException">It is not there, is empty, or others can read it.</exception>
    internal static string Password(string file)
    {
        if (!File.Exists(file)) throw new FailureException($"data/mail.json 的口令文件 {file} 不在；放好它（chmod 600），邮件会接着发。", $"The password file {file} of data/mail.json is not there; lay it there (chmod 600), and mail goes on.");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            throw new FailureException($"别人也能读口令文件 {file}：请 chmod 600，邮件会接着发。", $"Others can read the password file {file}: chmod 600 it, and mail goes on.");
        return File.ReadLines(file).FirstOrDefault() is { Length: > 0 } password ? password : throw new FailureException($"口令文件 {file} 是空的。", $"The password file {file} is empty.");
    }

    static string Words(Exception error)
    {
        var words = error.InnerException is { } inner && error.Message.Length < 40 ? $"{error.Message} {inner.Message}" : error.Message;
        return Warehouse.OneLine.Of(words.IndexOf(Said, StringComparison.Ordinal) is >= 0 and var at ? words[(at + Said.Length)..] : words).Trim();
    }
}
