using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Assessment.Targets;

namespace Reporting.Warehouse.Assessment.Runs;

/// <summary>What moved between two runs beside indicators, each in words.</summary>
static class MovedInputs
{
    public static IEnumerable<MovedInput> Between(RunSide before, RunSide after) =>
    [
        .. Of("目标登记", before.Evidence.Decisions, after.Evidence.Decisions, one => (one.Commitment, one.OrgUnit, one.KnownFromLoad), one => $"{one.Commitment}@{one.OrgUnit}", Said),
        .. Of("目标下达", before.Evidence.Issues, after.Evidence.Issues, one => (one.Commitment, one.Year, one.KnownFromLoad), one => $"{one.Commitment} {one.Year}年", one => one.Document),
        .. Of("序时进度", Curves(before), Curves(after), one => (one.Commitment, one.OrgUnit, one.Year, one.KnownFromLoad), one => $"{one.Commitment}@{one.OrgUnit} {one.Year}年", one => one.Shares),
        .. Of("任务进展", before.Evidence.Milestones, after.Evidence.Milestones, one => (one.Commitment, one.KnownFromLoad), one => one.Commitment, one => $"{one.OnDate:yyyy-MM-dd} {one.State.InWords()}"),
        .. Of("任务评定", before.Evidence.Verdicts, after.Evidence.Verdicts, one => (one.Commitment, one.KnownFromLoad), one => one.Commitment, one => $"{one.JudgedOn:yyyy-MM-dd} {one.Verdict.InWords()}（{one.JudgedBy}：{one.Reason}）"),
        .. Of("年度数、规划期数", before.Evidence.Stated, after.Evidence.Stated, one => (one.OrgUnit, one.Element, one.Breakdown, one.PeriodKind, one.PeriodStart, one.PeriodEnd),
            one => $"{one.OrgUnit} {one.Element} {one.PeriodStart:yyyy}{(one.PeriodKind == PeriodKind.year ? "" : $"—{one.PeriodEnd:yyyy}")}年", one => Shown.Bounded(one.Value, one.Bound)),
        .. Of("报送情况", before.Evidence.Conducts, after.Evidence.Conducts, one => one.OrgUnit, one => one.OrgUnit, Said),
        .. Of("应报未报", before.Evidence.Owed, after.Evidence.Owed, one => one, one => $"{one.OrgUnit} {one.Indicator}", _ => "应报未报"),
        .. Of("定义", before.Definitions, after.Definitions, one => (one.Kind, one.Id, one.Version), one => $"{one.Kind} {one.Id}{(one.Version is { } version ? $" 第 {version} 版" : "")}", one => one.Sha256[..12]),
        .. Of("数据认证", before.Certified, after.Certified, one => one.OrgUnit, one => one.OrgUnit, one => $"{one.State.InWords()}{(one.Load is { } load ? $"（{one.Person}，批次 {load}）" : "")}"),
    ];

    static IEnumerable<MovedInput> Of<T, TKey>(string what, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> key, Func<T, string> subject, Func<T, string> said)
        where T : class where TKey : notnull =>
        Pairs.Of(before, after, key, said).Select(pair => new MovedInput(what, subject((pair.After ?? pair.Before)!), pair.Before is null ? null : said(pair.Before), pair.After is null ? null : said(pair.After)))
            .OrderBy(moved => moved.Subject, StringComparer.Ordinal);

    static string Said(TargetDecision one) =>
        $"{Shown.Number(one.Value)}（{one.FromYear}{(one.ToYear is { } to ? $"—{to}" : " 年起")}，{one.Document}，{one.DecidedBy} 登记，批次 {one.KnownFromLoad}）";

    static string Said(Conduct one) => $"应报 {one.Owed}，迟报 {one.Late}，未报 {one.Missing}，被退回 {one.Returned}，锁定后更正 {one.CorrectedAfterLock}，逾期督办 {one.Unfinished}";

    static List<CurveLine> Curves(RunSide side) => [.. side.Evidence.Curves.GroupBy(point => (point.Commitment, point.OrgUnit, point.Year, point.KnownFromLoad))
        .Select(curve => new CurveLine(curve.Key.Commitment, curve.Key.OrgUnit, curve.Key.Year, curve.Key.KnownFromLoad,
            $"{curve.First().Method.InWords()}：{string.Join(' ', curve.OrderBy(point => point.Month).Select(point => Shown.Percent(point.Share)))}"))];

    sealed record CurveLine(string Commitment, string OrgUnit, int Year, long KnownFromLoad, string Shares);
}
