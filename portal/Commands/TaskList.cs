using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>The tasks of a district's plans: due date, departments with their shares, the last statement, what was told by quarter, the files, the verdict.</summary>
static class TaskList
{
    static readonly (string Title, int Width, bool Right)[] Columns = [("任务", 40, false), ("编号", 38, false), ("期限", 12, false), ("进展", 10, false), ("评定", 0, false)];

    public static Verb Verb { get; } = new("task list", "列出任务、最近的进展和评定", "tasks, how far they have come and what was found of them")
    {
        Parameters = [Asked.DistrictOption, new("--org", ParameterKind.Text, "只列一个部门牵头或配合的", "only those that a department leads or supports") { Shape = "CODE" }, Asked.AsOfOption],
        Run = Run,
    };

    internal sealed record Duty(string Department, string Name, string Role, decimal? Share);

    internal sealed record Listed(
        string Id, string Name, string Plan, DateOnly Due, IReadOnlyList<string> Departments, MilestoneProgress? State, MilestoneState? Last,
        IReadOnlyList<Duty> Duties, TaskVerdict? Verdict, IReadOnlyList<TaskQuarter> Quarters, IReadOnlyList<TaskEvidence> Files);

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var district = Asked.District(request, catalog);
        var department = Asked.Unit(request, catalog, district.Code)?.Code;
        var plans = catalog.Plans.Where(plan => plan.District == district.Code).ToList();
        List<Listed> tasks = [.. Tasks(warehouse, catalog, plans, asOf).Where(task => department is null || task.Duties.Any(duty => duty.Department == department))];
        return request.Json ? Answer.Document(new { tasks }) : Answer.Done(string.Join("\n\n", plans.Select(plan => (plan, Own: tasks.Where(task => task.Plan == plan.Id).ToList()))
            .Where(one => one.Own.Count > 0).Select(one => string.Join('\n', [one.plan.Name, EvaluationTable.Line(Columns, Columns.Select(column => column.Title)), .. one.Own.SelectMany(Lines)]))));
    }

    internal static IEnumerable<Listed> Tasks(OpenWarehouse warehouse, Catalog catalog, IReadOnlyList<Plan> plans, Load asOf)
    {
        var (marts, day) = (warehouse.Marts, ShanghaiTime.DateOf(asOf.CommittedAt));
        var (states, verdicts) = (marts.MilestoneStates(asOf.LoadId), marts.TaskVerdicts(asOf.LoadId));
        var (quarters, files) = (marts.TaskQuarters(asOf.LoadId), marts.TaskEvidence(asOf.LoadId));
        return from plan in plans
               from commitment in plan.Commitments
               where commitment.Kind == "milestone"
               let last = MilestoneState.LastBy(states, commitment.Id, day)
               select new Listed(commitment.Id, commitment.Name ?? commitment.Clause, plan.Id, commitment.Due ?? new(plan.LastYear, 12, 31), commitment.Departments, last?.State, last,
                   [.. Duties(catalog, commitment)], TaskVerdict.Standing(verdicts, commitment.Id, day, last),
                   [.. quarters.Where(quarter => quarter.Commitment == commitment.Id).GroupBy(quarter => quarter.QuarterStart).OrderBy(quarter => quarter.Key).Select(quarter => quarter.Last())],
                   [.. files.Where(file => file.Commitment == commitment.Id).DistinctBy(file => (file.FileName, file.Sha256))]);
    }

    static IEnumerable<Duty> Duties(Catalog catalog, Commitment commitment) =>
        commitment.Departments.Select(code => (Code: code, Role: "牵头")).Concat((commitment.Supporting ?? []).Select(code => (Code: code, Role: "配合")))
            .Select(duty => new Duty(duty.Code, catalog.OrgUnit(duty.Code)?.Name ?? duty.Code, duty.Role, commitment.ShareOf(duty.Code)));

    static IEnumerable<string> Lines(Listed task) =>
    [
        EvaluationTable.Line(Columns, [task.Name, task.Id, $"{task.Due:yyyy-MM-dd}", task.State?.InWords() ?? "未报进展", task.Verdict?.Verdict.InWords() ?? (task.Last is null ? "" : "未评定")]),
        $"  {string.Join("；", task.Duties.Select(duty => $"{duty.Role}：{duty.Name}{(duty.Share is { } share ? $"（份额 {share.ToString("0.##", CultureInfo.InvariantCulture)}）" : "")}"))}",
        .. task.Last is { } last ? [$"  {last.OnDate:yyyy-MM-dd} {last.State.InWords()}（{last.DecidedBy}）{(last.Evidence.Length > 0 ? $"；依据：{last.Evidence}" : "")}"] : Array.Empty<string>(),
        .. task.Quarters.Select(quarter => $"  {AskedTask.Quarter(quarter.QuarterStart)}（{quarter.ReportedBy}）：{quarter.Words}"),
        .. task.Files.Select(file => $"  文件：{file.FileName}（{file.Size:#,##0} 字节，SHA-256 {file.Sha256[..12]}…）"),
        .. task.Verdict is { } verdict ? [$"  {verdict.JudgedOn:yyyy-MM-dd} 评定为{verdict.Verdict.InWords()}（{verdict.JudgedBy}）：{verdict.Reason}"] : Array.Empty<string>(),
    ];
}
