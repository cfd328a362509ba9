using System.Text.Json.Nodes;
using Reporting.Etl;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Tests.Sheets;

namespace Reporting.Tests.Matching;

/// <summary>What <c>inspect --json</c> prints, key by key: programs read it.</summary>
public class InspectionTests
{
    static readonly MatchHints NoHints = new(null, "报表.xlsx", null, null, null);

    static JsonObject Describe(ReadFile file) => Inspection.Describe(file, SmallCatalog.Value, NoHints, TimeSpan.FromSeconds(0.25));

    static JsonObject Describe(string sheet) => Describe(new ReadFile("xlsx", null, [SheetText.Parse("sheet: Sheet1\n\n" + sheet)], []));

    static string Keys(JsonNode? node) => string.Join(' ', node!.AsObject().Select(pair => pair.Key));

    [Fact]
    public void Every_key_stands_where_it_is_looked_for()
    {
        var json = Describe("2022年3月就业情况表　单位：万人\n指标|代码|本月数\n甲|乙|1\n新增就业|1|1.5\n失业登记|2|—\n合计|3|1.5\n注：不含代报。\n填表人：张三");
        var (sheet, table) = (json["sheets"]![0]!, json["sheets"]![0]!["tables"]![0]!);
        Assert.Equal("format encoding seconds findings sheets long_csv", Keys(json));
        Assert.Equal("name hidden cells cells_truncated tables", Keys(sheet));
        Assert.Equal("value text", Keys(sheet["cells"]!["C4"]));
        Assert.Equal("range title form_code unit multiplier period period_axis org header_rows columns first_data_row last_data_row row_label_column rows total_rows "
            + "footnotes printed_rules signature form score matched findings", Keys(table));
        Assert.Equal("letter path unit period", Keys(table["columns"]![0]));
        Assert.Equal("row label level kind sums period values", Keys(table["rows"]![0]));
        Assert.Equal("value text state", Keys(table["rows"]![0]!["values"]!["C"]));
        Assert.Equal("""["A1:C8","2022年3月就业情况表","万人",10000,"2022-03","none",[2,3],4,6,"A",[6]]""",
            new JsonArray([.. new[] { "range", "title", "unit", "multiplier", "period", "period_axis", "header_rows", "first_data_row", "last_data_row", "row_label_column", "total_rows" }
                .Select(key => table[key]!.DeepClone())]).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("[4,5]", table["rows"]![2]!["sums"]!.ToJsonString());
        Assert.Equal("not_applicable", (string?)table["rows"]![1]!["values"]!["C"]!["state"]);
    }

    [Fact]
    public void Absent_things_are_null()
    {
        var table = Describe("新增就业|1|2\n失业登记|3|4")["sheets"]![0]!["tables"]![0]!.AsObject();
        foreach (var key in new[] { "title", "form_code", "unit", "period", "org", "header_rows", "signature", "form" })
        {
            Assert.True(table.ContainsKey(key), key);
            Assert.True(table[key] is null, key);
        }
        Assert.Equal("[]", table["total_rows"]!.ToJsonString());
    }

    [Theory]
    [InlineData("2022年3月情况表\n指标|本月数\n就业|1\n失业|2", "2022-03")]
    [InlineData("二〇二二年一季度情况表\n指标|本季数\n就业|1\n失业|2", "2022-Q1")]
    [InlineData("2022年上半年情况表\n指标|数\n就业|1\n失业|2", "2022-H1")]
    [InlineData("2022年度情况表\n指标|数\n就业|1\n失业|2", "2022")]
    [InlineData("历年情况表\n指标|2015年|2020年|2024年\n就业|1|2|3\n失业|2|3|4", "2015/2024")]
    public void Periods_are_spelled_alike(string sheet, string period) => Assert.Equal(period, (string?)Describe(sheet)["sheets"]![0]!["tables"]![0]!["period"]);

    [Fact]
    public void The_first_cells_are_shown_and_the_rest_is_said_to_be_left_out()
    {
        var cells = Enumerable.Range(1, 10_001).SelectMany(row => new[] { new Cell(row, 1, CellKind.Text, "行"), new Cell(row, 2, CellKind.Number, "1", 1) }).ToList();
        var sheet = Describe(new ReadFile("xlsx", null, [new Sheet("Sheet1", false, cells, [])], []))["sheets"]![0]!;
        Assert.Equal((20_000, true), (sheet["cells"]!.AsObject().Count, (bool)sheet["cells_truncated"]!));
    }

    [Fact]
    public void A_long_CSV_is_described_by_how_much_it_says()
    {
        var file = FileReader.Read("district,org,element,period,basis,breakdown,value,state\n310151,310151101,jobs,2022-03,in_period,total,1,reported\n310117,310117101,jobs,2021,in_period,total,2,reported\n"u8.ToArray(), "数据.csv", new ReadLimits());
        var json = Describe(file);
        Assert.Equal("""{"rows":2,"districts":["310117","310151"],"orgs":2,"elements":1,"first_period":"2021","last_period":"2022-03"}""", json["long_csv"]!.ToJsonString());
        Assert.Equal("[]", json["sheets"]!.ToJsonString());
        Assert.Contains("2行", Inspection.InWords(file, SmallCatalog.Value, NoHints), StringComparison.Ordinal);
    }
}
