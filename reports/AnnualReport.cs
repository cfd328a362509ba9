using Reporting.Reports.Drawing;
using Reporting.Reports.Layout;
using Reporting.Reports.Lineage;
using Reporting.Reports.Scores;

namespace Reporting.Reports;

/// <summary>年度考核: who has which score, rank and grade, where the points went, each unit rule by rule, and the scheme that it all follows.</summary>
public static class AnnualReport
{
    public const string Title = "就业和社会保障规划年度考核";

    public static byte[] Render(AnnualContent content) => WorkbookWriter.Write(Layout(content));

    internal static WorkbookLayout Layout(AnnualContent content)
    {
        var names = new SheetNames();
        return Heading.Book(content.Cover,
        [
            BoardSheet.Of(content, names.Of("总览")),
            .. content.Schemes.Select((scored, index) => RanksSheet.Of(content, scored, names.Of(Numbered(content, "得分汇总", index)))),
            .. content.Schemes.Select((scored, index) => LostSheet.Of(content, scored, names.Of(Numbered(content, "扣分情况", index)))),
            .. content.Schemes.Select((scored, index) => SchemeSheet.Of(content, scored, names.Of(Numbered(content, "评分办法", index)))),
            .. content.Schemes.SelectMany(scored => scored.Board.Units.Select(unit => UnitSheet.Of(content, scored, unit, names.Of(unit.Name)))),
        ]) with
        {
            HasContents = true,
            DataTitle = Heading.Of(content.Cover, DataSheet.Name).Text,
            Sources = SourceSheet.Of(content.Cover, content.Catalog, [new SourcedYear(content.Year, content.Through, content.Sources)]),
        };
    }

    /// <summary>On what the scores stand, as every sheet says it.</summary>
    internal static string Basis(AnnualContent content) => (content.Frozen, content.Through) switch
    {
        ({ } run, _) => $"依据冻结的考核 {run.Run} 号（{ChineseWords.Day(run.FrozenAt)}冻结，批次 {run.AsOfLoad} 的数据）",
        (null, < 12) => $"未冻结，仅供参考（截至{content.Through}月，按序时折算）",
        _ => "未冻结，仅供参考",
    };

    internal static Pair Below(AnnualContent content) => new($"{content.Cover.District.Name}　{content.Year}年　{Basis(content)}", Heading.AsOf(content.Cover));

    static string Numbered(AnnualContent content, string name, int index) => content.Schemes.Count == 1 ? name : $"{name}{index + 1}";
}
