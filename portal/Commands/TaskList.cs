using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;

namespace Reporting.Portal.Commands;

/// <summary>The tasks of a district's plans: due date, departments, the last statement.</summary>
static class TaskList
{
    public static Verb Verb { get; } = new("task list", "列出任务和最近的进展", "tasks and how far they have come")
    {
        Parameters = [Asked.DistrictOption, Asked.AsOfOption],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var asOf = Asked.AsOf(request, warehouse);
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var district = Asked.District(request, catalog);
        var (states, day) = (warehouse.Marts.MilestoneStates(asOf.LoadId), ShanghaiTime.DateOf(asOf.CommittedAt));
        var tasks = catalog.Plans.Where(plan => plan.District == district.Code)
            .SelectMany(plan => plan.Commitments.Where(commitment => commitment.Kind == "milestone").Select(commitment => (plan, commitment,
                last: MilestoneState.LastBy(states, commitment.Id, day)))).Select(task => new
                {
                    task.commitment.Id, Name = task.commitment.Name ?? task.commitment.Clause, Plan = task.plan.Id, Due = task.commitment.Due ?? new(task.plan.LastYear, 12, 31),
                    task.commitment.Departments, task.last?.State, Last = task.last,
                }).ToList();
        return request.Json ? Answer.Document(new { tasks }) : Answer.Done(string.Join('\n', tasks.Select(task => string.Join("  ", task.Id, task.Name, $"期限 {task.Due:yyyy-MM-dd}",
            string.Join('、', task.Departments.Select(code => catalog.OrgUnit(code)?.Name ?? code)), task.State?.InWords() ?? "未报进展", task.Last?.Evidence))));
    }
}
