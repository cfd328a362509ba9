namespace Reporting.Warehouse.Reference;

/// <summary>Ladders of reminders and what becomes of late sheets, out of a definition file.</summary>
static class DeadlineReader
{
    public static DeadlinePolicy Read(Fields fields) => new(
        fields.Word<PeriodKind>("id"), fields.MapOrNull("remind", Ladder), fields.MapOrNull("late", Late));

    public static ReminderLadder Ladder(Fields fields) => new(fields.Wholes("working_days"), fields.WholeOrNull("leader"), fields.WholeOrNull("until") ?? 0);

    public static LatePolicy Late(Fields fields) => new(fields.Word<AfterLock>("after"), fields.WholeOrNull("lock_working_days"));
}
