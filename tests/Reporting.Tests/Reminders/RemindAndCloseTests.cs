using Reporting.Etl.Jobs;
using Reporting.Tests.Jobs;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reminders;

/// <summary>What is written down and when it is known: of reminders, of due dates that were put off, of locks by the calendar. No holidays: January is due on Monday 2-07.</summary>
public class RemindAndCloseTests
{
    const string Unit = "310999101", Employment = "trial-employment";
    static readonly Period January = Period.Month(2022, 1);

    const string Deadlines = """
        deadlines:
          - { id: month, remind: { working_days: [-2, 0, 1, 3], leader: 5, until: 10 }, late: { lock_working_days: 15, after: request } }
        """;

    [Fact]
    public void A_reminder_and_its_notice_are_written_together_and_never_again_though_nothing_was_carried_out()
    {
        using var trial = new TrialDistrict(more: Deadlines);
        var told = Remind(trial, new(2022, 2, 7));
        Assert.Equal([0, 0, 0], told.Reminders.Select(reminder => reminder.Rung));
        Assert.Equal(told.Notices.Single(), trial.Warehouse.Outbox.Waiting().Single(notice => notice.Kind == "reminder"));
        Assert.Equal((3, Unit), (Log(trial).Count, told.Notices.Single().OrgUnit));
        Assert.Empty(Remind(trial, new(2022, 2, 7)).Notices); // as after a crash before the relay came
        Assert.Equal(3, Log(trial).Count);
        Assert.Single(RemindMissing.Run(trial.Warehouse, District(trial), new(2022, 2, 8), TestWarehouse.At(new(2022, 2, 8)), dryRun: true).Notices);
        Assert.Equal(3, Log(trial).Count);
    }

    [Fact]
    public void A_due_date_put_off_is_known_from_its_load_on_and_outlasts_new_definitions()
    {
        using var trial = new TrialDistrict(more: Deadlines);
        var (before, now) = (trial.Warehouse.Marts.LastLoad()!, TestWarehouse.At(new(2022, 2, 9)));
        var catalog = trial.Warehouse.Definitions.Current;
        var form = catalog.Form(Employment, January.Start)!;
        LockPeriod.Run(trial.Warehouse, new("310999", Employment, January.Start, Unit, new(2022, 2, 18), "停电", "李四", now, 0), form, January, new(), now);
        Assert.Equal((new(2022, 2, 7), new(2022, 2, 18)), (DueOn(trial, before.LoadId), DueOn(trial, long.MaxValue - 1)));
        Assert.Equal(new DateOnly(2022, 2, 18), Dues.DueOn(trial.Warehouse.Definitions.Current, form, catalog.OrgUnit(Unit)!, January));
        Assert.Equal(new DateOnly(2022, 2, 7), Dues.DueOn(trial.Warehouse.Definitions.AsOf(before.LoadId), form, catalog.OrgUnit(Unit)!, January));
        Assert.Equal([new(2022, 2, 7), new(2022, 2, 18)], new[] { before, trial.Warehouse.Marts.LastLoad()! }.Select(load => StatusDueOn(trial, load)));

        trial.Define(yaml => yaml.Replace("甲河镇", "甲河街道", StringComparison.Ordinal), new(2022, 2, 10));
        Assert.Equal(new DateOnly(2022, 2, 18), DueOn(trial, long.MaxValue - 1));
        Assert.DoesNotContain(Remind(trial, new(2022, 2, 10)).Reminders, reminder => reminder.Form == Employment);
    }

    [Fact]
    public void What_a_lock_before_the_last_day_of_an_extension_leaves_open_is_locked_after_it()
    {
        using var trial = new TrialDistrict(more: Deadlines);
        var catalog = trial.Warehouse.Definitions.Current;
        var (form, unit, given) = (catalog.Form(Employment, January.Start)!, catalog.OrgUnit(Unit)!, TestWarehouse.At(new(2022, 2, 9)));
        LockPeriod.Run(trial.Warehouse, new("310999", Employment, January.Start, Unit, new(2022, 3, 10), "停电", "李四", given, 0), form, January, new(), given);
        Assert.Empty(Locked(new(2022, 2, 25)));
        // All who owe the form have more time: its period waits; the others of that day are locked.
        Assert.Equal(["trial-insurance", "trial-relations"], Locked(new(2022, 2, 28)));
        Assert.Empty(Locked(new(2022, 3, 10)));
        Assert.Equal([Employment], Locked(new(2022, 3, 11)));

        var known = trial.Warehouse.Marts.LastLoad()!.LoadId;
        Assert.True(IsLocked(known));
        Assert.False(IsLocked(known - 1));
        Assert.Empty(Close(trial, new(2022, 3, 11)).Periods);
        Assert.Equal(known, trial.Warehouse.Marts.LastLoad()!.LoadId);

        // What was due years ago is locked beside it.
        IEnumerable<string> Locked(DateOnly day) => Close(trial, day).Periods.Where(period => period.Period == January).Select(period => period.Form.Id).Order(StringComparer.Ordinal);
        bool IsLocked(long asOf) => PeriodLock.IsLocked(trial.Warehouse.Reviews.Locks("310999", asOf), form, unit, January, new(2022, 3, 11));
    }

