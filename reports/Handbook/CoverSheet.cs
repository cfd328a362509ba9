using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Handbook;

/// <summary>总览: what the book holds and where, what is new in the year, and how to read it.</summary>
static class CoverSheet
{
    public const string Name = "总览";

    const int NamedChanges = 5;

    public static SheetLayout Of(HandbookFacts facts) => new(Name, Landscape: false, [8, 28, 30, 32, 12, 12],
    [
        .. Heading.First(facts.Content.Cover),
        new Line(LineKind.heading, "一、概况"),
        .. Sentences(facts).Select((sentence, index) => new Line(LineKind.paragraph, $"{index + 1}. {sentence.Text}") { Numbers = sentence.Numbers }),
        new Line(LineKind.heading, "二、目录"), Contents(facts),
        new Line(LineKind.heading, "三、怎样读"),
        .. Remarks(facts.Content).Select((words, index) => new Line(LineKind.note, $"{index + 1}. {words}")),
    ], MostPages: 1);

    public static IEnumerable<Sentence> Sentences(HandbookFacts facts) => new[] { Held(facts), Promised(facts), Changed(facts) }.OfType<Sentence>();

    static Sentence Held(HandbookFacts facts) => Sentence.Of(
        $"本册收录{facts.Content.District.Name}{Told.Count(Fact.year, facts.Content.Year)}年适用的指标{Told.Count(Fact.definitions, facts.Indicators.Count, "indicator")}项、填报指标{Told.Count(Fact.definitions, facts.Elements.Count, "element")}项，填报指标出自{Told.Count(Fact.forms_in_force, facts.Forms.Count)}张报表。");

    static Sentence Promised(HandbookFacts facts)
    {
        if (facts.Commitments.Count == 0) return "没有覆盖本年的规划。";
        var awaited = facts.Content.Targets.Where(target => target.Year == facts.Content.Year && target.State == TargetState.awaiting_issue).DistinctBy(target => target.Commitment).Count();
        var open = awaited == 0 ? "本年目标都已下达" : Sentence.Of($"其中{Told.Count(Fact.commitments_without_target, awaited)}项本年目标待下达");
        return Sentence.Of($"{string.Join("、", facts.Plans.Select(plan => Plain(plan.Name)))}的承诺{Told.Count(Fact.commitments, facts.Commitments.Count)}项，{open}。");
    }

    // The number of a plan's name (14-5, “十四五”) is part of its name.
    static string Plain(string name) => name.StartsWith('《') ? name : $"《{name}》";

    static Sentence Changed(HandbookFacts facts)
    {
        var (fresh, ended) = (ChangesSheet.Begun(facts).ToList(), ChangesSheet.Ended(facts).ToList());
        if (fresh.Count + ended.Count == 0) return "与上年相比，口径没有变动。";
        return Sentence.Of($"本年起用新口径的{Told.Count(Fact.definitions_new, fresh.Count)}项{Named(fresh)}，本年停用的{Told.Count(Fact.definitions_ended, ended.Count)}项{Named(ended)}。");
    }

    static string Named(List<string> names) => names.Count == 0 ? "" : $"（{string.Join("、", names.Take(NamedChanges))}{(names.Count > NamedChanges ? "等" : "")}）";

    static Table Contents(HandbookFacts facts) => new(
        [new("序号", Alignment.center), new("部分"), new("内容", Span: 2), new("项数", Alignment.right), new("工作表", Alignment.center)],
        [
            .. new (string Part, string Words, int Count, string Sheet)[]
            {
                ("指标", "规划所说的数：口径、由填报指标怎样算出、出自哪张报表、哪些承诺用到", facts.Indicators.Count, IndicatorsSheet.Name),
                ("填报指标", "报表每一行问的基本数：含义、来源的表和行、频率、全区数怎么来、分组", facts.Elements.Count, ElementsSheet.Name),
                ("承诺和目标", "规划的承诺：类型、分年目标、原文怎样读、依据在规划的何处、谁牵头", facts.Commitments.Count, CommitmentsSheet.Name),
                ("报表", "报表的表号、频率、谁在何时以前报、所依据的文件", facts.Forms.Count, FormsSheet.Name),
                ("口径变动", "换过口径的指标和填报指标：各版适用的时间和与前一版的不同", ChangesSheet.Count(facts), ChangesSheet.Name),
            }.Select((part, index) => new Row([$"{index + 1}", part.Part, part.Words, new Number(part.Count), new Linked(part.Sheet, part.Sheet)])),
        ]);

    static IEnumerable<string> Remarks(HandbookContent content) =>
    [
        "指标由填报指标算出，每一项都写明算法；全年数由各月怎样得来：各月之和、年初数、期末数、各月最低、各月最高。比率由分子、分母的合计相除，不由各单位的比率平均。",
        "时期数各月可以相加，时点数（期末数）不能相加。全区数“各单位相加”的，部门报的全区数只作核对；“部门直接报送”的，以所写单位为准。",
        "口径或计量单位变了就另立一版，前后两版不直接相比；本册只列本年适用的版本，其余各版见“口径变动”。",
        "目标取自规划原文和以后下达、调整的文件，不出自上报表的单元格，所以没有“来源”表；依据的位置列在每项承诺之后。待下达：目标由上级下达，尚未收到；—：该年没有数量目标。",
        content.Cover.AsOfLoad > 0 ? $"本册为截至批次 {content.Cover.AsOfLoad}（{ShanghaiTime.Print(content.Cover.LoadCommittedAt)}，北京时间）系统所用的定义；以后的修改在以后各期反映。" : "本册为系统现有的定义，尚无入库数据。",
        .. content.Cover.Demo ? ["本册随演示数据生成；口径取自两区公布的规划，填报办法是示例。"] : Array.Empty<string>(),
    ];
}
