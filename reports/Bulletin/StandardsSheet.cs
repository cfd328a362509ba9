using Reporting.Reports.Layout;
using Reporting.Reports.Monthly;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Bulletin;

/// <summary>口径与来源: from which distance on which light, how long it must last, and where the figures come from.</summary>
static class StandardsSheet
{
    public static SheetLayout Of(MonthlyFacts facts)
    {
        var table = LightTable.Of(facts.Content.Catalog, facts.District);
        var rules = Rules(table);
        return new("口径与来源", true, [34, 30, 16, 16, 16, 30, 46],
        [
            Heading.Of(facts.Content.Cover, "口径与来源"), facts.Below,
            new Line(LineKind.heading, table is null ? "一、亮灯标准" : $"一、亮灯标准：{table.Name}（{table.Document}）"), rules,
            new Line(LineKind.heading, "二、编制说明"),
            .. Remarks(facts, table).Select((words, index) => new Line(LineKind.note, $"{index + 1}. {words}")),
        ], MostPages: 1, rules);
    }

    static Table Rules(LightTable? table) => new(
        [new("承诺类型"), new("看什么"), new("■黄灯", Alignment.center), new("◆橙灯", Alignment.center), new("▲红灯", Alignment.center), new("要稳定多久"), new("照的做法")],
        [.. (table?.Rules ?? []).Select(rule => new Row(
        [
            string.Join("、", rule.Kinds.Select(CommitmentKinds.InWords)), Measure(rule.Measure), Step(rule, LightColour.yellow), Step(rule, LightColour.orange), Step(rule, LightColour.red), Settling(rule.Settling), rule.Practice,
        ]))], WhenEmpty: "没有亮灯标准，各项承诺不亮灯", Dense: true);

    static string Measure(LightMeasure measure) => measure switch
    {
        LightMeasure.points_behind => "落后序时的百分点",
        LightMeasure.share_of_ceiling => "占控制数的%（按月累计的，照此进度期末会用到的）",
        LightMeasure.points_below => "比目标低的百分点",
        LightMeasure.percent_below => "差目标的%（负数为余量）",
        LightMeasure.events => "发生的起数",
        _ => "逾期天数（负数为距期限）",
    };

    static string Step(LightRule rule, LightColour colour) => rule.Steps.FirstOrDefault(step => step.Light == colour) is { } step
        ? $"{(step.From is null ? "超过" : "达到")} {ChineseWords.Plain(step.Edge)}" : FigureCells.NotApplicable;

    static string Settling(Settling settling)
    {
        var enter = settling.EnterMonths > 1 ? $"连续{settling.EnterMonths}个月才亮" : "当月亮";
        var leave = settling.LeaveMonths > 1 ? $"连续{settling.LeaveMonths}个月才降" : "当月降";
        var margins = (settling.Enter, settling.Leave) switch { (0, 0) => "", (0, var back) => $"，降灯要多回{ChineseWords.Plain(back)}", (var on, 0) => $"，亮灯要多差{ChineseWords.Plain(on)}", (var on, var back) => $"，亮灯要多差{ChineseWords.Plain(on)}、降灯要多回{ChineseWords.Plain(back)}" };
        return $"{enter}，{leave}{margins}";
    }

    static IEnumerable<string> Remarks(MonthlyFacts facts, LightTable? table) =>
    [
        .. table is null ? Array.Empty<string>() : [$"已经定局的未完成当月亮{table.Missed.InWords()}灯，不看差多少；没有数可评的月份不亮灯，灯从原来的地方接着走。签收后灯变坏，签收即失效。"],
        "本期的灯与上一个月的灯相比；一年的灯从一月重新起算。各单位只评下达到本单位的目标。",
        "预计为按往年同期推算的年底数，只供参考；与同月月报的数和结论出自同一次评估，月报载全部承诺，快报只列亮灯的。",
        facts.Content.Cover.AsOfLoad > 0
            ? $"本期为截至批次 {facts.Content.Cover.AsOfLoad}（{ShanghaiTime.Print(facts.Content.Cover.LoadCommittedAt)}，北京时间）系统已知的数据；每个数可由隐藏的“数据”“来源”两表查到报送文件的单元格。"
            : "系统尚无入库数据。",
        "各数按列示的小数位四舍五入，取舍误差未作机械调整。",
        .. facts.Content.Cover.Demo ? ["本表为演示数据，由程序生成，不反映任何地区的实际情况。"] : Array.Empty<string>(),
    ];
}