    [Fact]
    public void A_lock_by_hand_leaves_standing_what_was_promised_before_it()
    {
        using var trial = new TrialDistrict(more: Deadlines);
        var catalog = trial.Warehouse.Definitions.Current;
        var (form, unit, now) = (catalog.Form(Employment, January.Start)!, catalog.OrgUnit(Unit)!, TestWarehouse.At(new(2022, 2, 9)));
        var locking = new PeriodLock("310999", Employment, January.Start, null, null, "汇总", "李四", now, 0);
        LockPeriod.Run(trial.Warehouse, locking with { OrgUnit = Unit, OpenUntil = new(2022, 2, 25) }, form, January, new(), now);
        LockPeriod.Run(trial.Warehouse, locking, form, January, new(), now);
        var locks = trial.Warehouse.Reviews.Locks("310999", long.MaxValue - 1);
        Assert.Equal([false, true], new DateOnly[] { new(2022, 2, 25), new(2022, 2, 26) }.Select(day => PeriodLock.IsLocked(locks, form, unit, January, day)));
        LockPeriod.Run(trial.Warehouse, locking, form, January, new(), now); // meant, the second time
        Assert.True(PeriodLock.IsLocked(trial.Warehouse.Reviews.Locks("310999", long.MaxValue - 1), form, unit, January, new(2022, 2, 25)));
        Assert.DoesNotContain(Close(trial, new(2022, 3, 7)).Periods, period => period.Form.Id == Employment && period.Period == January); // is locked already
    }

    [Fact]
    public void A_form_that_takes_sheets_whenever_they_come_is_not_locked_by_the_calendar()
    {
        using var trial = new TrialDistrict(more: Deadlines.Replace("lock_working_days: 15, after: request", "after: accept", StringComparison.Ordinal));
        Assert.Empty(Close(trial, new(2022, 6, 1)).Periods);
        Assert.Empty(trial.Warehouse.Outbox.Waiting());
    }

    [Fact]
    public void On_an_old_store_the_first_run_reminds_of_little_and_locks_without_a_word_to_units()
    {
        using var trial = new TrialDistrict(more: Deadlines);
        Assert.All(Remind(trial, new(2022, 3, 7)).Reminders, reminder => Assert.Equal(new(2022, 2, 1), reminder.PeriodStart));
        var closed = Close(trial, new(2022, 3, 7));
        Assert.True(closed.Periods.Count > 300, $"{closed.Periods.Count} periods");
        Assert.All(closed.Missing, sheet => Assert.Equal(January.Start, sheet.Due.PeriodStart));
        Assert.Equal([Unit], trial.Warehouse.Outbox.Waiting().Where(notice => notice.Kind == "period_closed").Select(notice => notice.OrgUnit));
        Assert.Empty(Remind(trial, new(2022, 3, 7)).Reminders);
    }

    static Reminded Remind(TrialDistrict trial, DateOnly day) => RemindMissing.Run(trial.Warehouse, District(trial), day, TestWarehouse.At(day));

    static Closed Close(TrialDistrict trial, DateOnly day) => ClosePeriods.Run(trial.Warehouse, District(trial), day, TestWarehouse.At(day));

    static District District(TrialDistrict trial) => trial.Warehouse.Definitions.Current.District("310999")!;

    static IReadOnlyList<Reminder> Log(TrialDistrict trial) => trial.Warehouse.Reminders.Log("310999", DateOnly.MinValue, DateOnly.MaxValue, long.MaxValue - 1);

    static DateOnly DueOn(TrialDistrict trial, long asOf) =>
        trial.Warehouse.Reminders.Dues("310999", new(2022, 2, 1), new(2022, 3, 1), asOf).Single(due => due.Form == Employment && due.OrgUnit == Unit && due.PeriodStart == January.Start).DueDate;

    static DateOnly StatusDueOn(TrialDistrict trial, Load load) =>
        trial.Warehouse.Marts.SubmissionStatusAsOf("310999", January.Start, January.Start, load).Single(row => row.Form == Employment).DueDate;
}
