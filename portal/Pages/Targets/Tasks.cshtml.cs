using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Targets;

/// <summary>任务: what is due when, how far each has come. A department sees those that it leads or supports.</summary>
[For(Role.reviewer, Role.leader, Role.assessor, Role.reporter)]
public sealed class TasksModel(Office office) : DistrictPage(office)
{
    /// <summary>Only those of one department.</summary>
    [BindProperty(SupportsGet = true)] public string? Org { get; set; }

    /// <summary>open: not yet judged; overdue: due and not reached.</summary>
    [BindProperty(SupportsGet = true)] public string? Only { get; set; }

    internal IReadOnlyList<TaskList.Listed> Tasks { get; private set; } = [];
    public IReadOnlyList<OrgUnit> Departments { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!Enter()) return NotFound();
        if (AsOf is not { } asOf) return Page();
        var all = TaskList.Tasks(Office.Warehouse, Catalog, [.. Catalog.Plans.Where(plan => plan.District == District.Code)], asOf).Where(task => task.Duties.Any(duty => Reads(duty.Department)) || ReadsAll).ToList();
        Departments = [.. all.SelectMany(task => task.Duties.Select(duty => duty.Department)).Distinct().Where(Reads).Order(StringComparer.Ordinal).Select(code => Catalog.OrgUnit(code)).OfType<OrgUnit>()];
        Tasks = [.. all.Where(task => (string.IsNullOrEmpty(Org) || task.Duties.Any(duty => duty.Department == Org)) && Wanted(task)).OrderBy(task => task.Verdict is not null).ThenBy(task => task.Due)];
        return Page();
    }

    internal bool IsOverdue(TaskList.Listed task) => task.Due < Day && task.Verdict is null && task.State != Reporting.Warehouse.Assessment.MilestoneProgress.reached;

    bool Wanted(TaskList.Listed task) => Only switch { "open" => task.Verdict is null, "overdue" => IsOverdue(task), "judge" => task.Verdict is null && task.Last is not null, _ => true };
}
