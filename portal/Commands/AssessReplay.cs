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
    };

    static Answer Run(Request request, Office office)
    {
        var warehouse = office.Warehouse;
        var run = AskedRun.Of(request, "RUN", warehouse);
        var (stored, again) = (AskedRun.Stored(run, warehouse), RunReading.Replayed(warehouse, run));
        var replay = Replay.Of(run, stored.Documents, again, AssessmentEngine.Version);
        var diff = replay.IsIdentical ? null : Moved(stored, new(run, again));
        // On another engine another answer is news, on the same one it is a fault.
        var exit = replay.IsIdentical || replay is { IsSameEngine: false, IsSealed: true } ? 0 : 1;
        if (request.Json)
            return Answer.Document(new { run = run.Run, identical = replay.IsIdentical, run.Engine, replayed_with = AssessmentEngine.Version, sealed_as_frozen = replay.IsSealed, replay.Documents, diff }, exit) with { Error = exit == 0 ? "" : Fault(run, replay) };
        return new(exit, exit == 0 || diff is not null ? string.Join('\n', Lines(run, replay, diff, office)) : "", exit == 0 ? "" : Fault(run, replay));
    }

    static IEnumerable<string> Lines(AssessmentRun run, Replay replay, RunDiff? diff, Office office) =>
    [
        replay.IsIdentical ? $"考核 {run.Run} 号重算一致：{replay.Documents.Count} 份文书逐字节相同（引擎 {run.Engine}，批次 {run.AsOfLoad}，封签 {run.Seal}）。"
            : replay.IsSameEngine ? $"考核 {run.Run} 号重算不一致（引擎 {run.Engine}，批次 {run.AsOfLoad}）："
            : $"考核 {run.Run} 号由引擎 {run.Engine} 算出，现在是引擎 {AssessmentEngine.Version}，下列结果不同：",
        .. Aligned.Rows([.. replay.Documents.Where(document => document.Outcome != ReplayOutcome.same).Select(document => (IReadOnlyList<string>)[document.Name, InWords(document.Outcome)])]),
        .. diff is null ? [] : RunDiffText.Lines(diff, office.Warehouse.Definitions.AsOf(run.AsOfLoad), "存档 → 重算"),
    ];

    static string Fault(AssessmentRun run, Replay replay) => replay switch
    {
        { IsSealed: false } => $"考核 {run.Run} 号的存档被改动过：清单与封签不符。",
        _ when replay.Documents.FirstOrDefault(document => document.Outcome is ReplayOutcome.altered or ReplayOutcome.surplus or ReplayOutcome.missing) is { } document =>
            $"考核 {run.Run} 号的存档被改动过：{document.Name} {InWords(document.Outcome)}。",
        _ => $"考核 {run.Run} 号用同一版引擎重算不一致：数据仓库里的历史或存档被改动过。",
    };

    static string InWords(ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.altered => "正文与自身的哈希不符",
        ReplayOutcome.differs => "重算结果不同",
        ReplayOutcome.missing => "存档缺失",
        ReplayOutcome.surplus => "存档多出",
        _ => "一致",
    };

    // What was altered beyond reading can still be named, though not compared.
    static RunDiff? Moved(StoredRun stored, StoredRun again)
    {
        try
        {
            return new([], [], MovedEvaluation.Between(stored.Standings, again.Standings), MovedScore.Between(stored.Boards, again.Boards));
        }
        catch (System.Text.Json.JsonException) { return null; }
    }
}
