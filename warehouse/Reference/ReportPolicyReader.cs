namespace Reporting.Warehouse.Reference;

/// <summary>How a report is signed and issued, out of a definition file; and what must hold for it.</summary>
static class ReportPolicyReader
{
    const int MostDays = 366, MostHours = 24 * 31;

    public static ReportPolicy Read(Fields fields) => new(
        fields.Text("id"), fields.Word<SignOff>("sign_off"), fields.WholeOrNull("due_days"), fields.WholeOrNull("release_hours"), fields.Words<CheckPoint>("blocks"));

    public static IEnumerable<DefinitionProblem> Problems(DefinitionIndex index)
    {
        foreach (var (written, policy) in index.All<ReportPolicy>())
        {
            if (policy.DueDays is < 1 or > MostDays) yield return written.Problem("due_days", "应为 1 到 366：报告期过后第几天到期", "must be 1 to 366: days after the period's end");
            if (policy.ReleaseHours is < 1 or > MostHours) yield return written.Problem("release_hours", "应为 1 到 744：签发后几小时公开", "must be 1 to 744: hours after its issue");
        }
    }
}
