using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;

namespace Reporting.Portal.Commands;

/// <summary>States how far a task has come, with the evidence for it.</summary>
static class TaskReport
{
    public static Verb Verb { get; } = new("task report", "报任务进展", "report how far a task has come")
    {
        Parameters =
        [
            new("COMMITMENT", ParameterKind.Text, "任务（承诺）编号", "commitment id of the task") { Required = true },
            new("--state", ParameterKind.Text, "进展", "how far it has come") { Required = true, Choices = Enum.GetNames<MilestoneProgress>() },
            new("--on", ParameterKind.Text, "发生日期；不写为今天", "the day of it; today where none is given") { Shape = "YYYY-MM-DD" },
            new("--evidence", ParameterKind.Text, "依据：文件、会议、链接；报完成必写", "what shows it; required for reached") { Shape = "TEXT" },
        ],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var warehouse = office.Warehouse;
        var catalog = warehouse.Definitions.Current;
        var (plan, commitment) = AskedPlan.Commitment(request["COMMITMENT"]!, catalog, catalog);
        if (commitment.Kind != "milestone")
            throw new MisuseException($"承诺 {commitment.Id} 按数判定（{commitment.Kind}），不报进展；要报的是 milestone。", $"The commitment {commitment.Id} is judged by figures ({commitment.Kind}); only a milestone is reported.");
        var (progress, today) = (Enum.Parse<MilestoneProgress>(request["--state"]!), ShanghaiTime.DateOf(office.Now));
        if (progress == MilestoneProgress.reached && string.IsNullOrWhiteSpace(request["--evidence"]))
            throw new MisuseException("报完成要写明依据：--evidence \"……\"。", "Say what shows it with --evidence \"...\".");
        var on = Deciding.PastDay(request, "--on", today);
        if (on.Year < plan.FirstYear)
            throw new MisuseException($"{on:yyyy-MM-dd} 早于规划期（{plan.FirstYear} 年起）。", $"{on:yyyy-MM-dd} lies before the plan, which begins in {plan.FirstYear}.");
        var state = new MilestoneState(commitment.Id, progress, on, request["--evidence"] ?? "", request.By, request.Reason ?? "", 0);
        var load = warehouse.Decisions.ReportMilestone(state, office.Now);
        return request.Json
            ? Answer.Document(new { commitment = state.Commitment, state.State, state.OnDate, state.Evidence, state.DecidedBy, load = load.LoadId })
            : Answer.Done(request.Say($"已登记：{commitment.Id} {progress.InWords()}（批次 {load.LoadId}）。", $"Reported: {commitment.Id} {progress} (load {load.LoadId})."));
    }
}
