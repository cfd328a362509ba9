namespace Reporting.Warehouse.Reference;

/// <summary>How a report is signed and issued, out of a definition file; and what must hold for it.</summary>
static class ReportPolicyReader
{
    const int MostDays = 366, MostHours = 24 * 31, MostAwaited = 60;

    public static ReportPolicy Read(Fields fields) => new(
        fields.Text("id"), fields.Word<SignOff>("sign_off"), fields.WholeOrNull("due_days"), fields.WholeOrNull("release_hours"), fields.Words<CheckPoint>("blocks"))
    {
        Await = fields.MapOrNull("await", awaited => new AwaitedDays(awaited.Whole("missing_units"))),
    };

    public static IEnumerable<DefinitionProblem> Problems(DefinitionIndex index)
    {
        foreach (var (written, policy) in index.All<ReportPolicy>())
        {
            if (policy.DueDays is < 1 or > MostDays) yield return written.Problem("due_days", "应为 1 到 366：报告期过后第几天到期", "must be 1 to 366: days after the period's end");
            if (policy.Await is { MissingUnits: < 1 or > MostAwaited }) yield return written.Problem("await", "missing_units 应为 1 到 60：到期后最多等几个工作日", "missing_units must be 1 to 60: working days that it waits at most");
            if (policy is { Await: not null, DueDays: null }) yield return written.Problem("await", "没有 due_days 就没有到期日，不能等", "without due_days nothing falls due that could wait");
            if (policy.ReleaseHours is < 1 or > MostHours) yield return written.Problem("release_hours", "应为 1 到 744：签发后几小时公开", "must be 1 to 744: hours after its issue");
        }
    }
}
