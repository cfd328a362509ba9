using Reporting.Warehouse.Gateway;

namespace Reporting.Warehouse;

/// <summary>Who is told by a reminder: the unit that owes, or the leader of its district.</summary>
public enum ReminderReader { unit, leader }

/// <summary>催报: that somebody was told of one due that nothing had come for.</summary>
/// <param name="Rung">Working days after the due date as it then was; negative before it.</param>
/// <param name="Addressee">The unit written to; null where the leader was.</param>
/// <param name="State">What stood of it then, in the words of <see cref="Marts.UnitPeriodStatus"/>.</param>
/// <param name="Receipt">Of the sheet that stood returned or unclear; null where none did.</param>
/// <param name="ToldOn">The day at the district's; <paramref name="ToldAt"/> is UTC.</param>
/// <param name="KnownFromLoad">0 until it is written.</param>
public sealed record Reminder(
    string District, string OrgUnit, string Form, PeriodKind PeriodKind, DateOnly PeriodStart, DateOnly PeriodEnd, DateOnly DueDate, int Rung,
    ReminderReader Told, string? Addressee, string State, string? Receipt, string NoticeKey, DateOnly ToldOn, DateTime ToldAt, long KnownFromLoad)
{
    public Period Period => Period.Of(PeriodKind, PeriodStart, PeriodEnd);

    /// <summary>Whether it was about this due, with the date that the due has now.</summary>
    public bool IsAbout(SubmissionDue due) =>
        (OrgUnit, Form, PeriodStart, DueDate) == (due.OrgUnit, due.Form, due.PeriodStart, due.DueDate);
}

/// <summary>A table that stands returned or unclear: nothing counts of it until its sender acts.</summary>
/// <param name="OrgUnit">Its unit, else that of the channel it came through.</param>
/// <param name="ReceivedAt">UTC.</param>
public sealed record LeftSheet(string? OrgUnit, string? Form, DateOnly? PeriodStart, TableState State, string Receipt, string FileName, DateTime ReceivedAt);

/// <summary>What reminders rest on, and the log of them.</summary>
public sealed class Reminders(DuckDbGateway gateway)
{
    /// <summary>Dues of a district known at a load that fall on the days from–to.</summary>
    public IReadOnlyList<SubmissionDue> Dues(string district, DateOnly from, DateOnly to, long asOf) =>
        gateway.Read<SubmissionDue>("Schema/reminders/dues.sql", new { district, from, to, asOf });

    /// <summary>What was told of dues of a district that fell on the days from–to, as known at a load; the latest first.</summary>
    public IReadOnlyList<Reminder> Log(string district, DateOnly from, DateOnly to, long asOf) =>
        gateway.Read<Reminder>("Schema/reminders/log.sql", new { district, from, to, asOf });

    /// <summary>Tables of a district that came since a moment (UTC) and stand returned or unclear, the latest last.</summary>
    public IReadOnlyList<LeftSheet> Left(string district, DateTime since) =>
        gateway.Read<LeftSheet>("Schema/reminders/left_sheets.sql", new { district, receivedAt = since });

    /// <summary>Writes down who is told, with the notices that tell them: both or neither. Known from the load that comes next.</summary>
    public void Tell(IReadOnlyList<Reminder> reminders, IReadOnlyList<Notice> notices)
    {
        if (reminders.Count == 0) return;
        gateway.Write(transaction =>
        {
            var known = LoadSteps.NextLoad(transaction);
            transaction.Append(AppendedTables.Reminder, reminders.Select(reminder => reminder with { KnownFromLoad = known }));
            Outbox.Insert(transaction, notices);
        });
    }
}
