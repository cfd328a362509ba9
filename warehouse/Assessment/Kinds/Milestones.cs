namespace Reporting.Warehouse.Assessment.Kinds;

/// <summary>milestone: what somebody stated last, with evidence, against the due date; where another person has found what came of it, that. Done late is
/// done, and said to be late; nothing stated is not the same as not done.</summary>
static class Milestones
{
    /// <summary>A past year is judged by what had come about in it, not by what is known of it today.</summary>
    public static DateOnly DayOf(Horizon horizon) => horizon.Year < horizon.Today.Year ? new(horizon.Year, 12, 31) : horizon.Today;

    public static Outcome Judge(Question question)
    {
        var (due, day) = (DueOf(question), DayOf(question.Horizon));
        var isPast = question.Horizon.Today > due && day >= due;
        var last = MilestoneState.LastBy(question.Evidence.Milestones, question.Commitment.Id, day);
        var (verdict, apart) = Verdicts(question, last, due);
        var outcome = verdict is not null ? Found(verdict, last, due, isPast) : last?.State switch
        {
            MilestoneProgress.reached when string.IsNullOrWhiteSpace(last.Evidence) => Outcome.Of(AssessmentState.undetermined, [], "报告完成，缺证明"),
            MilestoneProgress.reached => Outcome.Of(AssessmentState.met, [], last.OnDate > due ? "逾期" : null),
            MilestoneProgress.missed => Outcome.Of(AssessmentState.missed, []),
            null => isPast ? Outcome.Of(AssessmentState.undetermined, [], "未报进展") : Outcome.Of(AssessmentState.not_due, []),
            _ when isPast => Outcome.Of(AssessmentState.missed, [], last!.State.InWords()),
            MilestoneProgress.under_way => Outcome.Of(AssessmentState.on_pace, []),
            _ => Outcome.Of(AssessmentState.not_due, [], last!.State.InWords()),
        };
        return outcome with
        {
            Progress = last?.State,
            Verdict = verdict?.Verdict,
            Steps =
            [
                $"期限 {due:yyyy-MM-dd}{(isPast ? "，已过" : "")}",
                last is null ? "没有登记过进展" : $"{last.OnDate:yyyy-MM-dd} 登记为{last.State.InWords()}（{last.DecidedBy}，批次 {last.KnownFromLoad}）；依据：{(last.Evidence.Length > 0 ? last.Evidence : "无")}",
                .. verdict is null ? Array.Empty<string>() : [$"{verdict.JudgedOn:yyyy-MM-dd} 评定为{verdict.Verdict.InWords()}（{verdict.JudgedBy}，批次 {verdict.KnownFromLoad}）：{verdict.Reason}"],
                .. apart is null ? Array.Empty<string>() : [$"{apart.JudgedOn:yyyy-MM-dd} 评定为{apart.Verdict.InWords()}（{apart.JudgedBy}，批次 {apart.KnownFromLoad}）：{apart.Reason}；评的是 {day:yyyy-MM-dd} 以后的情况，不改变这里的结果"],
            ],
        };
    }

    /// <summary>What another person found: what counts on the question's day, and what was found of a later statement, or of a task that nobody had spoken of
    /// before its day; that says nothing of an earlier year and is told beside it.</summary>
    public static (TaskVerdict? Counts, TaskVerdict? Apart) Verdicts(Question question, MilestoneState? last, DateOnly due)
    {
        var (day, id) = (DayOf(question.Horizon), question.Commitment.Id);
        var later = question.Evidence.Verdicts.Where(found => found.JudgedOn > day && (last is null && due > day || IsOfLater(question, found, day))).ToList();
        return (TaskVerdict.Standing(question.Evidence.Verdicts.Except(later), id, question.Horizon.Today, last), TaskVerdict.Standing(later, id, question.Horizon.Today, last));
    }

    public static DateOnly DueOf(Question question) => question.Commitment.Due ?? new(question.Plan.LastYear, 12, 31);

    static bool IsOfLater(Question question, TaskVerdict verdict, DateOnly day) => question.Evidence.Milestones
        .Any(state => state.Commitment == verdict.Commitment && state.OnDate > day && state.KnownFromLoad <= verdict.KnownFromLoad);

    // In part is not done once its day is past; before it, it is on the way.
    static Outcome Found(TaskVerdict verdict, MilestoneState? stated, DateOnly due, bool isPast) => verdict.Verdict switch
    {
        TaskFinding.met => Outcome.Of(AssessmentState.met, [], stated?.OnDate > due ? "逾期" : null),
        TaskFinding.missed => Outcome.Of(AssessmentState.missed, []),
        _ => Outcome.Of(isPast ? AssessmentState.missed : AssessmentState.on_pace, [], verdict.Verdict.InWords()),
    };
}
