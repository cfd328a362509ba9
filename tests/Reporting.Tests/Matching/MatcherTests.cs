using System.Globalization;
using System.Text;
using Reporting.Etl;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Sheets;
using Reporting.Tests.Sheets;
using Reporting.Warehouse;

namespace Reporting.Tests.Matching;

public class MatcherTests
{
    public static TheoryData<string> Cases => GoldenCase.Names("Matching");

    [Theory, MemberData(nameof(Cases))]
    public void A_sheet_is_given_its_meaning(string name)
    {
        var text = GoldenCase.Sheet("Matching", name);
        var tables = TableFinder.Find(SheetText.Parse(text)).Select(table => Matcher.Match(table, SmallCatalog.Value, HintsOf(SheetText.Keys(text))));
        GoldenCase.Check("Matching", name, string.Concat(tables.Select(Text)));
    }

    [Fact]
    public void Every_case_is_shown_by_inspect_as_json_and_in_words()
    {
        foreach (var name in Cases)
        {
            var text = GoldenCase.Sheet("Matching", name);
            var file = new ReadFile("xlsx", null, [SheetText.Parse(text)], []);
            var hints = HintsOf(SheetText.Keys(text));
            var json = Inspection.Describe(file, SmallCatalog.Value, hints, TimeSpan.FromSeconds(0.25));
            var tables = json["sheets"]![0]!["tables"]!.AsArray();
            Assert.Equal(TableFinder.Find(file.Sheets[0]).Count, tables.Count);
            Assert.All(tables, table => Assert.NotNull(table!["rows"]));
            Assert.Equal(0.25m, json["seconds"]!.GetValue<decimal>());
            Assert.Contains("报表：", Inspection.InWords(file, SmallCatalog.Value, hints), StringComparison.Ordinal);
        }
    }

    static MatchHints HintsOf(IReadOnlyDictionary<string, string> keys) => new(
        keys.TryGetValue("channel", out var code) ? SmallCatalog.Value.OrgUnit(code) : null,
        keys.GetValueOrDefault("file", "report.xlsx"), keys.GetValueOrDefault("form"), keys.GetValueOrDefault("org"),
        keys.TryGetValue("period", out var period) ? Period.Parse(period) : null);

    static string Text(MatchedTable matched)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"form={matched.Form?.Id ?? "-"} score={matched.Score:0.###} unit={matched.Unit?.Name ?? "-"} period={matched.Period?.ToString() ?? "-"} clear={matched.IsClear}");
        foreach (var line in matched.Cells.GroupBy(cell => cell.Line.Number).OrderBy(line => line.Key))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {line.Key} {line.First().Line.Label}: {string.Join(" | ", line.OrderBy(cell => matched.Form!.Columns.ToList().IndexOf(cell.Column)).Select(Text))}");
        foreach (var finding in matched.Findings) text.AppendLine(TableText.Of(finding));
        return text.ToString();
    }

    static string Text(MatchedCell cell) =>
        $"{cell.Column.Id}@{Address.Of(cell.Row, cell.ColumnNumber)}={(cell.Value is { } value ? value.ToString("0.####", CultureInfo.InvariantCulture) : cell.State.ToString())}{(cell.Bound == Bound.exact ? "" : " " + cell.Bound)}";
}
