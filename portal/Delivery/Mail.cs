namespace Reporting.Portal.Delivery;

/// <summary>A file that goes with a mail.</summary>
sealed record MailedFile(string Name, byte[] Bytes);

/// <summary>One mail to one recipient: nobody's refusal harms another.</summary>
/// <param name="MessageId">With its angle brackets; the same however often it is tried.</param>
sealed record OutgoingMail(string MessageId, string To, string ToName, string Subject, string Words, MailedFile? File);

/// <summary>
/// accepted: the server took it; refused: it will not take this mail for this recipient, ever; later: not now; unreachable: the server itself fails,
/// whoever the mail is for; uncertain: all of it was sent and no answer came.
/// </summary>
enum MailEnd { accepted, refused, later, unreachable, uncertain }

/// <summary>What became of handing over a mail.</summary>
/// <param name="Code">Of the server's answer; null where there was none.</param>
sealed record MailAnswer(MailEnd End, int? Code, string Words);
