using System.Text.Json;

namespace Reporting.Tests.Demo;

/// <summary>A figure can be followed down to the cells of the sheets, as another library reads them.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoFigureTests(DemoRun run)
{
    /// <summary>Of a district and year: the indicator and the labels of its line.</summary>
    public static TheoryData<string, string, string[]> Figures => new()
    {
        { DemoRun.Chongming, "new_employment", ["新增就业人数", "新增就业"] },
        { DemoRun.Songjiang, "apprentices", ["学徒制培养人数", "学徒制培养"] },
    };

    [Theory, MemberData(nameof(Figures))]
    public void Its_lineage_ends_at_the_cells_that_add_up_to_it(string district, string indicator, string[] labels)
    {
        var asked = run.Program.RunShipped("lineage", "--district", district, "--indicator", indicator, "--year", "2022", "--json");
        Assert.Equal((0, ""), (asked.ExitCode, asked.Error));
        var addends = asked.Json.GetProperty("addends").EnumerateArray().Where(addend => Text(addend, "sha256") is not null).ToList();
        Assert.True(addends.Count >= 12);
        foreach (var addend in addends)
        {
            var bytes = File.ReadAllBytes(Path.Combine(run.Program.Data.Archive, Text(addend, "sha256")![..2], Text(addend, "sha256")!));
            Assert.Equal(Text(addend, "sha256"), PlainSheet.Sha256(bytes));
            var sheet = PlainSheet.Of(bytes, Text(addend, "file")!, Text(addend, "sheet"));
            Assert.Equal(addend.GetProperty("value").GetDecimal(), sheet.Number(Text(addend, "cell")!) * sheet.Multiplier);
            // Where a unit left a month out its figure to date stands for the months up to it.
            if (Text(addend, "basis") == "in_period") Assert.Equal(addend.GetProperty("value").GetDecimal(), sheet.MonthFigure(labels));
        }
        Assert.Equal(asked.Json.GetProperty("value").GetDecimal(), asked.Json.GetProperty("addends").EnumerateArray().Sum(addend => addend.GetProperty("value").GetDecimal()));
        Assert.True(asked.Json.GetProperty("value").GetDecimal() > 500);
    }

    static string? Text(JsonElement addend, string key) => addend.GetProperty(key) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
