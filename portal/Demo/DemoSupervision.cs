using System.Text;
using Reporting.Portal.Commands;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;

namespace Reporting.Portal.Demo;

/// <summary>签收 and 督办 of the demo: lights that somebody answers for, one of them before it worsens; demands closed in time, overdue, answered and open.</summary>
static class DemoSupervision
{
    const string Unemployed = "chongming-145-registered-unemployed", Insured = "chongming-145-insured-coverage";

    public static IReadOnlyList<DemoDecision> All { get; } =
    [
        // Orange then, red from August on: this 签收 ends there.
        Acknowledged(new(2022, 6, 27), Unemployed, "就业促进中心 王科长", "演示：上半年企业歇业多，登记人数接近控制数，已排专场招聘"),
        Opened(new(2022, 9, 20), "310151-JYCJ", new(2022, 10, 31), "演示：登记失业人数超过控制数，逐人落实帮扶措施，月底前报整改情况", Unemployed),
        Answered(new(2022, 10, 20), "1", "演示：已对 312 名登记失业人员逐人建档，举办专场招聘 6 场", "310151-JYCJ", "整改情况报告.txt"),
        Done(new(2022, 10, 25), SuperviseSteps.Close, "1", "演示：现场核查属实，同意销号"),

        Opened(new(2023, 3, 27), "310151110", new(2023, 5, 31), "演示：应保未保人员逐户上门核实，5 月底前全部参保或说明原因", Insured),
        Opened(new(2023, 4, 24), "310117001", new(2023, 6, 30), "演示：应保未保人员名单与公安、民政比对，6 月底前清零", "songjiang-145-insured-coverage"),
        Acknowledged(new(2023, 5, 25), Unemployed, "就业促进中心 王科长", "演示：春节后集中登记尚未消化，6 月起分片包干"),
        Opened(new(2023, 5, 26), "310151-ZCY", new(2023, 8, 31), "演示：按月报送未结案件清单，8 月底前结案率回到 92% 以上", "chongming-145-arbitration-closing-rate"),
        Answered(new(2023, 6, 5), "2", "演示：已核实 298 人，其余在外地", "310151110", null),
        Done(new(2023, 6, 7), SuperviseSteps.Return, "2", "演示：没有逐人名单，外地人员未附参保证明，补齐再报"),
        Answered(new(2023, 6, 20), "3", "演示：比对 463 人，已参保 401 人，其余 62 人逐人说明", "310117001", "比对清单.csv"),
    ];

    // With the figures of another seed there may be nothing to answer for that day.
    static DemoDecision Acknowledged(DateOnly day, string commitment, string owner, string why) => new(DemoClock.At(day, 11), office =>
    {
        var (marts, asOf) = (office.Warehouse.Marts, office.Warehouse.Marts.LastLoad()!);
        var alerts = Alerts.Of(AlertReading.Input(marts, office.Warehouse.Definitions.Current, DemoProfiles.Chongming, AlertReading.CurrentYear(marts, DemoProfiles.Chongming, asOf), null, asOf));
        if (alerts.Any(alert => alert.IsLit && alert.Commitment.Id == commitment && alert.Evaluation.OrgUnit == DemoProfiles.Chongming))
            DemoDecisions.Do(office, AlertsAcknowledge.Verb, Values(("COMMITMENT", commitment), ("--owner", owner)), why, "督查科-陈");
    });

    static DemoDecision Opened(DateOnly day, string unit, DateOnly deadline, string demand, string commitment) => new(DemoClock.At(day, 11, 30), office => DemoDecisions.Do(office, SuperviseOpen.Verb,
        Values(("--org", unit), ("--deadline", $"{deadline:yyyy-MM-dd}"), ("--demand", demand), ("--commitment", commitment)), "演示", "督查科-陈"));

    static DemoDecision Answered(DateOnly day, string number, string words, string by, string? evidence) => new(DemoClock.At(day, 15), office => DemoDecisions.Do(office, SuperviseSteps.Feedback,
        Values([("NUMBER", number), ("--words", words), .. evidence is null ? Array.Empty<(string, string)>() : [("--evidence", evidence)]]), "演示", by,
        evidence is null ? [] : [new("--evidence", evidence, Encoding.UTF8.GetBytes($"{evidence}\n{words}\n"))]));

    static DemoDecision Done(DateOnly day, Verb verb, string number, string why) => new(DemoClock.At(day, 16), office => DemoDecisions.Do(office, verb, Values(("NUMBER", number)), why, "督查科-陈"));

    static Dictionary<string, IReadOnlyList<string>> Values(params (string Name, string Value)[] values) => values.ToDictionary(value => value.Name, value => (IReadOnlyList<string>)[value.Value]);
}
