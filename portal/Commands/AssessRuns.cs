using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>The frozen runs.</summary>
static class AssessRuns
{
    public static Verb Verb { get; } = new("assess runs", "列出已冻结的考核", "the frozen runs")
    {
        Parameters = [Asked.DistrictOption, AskedRun.YearOption with { Required = false }],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var (warehouse, catalog) = (office.Warehouse, office.Warehouse.Definitions.Current);
        int? year = request["--year"] is { } given ? Asked.Year(given) : null;
        var district = request["--district"] is null ? null : Asked.District(request, catalog).Code;
        var runs = warehouse.Marts.AssessmentRuns(district, long.MaxValue - 1).Where(run => year is null || run.Year == year).ToList();
        var stored = runs.Select(run => AskedRun.Stored(run, warehouse)).ToList();
        var since = runs.Select(run => run.District).Distinct().SelectMany(code => FrozenYears.Since(warehouse.Marts, code)).ToLookup(one => one.Run);
        var faults = string.Join('\n', stored.Select(one => RunFaults.Of(one)?.In(request.Lang)).OfType<string>());
        var answer = request.Json ? Answer.Document(new { runs = runs.Select(Printed), CorrectedSince = since.SelectMany(run => run) }) : Answer.Done(runs.Count == 0 ? "还没有冻结过考核。" : string.Join('\n', Lines(stored, catalog, since)));
        return faults.Length == 0 ? answer : answer with { ExitCode = 1, Error = faults };
    }

    static IEnumerable<string> Lines(IReadOnlyList<StoredRun> stored, Catalog catalog, ILookup<long, FrozenCorrections> since) => Aligned.Rows([.. stored.Select(one => (one.Run, one.Manifest)).Select(one => (IReadOnlyList<string>)
    [
        $"{one.Run.Run} 号", catalog.District(one.Run.District)?.Name ?? one.Run.District, $"{one.Run.Year} 年", $"截至 {one.Run.Through}", $"批次 {one.Run.AsOfLoad}", Certified(one.Run, one.Manifest), FrozenYears.Since(since[one.Run.Run]),
        ShanghaiTime.PrintSeconds(one.Run.DecidedAt), one.Run.DecidedBy, $"{(one.Run.Corrects is { } earlier ? $"更正 {earlier} 号：" : "")}{one.Run.Reason}",
    ])], "");

    internal static string Certified(AssessmentRun run, RunManifest? manifest) =>
        run.Uncertified > 0 ? $"未认证 {run.Uncertified} 家" : manifest is { Certified.Count: 0 } ? "没有应认证的单位" : "全部认证";

    public static object Printed(AssessmentRun run) => new
    {
        run.Run, run.District, run.Year, run.Through, AsOf = run.AsOfLoad, run.Engine, Schemes = run.Schemes.Split(',', StringSplitOptions.RemoveEmptyEntries), run.Corrects, run.Reason,
        run.DecidedBy, run.DecidedAt, run.Uncertified, run.Seal, Load = run.KnownFromLoad,
    };

    public static string Heading(AssessmentRun run, Catalog catalog) =>
        $"考核 {run.Run} 号  {catalog.District(run.District)?.Name ?? run.District} {run.Year} 年，截至 {run.Through}，按批次 {run.AsOfLoad} 的数据"
        + (run.Corrects is { } earlier ? $"；更正 {earlier} 号：{run.Reason}" : "");
}
