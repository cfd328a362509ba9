namespace Reporting.Warehouse.Reference;

/// <summary>What must hold for ladders of reminders and for what becomes of late sheets.</summary>
static class DeadlineChecks
{
    const int MostDays = 366;

    public static IEnumerable<DefinitionProblem> Of(DefinitionIndex index)
    {
        var usual = index.All<DeadlinePolicy>().Select(item => item.Record).ToLookup(policy => policy.Period);
        foreach (var (written, policy) in index.All<DeadlinePolicy>())
            foreach (var problem in Problems(written, policy.Remind, policy.Late, policy)) yield return problem;
        foreach (var (written, form) in index.All<Form>().Where(item => item.Record.Remind is not null || item.Record.Late is not null))
            foreach (var problem in Problems(written, form.Remind, form.Late, usual[form.Period].FirstOrDefault())) yield return problem;
    }

    static IEnumerable<DefinitionProblem> Problems(WrittenDefinition written, ReminderLadder? ladder, LatePolicy? late, DeadlinePolicy? otherwise)
    {
        foreach (var problem in (ladder is null ? [] : Ladder(written, ladder)).Concat(late is null ? [] : Late(written, late))) yield return problem;
        if ((ladder ?? otherwise?.Remind)?.Leader is { } leader && (late ?? otherwise?.Late)?.LockWorkingDays is { } locked && locked <= leader)
            yield return written.Problem(late is null ? "remind" : "late", $"第 {locked} 个工作日就锁定，第 {leader} 个工作日才报告领导；锁定以后不再催报，请改迟锁定或改早报告",
                $"locks on working day {locked}, but tells the leader on {leader} only, and after the lock nobody is reminded; lock later or tell earlier");
    }

    static IEnumerable<DefinitionProblem> Ladder(WrittenDefinition written, ReminderLadder ladder)
    {
        if (ladder.WorkingDays.Zip(ladder.WorkingDays.Skip(1)).Any(pair => pair.First >= pair.Second) || ladder.WorkingDays.Any(day => day is < -MostDays or > MostDays))
            yield return written.Problem("remind.working_days", "要从早到晚写，不重复：截止日前的工作日写负数，截止日写 0，如 [-2, 0, 1, 3]", "must ascend: working days before the due date are negative, the due date is 0, such as [-2, 0, 1, 3]");
        var last = ladder.WorkingDays.DefaultIfEmpty(0).Max();
        if (ladder.Leader <= last)
            yield return written.Problem("remind.leader", $"要在最后一次催报（{last}）以后", $"must come after the last reminder ({last})");
        if (ladder.WorkingDays.Count > 0 && ladder.Until < (ladder.Leader ?? last) || ladder.Until is < 0 or > MostDays)
            yield return written.Problem("remind.until", $"截止日后第几个工作日起不再提，不能早于 {ladder.Leader ?? last}", $"the last working day on which anything is said; not before {ladder.Leader ?? last}");
    }

    static IEnumerable<DefinitionProblem> Late(WrittenDefinition written, LatePolicy late)
    {
        if (late is { After: AfterLock.accept, LockWorkingDays: not null })
            yield return written.Problem("late.lock_working_days", "after: accept 就是不锁定，请删去这一项", "with after: accept nothing is locked; leave it out");
        if (late.After != AfterLock.accept && late.LockWorkingDays is null or < 1 or > MostDays)
            yield return written.Problem("late.lock_working_days", "要写 1 到 366：截止日后第几个工作日锁定", "must be 1 to 366: the working day after the due date on which the period is locked");
    }
}
