using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Portal.Commands;

/// <summary>Works a frozen run out again from what the warehouse held at its load, and holds it against what was stored.</summary>
static class AssessReplay
{
    public static Verb Verb { get; } = new("assess replay", "按当时的数据重算一次冻结的考核，逐字节核对", "work a frozen run out again and compare it byte by byte")
    {
        Parameters = [AskedRun.Run],
        Run = Run,
        IsHeavy = true,
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var run = AskedRun.Of(request, "RUN", warehouse);
        var stored = AskedRun.Stored(run, warehouse);
        var again = stored.IsTold ? RunReading.Replayed(warehouse, run) : null;
        var replay = Replay.Of(stored, again, AssessmentEngine.Version);
        var diff = replay.IsIdentical || again is null ? null : Moved(stored, new(run, again));
        // On another engine another answer is news, on the same one it is a fault; an altered store is one on every engine.
        var fault = replay.IsIdentical || replay is { IsSameEngine: false, IsSealed: true } ? "" : RunFaults.Of(stored)?.In(request.Lang) ?? request.Say(
            $"考核 {run.Run} 号用同一版引擎重算不一致：数据仓库里的历史被改动过。", $"Run {run.Run} comes out otherwise on the engine that froze it: the history in the warehouse was altered.");
        var exit = fault.Length == 0 ? 0 : 1;
        return request.Json
            ? Answer.Document(new { run = run.Run, identical = replay.IsIdentical, run.Engine, replayed_with = AssessmentEngine.Version, sealed_as_frozen = replay.IsSealed, replay.Documents, diff }, exit) with { Error = fault }
            : new(exit, string.Join('\n', Lines(run, replay, diff, office)), fault);
    }

    static IEnumerable<string> Lines(AssessmentRun run, Replay replay, RunDiff? diff, Office office) =>
    [
        replay switch
        {
            { IsIdentical: true } => $"考核 {run.Run} 号重算一致：{replay.Documents.Count} 份文书逐字节相同（引擎 {run.Engine}，批次 {run.AsOfLoad}，封签 {run.Seal}）。",
            { IsSealed: false } => $"考核 {run.Run} 号的存档与封签时不符（引擎 {run.Engine}，批次 {run.AsOfLoad}）：",
            { IsSameEngine: true } => $"考核 {run.Run} 号重算不一致（引擎 {run.Engine}，批次 {run.AsOfLoad}）：",
            _ => $"考核 {run.Run} 号由引擎 {run.Engine} 算出，现在是引擎 {AssessmentEngine.Version}，下列结果不同：",
        },
        .. Aligned.Rows([.. replay.Documents.Where(document => document.Outcome != ReplayOutcome.same).Select(document => (IReadOnlyList<string>)[document.Name, document.Outcome.InWords()])]),
        .. diff is null ? [] : RunDiffText.Lines(diff, office.Warehouse.Definitions.AsOf(run.AsOfLoad), "存档 → 重算"),
    ];

    // Of what was altered as far as it can be read: it shows what the hand that did it was after.
    static RunDiff Moved(StoredRun stored, StoredRun again) => new([], [], MovedEvaluation.Between(stored.Standings, again.Standings), MovedScore.Between(stored.Boards, again.Boards));
}
