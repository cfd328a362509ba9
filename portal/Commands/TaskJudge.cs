using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;

namespace Reporting.Portal.Commands;

/// <summary>A verdict on a task by somebody who did not report it.</summary>
static class TaskJudge
{
    public static Verb Verb { get; } = new("task judge", "评定任务：完成、部分完成还是未完成，由报进展以外的人评", "judge a task: met, partly or missed, by another person than reported it")
    {
        Parameters =
        [
            new("COMMITMENT", ParameterKind.Text, "任务（承诺）编号", "commitment id of the task") { Required = true },
            new("--verdict", ParameterKind.Text, "评定", "the verdict") { Required = true, Choices = Enum.GetNames<TaskFinding>() },
            new("--on", ParameterKind.Text, "评定日期；不写为今天", "the day of it; today where none is given") { Shape = "YYYY-MM-DD" },
        ],
        Run = Run,
        Decides = true,
        NeedsReason = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var (warehouse, reason) = (office.Warehouse, Deciding.Reason(request));
        var (_, commitment) = AskedTask.Of(request, warehouse.Definitions.Current);
        var (verdict, on) = (Enum.Parse<TaskFinding>(request["--verdict"]!), Deciding.PastDay(request, "--on", ShanghaiTime.DateOf(office.Now)));
        var judged = new TaskVerdict(commitment.Id, verdict, on, request.By, reason, 0);
        var load = warehouse.Decisions.JudgeTask(judged, office.Now, () => Check(warehouse, judged));
        return request.Json
            ? Answer.Document(new { commitment = commitment.Id, verdict, judged_on = on, judged_by = request.By, reason, load = load.LoadId })
            : Answer.Done(request.Say($"已评定：{commitment.Id} {verdict.InWords()}（批次 {load.LoadId}）。", $"Judged: {commitment.Id} {verdict} (load {load.LoadId})."));
    }

    static void Check(OpenWarehouse warehouse, TaskVerdict judged)
    {
        var stated = warehouse.Marts.MilestoneStates(warehouse.Marts.LastLoad()!.LoadId).Where(state => state.Commitment == judged.Commitment).ToList();
        // That something overdue was never reported is the one thing that can be found without a report.
        if (stated.Count == 0 && judged.Verdict != TaskFinding.missed)
            throw new MisuseException($"{judged.Commitment} 还没有报过进展，没有可评定的；先用 task report。", $"Nothing was reported of {judged.Commitment}; report it first with task report.");
        if (stated.Any(state => Login.AreSame(state.DecidedBy, judged.JudgedBy)))
            throw new MisuseException($"{judged.Commitment} 的进展是 {judged.JudgedBy} 报的，要由另一个人评定。", $"{judged.JudgedBy} reported {judged.Commitment}; another person must judge it.");
        if (stated.Count > 0 && judged.JudgedOn < stated.Min(state => state.OnDate))
            throw new MisuseException($"--on 的 {judged.JudgedOn:yyyy-MM-dd} 早于所报的进展。", $"{judged.JudgedOn:yyyy-MM-dd} of --on lies before what was reported.");
    }
}
