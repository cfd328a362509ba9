namespace Reporting.Portal.Operations;

/// <summary>What is delivered: an issued workbook, a notice of the outbox, a district's open alerts as of a day.</summary>
public enum DeliveryKind { edition, notice, digest }

/// <summary>How it gets there.</summary>
public enum DeliveryChannel { mail, folder }

/// <summary>
/// pending: waits, perhaps for its next attempt; sending: under way; sent: the server took it, or the copy lies there. Ended without arriving:
/// failed (refused for good), given_up (too many attempts), uncertain (cut off after all of it was sent, so that only a person can tell).
/// </summary>
public enum DeliveryState { pending, sending, sent, failed, given_up, uncertain }

/// <summary>Something for one recipient, to be put down.</summary>
/// <param name="Thing">An edition's id, a notice's key, a digest's district and day.</param>
/// <param name="Recipient">A mail address in small letters, or a folder.</param>
/// <param name="Name">What the recipient is called.</param>
/// <param name="MailKey">Shared by what goes in one mail.</param>
/// <param name="Body">The words of a digest; of others they are looked up.</param>
public sealed record NewDelivery(DeliveryKind Kind, string Thing, DeliveryChannel Channel, string Recipient, string Name, string Title, string MailKey, string? Body = null);

/// <summary>One thing for one recipient, and how it stands.</summary>
/// <param name="Body">The words of a digest; <paramref name="Notice"/> is a notice's own document.</param>
/// <param name="Code">Of the server's last answer; null where there was none.</param>
/// <param name="Answer">Its words, or what went wrong.</param>
public sealed record DeliveryRow(
    long DeliveryId, DeliveryKind Kind, string Thing, DeliveryChannel Channel, string Recipient, string Name, string Title, string? Body, string? Notice, string MailKey,
    DeliveryState State, long Attempts, DateTimeOffset RecordedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? SendingAt, DateTimeOffset? EndedAt,
    string? MessageId, long? Code, string? Answer)
{
    /// <summary>It ended without arriving.</summary>
    public bool HasFailed => State is DeliveryState.failed or DeliveryState.given_up or DeliveryState.uncertain;
}

/// <summary>A delivery that did not arrive, with the report to operations that it belongs to.</summary>
public sealed record UndeliveredRow(long Report, long DeliveryId, string Name, string Recipient, string Title, DeliveryState State, long Attempts, long? Code, string? Answer);

/// <summary>How many deliveries stand in a state.</summary>
public sealed record DeliveryCount(DeliveryState State, long Number);
