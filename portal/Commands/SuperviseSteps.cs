using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Supervision;

namespace Reporting.Portal.Commands;

/// <summary>What is done to a 督办单: the unit's feedback, and by a second person its return or its close (销号).</summary>
static class SuperviseSteps
{
    static readonly Parameter Number = new("NUMBER", ParameterKind.Text, "督办号", "number of the demand") { Required = true };

    public static Verb Feedback { get; } = new("supervise feedback", "登记整改反馈：怎样办的，附证明文件", "what the unit has done about it, with evidence")
    {
        Parameters =
        [
            Number, new("--words", ParameterKind.Text, "整改情况", "what was done") { Required = true, Shape = "TEXT" },
            new("--evidence", ParameterKind.File, "证明文件，按哈希存档", "a file that shows it, kept under its hash") { Shape = "FILE" },
        ],
        Run = (request, office) => Take(request, office, SupervisionAct.feedback, OneLine.Of(request["--words"]!).Trim()),
        Decides = true,
    };

    public static Verb Return { get; } = new("supervise return", "退回整改反馈，写明还缺什么；要由另一个人办", "send feedback back, by another person, saying what is lacking")
    {
        Parameters = [Number],
        Run = (request, office) => Take(request, office, SupervisionAct.returned, Deciding.Reason(request)),
        Decides = true,
        NeedsReason = true,
    };

    public static Verb Close { get; } = new("supervise close", "销号：整改到位，办结；要由另一个人办", "close a demand that was met, by another person")
    {
        Parameters = [Number],
        Run = (request, office) => Take(request, office, SupervisionAct.closed, request.Reason ?? ""),
        Decides = true,
    };

    static Answer Take(Request request, Office office, SupervisionAct act, string words)
    {
        var warehouse = office.Warehouse;
        var known = Case(request, warehouse);
        // Refused before the file is kept; asked again inside the transaction.
        if (known.WhyNot(act, request.By) is { } refusal) throw new MisuseException(refusal.Zh, refusal.En);
        var file = request.Files.FirstOrDefault(given => given.Parameter == "--evidence");
        if (file is { Bytes.Length: 0 }) throw new MisuseException($"{file.Name} 是空文件，不能作证明。", $"{file.Name} is empty and shows nothing.");
        var hash = file is null ? null : warehouse.Archive.Keep(file.Bytes);
        var step = new SupervisionStep(known.Order.Number, act, ShanghaiTime.DateOf(office.Now), words, file?.Name, hash, request.By, 0);
        var (late, load) = warehouse.Supervisions.Take(step, office.Now);
        if (late is not null) throw new MisuseException(late.Zh, late.En);
        var now = new SupervisionCase(known.Order, [.. known.Steps, step with { KnownFromLoad = load!.LoadId }]);
        return request.Json ? Answer.Document(SupervisionJson.Of(now, step.OnDate))
            : Answer.Done(request.Say($"督办 {step.Number} 号{act.InWords()}已登记，现为：{now.State.InWords()}{(file is null ? "" : $"；附件 {file.Name} 已存档（{hash![..12]}…）")}（批次 {load.LoadId}）。", $"Demand {step.Number}: {now.State} (load {load.LoadId})."));
    }

    static SupervisionCase Case(Request request, OpenWarehouse warehouse)
    {
        var known = warehouse.Marts.LastLoad() is { } last ? warehouse.Marts.Supervisions(null, last.LoadId) : [];
        var given = request["NUMBER"]!;
        var number = long.TryParse(given.TrimEnd('号').TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
        return known.FirstOrDefault(one => one.Order.Number == number) ?? throw new MisuseException(
            known.Count == 0 ? $"没有督办“{given}”；一件也没有开过。" : $"没有督办“{given}”；号码从 1 到 {known.Count}，用 supervise list 查看。", $"There is no demand '{given}'; see supervise list.");
    }
}
