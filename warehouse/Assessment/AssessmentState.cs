namespace Reporting.Warehouse.Assessment;

/// <summary>
/// How a commitment stands. <c>met</c> and <c>missed</c> are final for the span judged; <c>on_pace</c> and <c>behind</c> before its end;
/// <c>not_due</c>: nothing can be said before its day; <c>incomplete</c>: figures owed are missing and could turn the answer;
/// <c>undetermined</c> (待定): what is held cannot decide; <c>awaiting_issue</c> (待下达): no number yet; <c>no_target_here</c>: this unit was
/// never given one; <c>not_defined_here</c>: the figure does not exist at this level; <c>direction_only</c>: words without a number, never scored.
/// </summary>
public enum AssessmentState
{
    met, on_pace, behind, missed, not_due, incomplete, undetermined, awaiting_issue, no_target_here, not_defined_here, direction_only,
}

/// <summary>How far a task has come, as somebody stated it.</summary>
public enum MilestoneProgress { not_started, under_way, reached, missed }

public static class StateWords
{
    public static string InWords(this AssessmentState state) => state switch
    {
        AssessmentState.met => "完成",
        AssessmentState.on_pace => "达到序时",
        AssessmentState.behind => "落后",
        AssessmentState.missed => "未完成",
        AssessmentState.not_due => "未到期",
        AssessmentState.incomplete => "未报齐",
        AssessmentState.undetermined => "待定",
        AssessmentState.awaiting_issue => "待下达",
        AssessmentState.no_target_here => "本级无目标",
        AssessmentState.not_defined_here => "本级无此数",
        _ => "只看方向",
    };

    /// <summary>
    /// How it goes before the end, in words that fit the kind: 序时 is spoken of only where there is one, and of a ceiling it is not to be reached
    /// but to be kept.
    /// </summary>
    internal static string SoFar(bool isGood, string kind, bool hasPace) => (kind, hasPace) switch
    {
        ("ceiling", true) => isGood ? "未超序时" : "超出序时",
        ("ceiling", _) => isGood ? "目前在控制数内" : "目前超出控制数",
        ("zero_events", _) => isGood ? "至今没有发生" : "已发生",
        ("milestone", _) => isGood ? "推进中" : "落后",
        (_, true) => (isGood ? AssessmentState.on_pace : AssessmentState.behind).InWords(),
        _ => isGood ? "目前达标" : "目前未达标",
    };

    public static string InWords(this MilestoneProgress progress) => progress switch
    {
        MilestoneProgress.not_started => "未启动",
        MilestoneProgress.under_way => "推进中",
        MilestoneProgress.reached => "已完成",
        _ => "未完成",
    };
}
