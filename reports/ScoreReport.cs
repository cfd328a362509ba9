using Reporting.Reports.Layout;
using Reporting.Reports.Scores;
using Reporting.Warehouse;

namespace Reporting.Reports;

/// <summary>绩效考核 sheet: who has which score, rank and grade; each unit rule by rule; the scheme that it all follows.</summary>
public static class ScoreReport
{
    public static byte[] Render(ScoreContent content) => WorkbookWriter.Write(new(
        $"{content.Scheme.Name}评分表（{content.Board.Year}年）", $"{content.District.Name}人力资源和社会保障局", content.Demo ? "演示数据" : "", content.LoadCommittedAt,
        [RanksSheet.Of(content), DetailSheet.Of(content), SchemeSheet.Of(content)]));

    internal static Line Title(ScoreContent content, string words) => new(LineKind.title, words + (content.Demo ? "（演示数据）" : ""));

    internal static Pair Below(ScoreContent content) => new(
        $"{content.District.Name}　{content.Board.Year}年{(content.IsYearOver ? "" : $"（截至 {content.Board.Through}，按序时折算，仅供参考）")}",
        $"数据截至：{ShanghaiTime.Print(content.LoadCommittedAt)}（批次 {content.AsOfLoad}）");
}
