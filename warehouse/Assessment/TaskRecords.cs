namespace Reporting.Warehouse.Assessment;

/// <summary>What was found of a task by somebody who did not report it.</summary>
public enum TaskFinding { met, partly, missed }

/// <summary>What was told of a task for one quarter. Told again, the last words speak.</summary>
public sealed record TaskQuarter(string Commitment, DateOnly QuarterStart, string Words, string ReportedBy, long KnownFromLoad);

/// <summary>A file that shows what was stated, of the same load as the statement; its bytes lie in the archive under <paramref name="Sha256"/>.</summary>
public sealed record TaskEvidence(string Commitment, string FileName, string Sha256, long Size, string ReportedBy, long KnownFromLoad);

/// <summary>A verdict. It speaks of what had been stated when it was given: a later statement waits for another.</summary>
public sealed record TaskVerdict(string Commitment, TaskFinding Verdict, DateOnly JudgedOn, string JudgedBy, string Reason, long KnownFromLoad)
{
    /// <summary>The verdict that stands on a day: the last one by then, unless something was stated after it.</summary>
    public static TaskVerdict? Standing(IEnumerable<TaskVerdict> verdicts, string commitment, DateOnly day, MilestoneState? stated) => verdicts
        .Where(verdict => verdict.Commitment == commitment && verdict.JudgedOn <= day).MaxBy(verdict => verdict.KnownFromLoad) is { } last
            && !(stated?.KnownFromLoad > last.KnownFromLoad) ? last : null;
}

public static class TaskWords
{
    public static string InWords(this TaskFinding verdict) => verdict switch
    {
        TaskFinding.met => "完成",
        TaskFinding.partly => "部分完成",
        _ => "未完成",
    };
}
