namespace Reporting.Warehouse;

/// <summary>
/// The durable steps of a figure's way, in order: after each of them something outlives a crash. Tests stop the process at every
/// one of them and require that the next start ends in the same warehouse.
/// </summary>
public enum DurableStep
{
    take_archived, take_recorded, take_moved, check_settled, load_committed, answer_written, notice_copied, notice_marked,
    edition_archived, edition_recorded, edition_exported, job_run_recorded, job_run_finished,
}

/// <summary>Announces that a durable step is behind us; a test may have the process end right there.</summary>
public static class Durable
{
    static readonly string? CrashAt = Environment.GetEnvironmentVariable("REPORTING_CRASH_AT");
    static int passed;

    /// <summary>
    /// With <c>REPORTING_CRASH_AT=step</c> or <c>step:n</c> the process ends without clean-up at the n-th passing of that step, as under
    /// a power cut. Nothing sets it but tests.
    /// </summary>
    public static void Passed(DurableStep step)
    {
        if (CrashAt is null || !CrashAt.StartsWith(step.ToString(), StringComparison.Ordinal)) return;
        var number = CrashAt.Split(':') is [_, var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 1;
        if (CrashAt.Split(':')[0] == step.ToString() && Interlocked.Increment(ref passed) == number)
            System.Diagnostics.Process.GetCurrentProcess().Kill();
    }
}
