namespace Reporting.Tests.Sheets.Drawn;

/// <summary>How a table is written down: one of the families that real sheets belong to.</summary>
/// <param name="Heading">0 title and one key line over several cells; 1 all keys in one cell; 2 unit in brackets and period in the title; 3 period over four cells.</param>
/// <param name="NumberColumn">0 none; 1 行次 behind the labels; 2 序号 before them.</param>
/// <param name="Indent">0 full-width blanks; 1 plain blanks; 2 其中： before the first level, blanks before deeper ones.</param>
/// <param name="IsMerged">False as in a CSV, where a group's word stands over its first column only.</param>
/// <param name="Gaps">An empty row after each so-many-th row; 0 for none.</param>
sealed record DrawnLayout(
    int RowOffset, int ColumnOffset, string? SecondTitle, int Heading, bool MergedTitle, bool BlankBeforeHeader, string LabelHeader, int NumberColumn, bool NumberRow,
    int Indent, int Gaps, int Notes, bool Signed, bool Stray, bool IsMerged)
{
    public static DrawnLayout From(Deck deck) => new(
        deck.Of(0, 0, 1, 3), deck.Of(0, 0, 1, 2), deck.Of(null, null, "崇明区统计报表制度"), deck.Pick(4), deck.Once(2), deck.Once(4),
        deck.Of("项目", "指标名称", "街镇", "单位名称", "类别"), deck.Pick(3), deck.Once(3), deck.Pick(3), deck.Of(0, 0, 0, 1, 3), deck.Pick(4), deck.Once(2), deck.Once(6), !deck.Once(6));
}
