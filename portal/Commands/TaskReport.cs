using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>States how far a task has come, with the evidence for it and a quarter's words.</summary>
static class TaskReport
{
    public static Verb Verb { get; } = new("task report", "报任务进展", "report how far a task has come")
    {
        Parameters =
        [
            new("COMMITMENT", ParameterKind.Text, "任务（承诺）编号", "commitment id of the task") { Required = true },
            new("--state", ParameterKind.Text, "进展", "how far it has come") { Required = true, Choices = Enum.GetNames<MilestoneProgress>() },
            new("--on", ParameterKind.Text, "发生日期；不写为今天，报过去的季度为季末", "the day of it; today where none is given, of a past quarter its end") { Shape = "YYYY-MM-DD" },
            new("--evidence", ParameterKind.Text, "依据：文件、会议、链接；报完成要写，或附 --file", "what shows it; reached needs this or --file") { Shape = "TEXT" },
            new("--file", ParameterKind.File, "依据的文件，原样留存；可多个", "files that show it, kept as they are") { Shape = "FILE", Many = true },
            new("--quarter", ParameterKind.Text, "报哪一季度的情况；不写为 --on 所在的季度", "the quarter that is told of; that of --on where none is given") { Shape = "YYYY-Qn" },
            new("--words", ParameterKind.Text, "这一季度做了什么、下一步做什么", "what was done in the quarter and what comes next") { Shape = "TEXT" },
        ],
        Run = Run,
        Decides = true,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var warehouse = office.Warehouse;
        var catalog = warehouse.Definitions.Current;
        var (plan, commitment) = AskedTask.Of(request, catalog);
        var (progress, today) = (Enum.Parse<MilestoneProgress>(request["--state"]!), ShanghaiTime.DateOf(office.Now));
        if (progress == MilestoneProgress.reached && string.IsNullOrWhiteSpace(request["--evidence"]) && request.Files.Count == 0)
            throw new MisuseException("报完成要写明依据：--evidence \"……\"，或用 --file 附上文件。", "Say what shows it with --evidence \"...\" or --file.");
        var quarter = Quarter(request, plan, today);
        var on = Deciding.PastDay(request, "--on", quarter?.End < today ? quarter.Value.End : today);
        if (on.Year < plan.FirstYear)
            throw new MisuseException($"{on:yyyy-MM-dd} 早于规划期（{plan.FirstYear} 年起）。", $"{on:yyyy-MM-dd} lies before the plan, which begins in {plan.FirstYear}.");
        var files = Kept(request, warehouse, commitment);
        var state = new MilestoneState(commitment.Id, progress, on, Evidence(request), request.By, request.Reason ?? "", 0);
        var told = request["--words"] is { } words ? new TaskQuarter(commitment.Id, (quarter ?? Period.Quarter(on.Year, (on.Month + 2) / 3)).Start, words, request.By, 0) : null;
        var load = warehouse.Decisions.ReportMilestone(state, office.Now, told, files);
        return request.Json
            ? Answer.Document(Printed(state, told, files, load))
            : Answer.Done(request.Say($"已登记：{commitment.Id} {progress.InWords()}{(told is null ? "" : $"，{AskedTask.Quarter(told.QuarterStart)} 的情况")}{(files.Count == 0 ? "" : $"，留存文件 {files.Count} 份")}（批次 {load.LoadId}）。",
                $"Reported: {commitment.Id} {progress} (load {load.LoadId}).{(files.Count == 0 ? "" : $" Files kept: {files.Count}.")}"));
    }

    static object Printed(MilestoneState state, TaskQuarter? told, List<TaskEvidence> files, Load load) => new
    {
        commitment = state.Commitment, state.State, state.OnDate, state.Evidence, state.DecidedBy,
        quarter = told is null ? null : AskedTask.Quarter(told.QuarterStart), words = told?.Words,
        files = files.Select(file => new { file.FileName, file.Sha256, file.Size }), load = load.LoadId,
    };

    static Period? Quarter(Request request, Plan plan, DateOnly today)
    {
        if (request["--quarter"] is not { } given) return null;
        if (!Period.TryParse(given, out var quarter) || quarter.Kind != PeriodKind.quarter)
            throw new MisuseException($"“{given}”不是季度；写成 2022-Q3。", $"'{given}' is no quarter; write 2022-Q3.");
        if (quarter.Start > today) throw new MisuseException($"{given} 还没有到。", $"{given} is yet to come.");
        if (quarter.Start.Year < plan.FirstYear) throw new MisuseException($"{given} 早于规划期（{plan.FirstYear} 年起）。", $"{given} lies before the plan, which begins in {plan.FirstYear}.");
        return request["--words"] is not null ? quarter : throw new MisuseException("报一个季度要用 --words 写明情况。", "A quarter is told with --words.");
    }

    // The bytes first: a statement never names a file that is not kept.
    static List<TaskEvidence> Kept(Request request, OpenWarehouse warehouse, Commitment commitment)
    {
        if (request.Files.FirstOrDefault(file => file.Bytes.Length == 0) is { } empty) throw new MisuseException($"{empty.Name} 是空文件。", $"{empty.Name} is empty.");
        if (request.Files.Count == 0) return [];
        var kept = warehouse.Archive.Keep([.. request.Files.Select(file => (Func<Stream>)(() => new MemoryStream(file.Bytes)))]);
        return [.. request.Files.Zip(kept, (file, bytes) => new TaskEvidence(commitment.Id, file.Name, bytes.Sha256, bytes.Size, request.By, 0))];
    }

    static string Evidence(Request request) =>
        request["--evidence"] ?? (request.Files.Count == 0 ? "" : $"附件：{string.Join('、', request.Files.Select(file => file.Name))}");
}
