namespace Reporting.Warehouse;

/// <summary>
/// The durable steps of a figure's way, in order: after each of them something outlives a crash. Tests stop the process at every
/// one of them and require that the next start ends in the same warehouse.
/// </summary>
public enum DurableStep
{
    schema_applied, definitions_entered, job_run_recorded, job_run_started,
    take_archived, take_recorded, take_moved, file_marked, load_committed, answer_written, notice_copied, notice_marked,
    edition_archived, edition_recorded, edition_exported, job_run_finished,
}

/// <summary>The durable steps of keeping and bringing back: after each of them a crash leaves earlier backups whole and the data folder usable.</summary>
public enum KeepingStep
{
    backup_begun, backup_stores_copied, backup_files_copied, backup_manifest_written, backup_named, backup_old_removed,
    restore_checked, restore_copied, restore_committed, restore_old_aside, restore_entry_moved, restore_done,
}

/// <summary>The durable steps of delivering: after each of them a crash loses nothing that was put down and sends nothing twice.</summary>
public enum DeliveryStep
{
    deliveries_recorded, delivery_claimed, delivery_answered, delivery_settled, deliveries_gathered, deliveries_told,
}

/// <summary>Announces that a durable step is behind us; a test may have the process end right there, or have the steps written down.</summary>
public static class Durable
{
    static readonly string? Log = Environment.GetEnvironmentVariable("REPORTING_STEPS_LOG");
    static readonly (string? Step, int Number, string? Of) CrashAt = Parse(Environment.GetEnvironmentVariable("REPORTING_CRASH_AT"));
    static readonly Lock Passing = new();
    static int passed;

    /// <summary>
    /// With <c>REPORTING_CRASH_AT=step</c> or <c>step:n</c> the process ends without clean-up at the n-th passing of that step, as if it
    /// were killed; with <c>step=what</c> at each passing of it for that thing. With <c>REPORTING_STEPS_LOG=file</c> each passing adds a line to that file. Nothing sets them but tests.
    /// </summary>
    public static void Passed(DurableStep step, string? of = null) => Passed(step.ToString(), of);

    /// <inheritdoc cref="Passed(DurableStep, string?)"/>
    public static void Passed(KeepingStep step) => Passed(step.ToString(), null);

    /// <inheritdoc cref="Passed(DurableStep, string?)"/>
    public static void Passed(DeliveryStep step) => Passed(step.ToString(), null);

    static void Passed(string step, string? of)
    {
        if (Log is null && CrashAt.Step is null) return;
        lock (Passing)
        {
            if (Log is not null) File.AppendAllText(Log, $"{step}\n");
            if (CrashAt.Step == step && (CrashAt.Of is not null ? CrashAt.Of == of : ++passed == CrashAt.Number)) System.Diagnostics.Process.GetCurrentProcess().Kill();
        }
    }

    static (string?, int, string?) Parse(string? words) => words?.Split(':', '=') switch
    {
        null => (null, 0, null),
        [var step, var of] when words.Contains('=', StringComparison.Ordinal) => (step, 0, of),
        [var step, var number] => (step, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), null),
        _ => (words, 1, null),
    };
}
