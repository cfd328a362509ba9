using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Tests.Sheets;

namespace Reporting.Tests.Matching;

/// <summary>Sheets that nobody would send: whatever the grid, it is answered, and every answer points into the sheet.</summary>
public class MangledSheetTests
{
    static readonly string[] Odd = ["٣月", "2022年٣月", "〇〇〇〇年", "99月", "（）", "：", "单位：", "合计", "其中：", "甲", "1", "注：", "填表人：", "9999999999999999999999999999999", "\u200B", "2022—2021", "0000年13月"];

    [Theory, MemberData(nameof(MatcherTests.Cases), MemberType = typeof(MatcherTests))]
    public void A_mangled_sheet_is_answered(string name)
    {
        var sheet = SheetText.Parse(GoldenCase.Sheet("Matching", name));
        for (var seed = 0; seed < 15; seed++)
        {
            var mangled = Mangled(sheet, new Random(seed));
            foreach (var table in TableFinder.Find(mangled))
            {
                var matched = Matcher.Match(table, SmallCatalog.Value, new(null, "2022年3月.xlsx", null, null, null));
                Assert.All(matched.Cells, cell => Assert.True(table.Range.Contains(cell.Row, cell.ColumnNumber)));
                Assert.Equal(matched.Cells.Count, matched.Cells.DistinctBy(cell => (cell.Line.Number, cell.Column.Id)).Count());
            }
        }
    }

    static Sheet Mangled(Sheet sheet, Random random)
    {
        var cells = sheet.Cells.ToDictionary(cell => (cell.Row, cell.Column));
        for (var step = 0; step < 12; step++)
        {
            var place = (Row: random.Next(1, sheet.LastRow + 2), Column: random.Next(1, sheet.LastColumn + 2));
            var other = cells.Values.ElementAt(random.Next(cells.Count));
            cells[place] = random.Next(3) switch
            {
                0 => new(place.Row, place.Column, CellKind.Text, Odd[random.Next(Odd.Length)]),
                1 => other with { Row = place.Row, Column = place.Column },
                _ => new(place.Row, place.Column, CellKind.Number, "7", 7),
            };
            if (cells.Count > 5) cells.Remove((other.Row, other.Column));
        }
        var corner = (Row: random.Next(1, sheet.LastRow + 1), Column: random.Next(1, sheet.LastColumn + 1));
        CellRange merge = new(corner.Row, corner.Column, corner.Row + random.Next(4), corner.Column + random.Next(4));
        return new(sheet.Name, false, [.. cells.Values.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)], [.. sheet.Merges, merge]);
    }
}
