using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>Somebody is to be told of a due.</summary>
/// <param name="Rung">Working days after the due date; negative before it.</param>
public sealed record DueCall(OwedSheet Sheet, ReminderReader Told, int Rung);

/// <summary>
/// 催报: who is to be told of which dues on a day. Pure. Of the rungs reached only the highest is told, and only while nothing as high was:
/// after days without a run one reminder stands for those missed. When the leader was told, or the ladder is over, nothing more is said.
/// </summary>
public static class ReminderRungs
{
    /// <param name="told">What was told before, of these dues at least.</param>
    public static IReadOnlyList<DueCall> Of(IEnumerable<OwedSheet> sheets, IReadOnlyList<Reminder> told, Catalog catalog, DateOnly today)
    {
        var before = told.ToLookup(reminder => (reminder.OrgUnit, reminder.Form, reminder.PeriodStart));
        return [.. from sheet in sheets
                   where !sheet.IsFulfilled
                   let form = catalog.Form(sheet.Due.Form, sheet.Due.PeriodStart)
                   where form is not null
                   from call in Of(sheet, [.. before[(sheet.Due.OrgUnit, sheet.Due.Form, sheet.Due.PeriodStart)].Where(reminder => reminder.IsAbout(sheet.Due))],
                       DeadlinePolicy.LadderOf(catalog, form), catalog.WorkingDays, today)
                   select call];
    }

    /// <summary>The days on which something due may be spoken of today by any of the ladders in force.</summary>
    public static (DateOnly From, DateOnly To) Window(Catalog catalog, string district, DateOnly today)
    {
        var ladders = catalog.Forms.Where(form => form.District == district).Select(form => DeadlinePolicy.LadderOf(catalog, form)).ToList();
        var (ahead, after) = (-ladders.SelectMany(ladder => ladder.WorkingDays).DefaultIfEmpty(0).Min(), ladders.Select(ladder => ladder.Until).DefaultIfEmpty(0).Max());
        // A due date put off to a day off is reckoned from that day; one working day more holds it.
        return (catalog.WorkingDays.Before(today, after + 1), catalog.WorkingDays.After(today, Math.Max(ahead, 0) + 1));
    }

    static IEnumerable<DueCall> Of(OwedSheet sheet, List<Reminder> told, ReminderLadder ladder, WorkingDays days, DateOnly today)
    {
        var due = sheet.Due.DueDate;
        if (ladder.WorkingDays.Count == 0 && ladder.Leader is null || Day(ladder.Until) < today) yield break;
        var leaderTold = told.Exists(reminder => reminder.Told == ReminderReader.leader);
        foreach (var rung in ladder.WorkingDays.Where(rung => Day(rung) <= today).TakeLast(1))
            if (!leaderTold && !told.Exists(reminder => reminder.Told == ReminderReader.unit && reminder.Rung >= rung)) yield return new(sheet, ReminderReader.unit, rung);
        if (ladder.Leader is { } leader && Day(leader) <= today && !leaderTold) yield return new(sheet, ReminderReader.leader, leader);

        DateOnly Day(int rung) => ReminderLadder.DayOf(rung, due, days);
    }
}
