using System.Text.Json;
using Reporting.Portal.Demo;
using Reporting.Warehouse;

namespace Reporting.Tests.Demo;

/// <summary>A figure equals the sum over the sheets as another library reads them, and can be followed down to their cells.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoFigureTests(DemoRun run)
{
    /// <summary>Who the district's figure comes from, which lines are meant, and how many sheets it takes.</summary>
    public static TheoryData<string, string[], int> Figures => new()
    {
        { "new_employment", ["新增就业人数", "新增就业"], 20 * 12 },
        { "training_sessions", ["职业技能培训人次", "职业技能培训"], 12 },
        { "registered_unemployed", ["期末城乡登记失业人数", "城乡登记失业人数"], 1 },
    };

    [Theory, MemberData(nameof(Figures))]
    public void The_district_s_figure_is_the_sum_over_the_received_sheets(string indicator, string[] labels, int sheets)
    {
        var read = Accepted().Where(sent => Counts(indicator, sent))
            .Select(sent => PlainSheet.Of(File.ReadAllBytes(Received(sent)), sent.FileName).MonthFigure(labels)).ToList();
        Assert.Equal(sheets, read.Count);
        var asked = run.Program.RunShipped("query", "--district", DemoRun.District, "--indicator", indicator, "--year", "2022", "--json");
        Assert.Equal((0, ""), (asked.ExitCode, asked.Error));
        var row = Assert.Single(asked.Json.GetProperty("rows").EnumerateArray());
        Assert.Equal((read.Sum(), "reported", 12), (row.GetProperty("value").GetDecimal(), row.GetProperty("state").GetString(), row.GetProperty("through").GetInt32()));
        Assert.True(read.Sum() > 1000);
    }

    [Theory, MemberData(nameof(Figures))]
    public void Its_lineage_ends_at_the_cells_that_add_up_to_it(string indicator, string[] labels, int sheets)
    {
        var asked = run.Program.RunShipped("lineage", "--district", DemoRun.District, "--indicator", indicator, "--year", "2022", "--json");
        Assert.Equal((0, ""), (asked.ExitCode, asked.Error));
        var addends = asked.Json.GetProperty("addends").EnumerateArray().ToList();
        Assert.Equal(sheets, addends.Count);
        Assert.Equal(sheets, addends.Select(addend => (Text(addend, "sha256"), Text(addend, "sheet"), Text(addend, "cell"))).Distinct().Count());
        foreach (var addend in addends)
        {
            var bytes = File.ReadAllBytes(Path.Combine(run.Program.Data.Archive, Text(addend, "sha256")![..2], Text(addend, "sha256")!));
            Assert.Equal(Text(addend, "sha256"), PlainSheet.Sha256(bytes));
            var sheet = PlainSheet.Of(bytes, Text(addend, "file")!, Text(addend, "sheet"));
            Assert.Equal(addend.GetProperty("value").GetDecimal(), sheet.Number(Text(addend, "cell")!) * sheet.Multiplier);
            Assert.Equal(addend.GetProperty("value").GetDecimal(), sheet.MonthFigure(labels));
            var received = Path.Combine(run.Program.Data.Inbox, Text(addend, "sender")!, "已收", $"{Text(addend, "submission")} {Text(addend, "file")}");
            Assert.Equal(bytes, File.ReadAllBytes(received));
        }
        Assert.Equal(asked.Json.GetProperty("value").GetDecimal(), addends.Sum(addend => addend.GetProperty("value").GetDecimal()));
        // Every unit and month once. A sheet that repeats a figure changes nothing: the figure rests on the first one that was accepted with it.
        var months = Accepted().Where(sent => Counts(indicator, sent)).Select(sent => (sent.OrgUnit, $"{sent.Period}"));
        Assert.Equal(months.Order(), addends.Select(addend => (Text(addend, "reporter")!, Text(addend, "period")!)).Order());
        var honest = run.Plan.Events.Where(each => each.PlantedCode is null).ToLookup(each => (each.OrgUnit, $"{each.Period}"), each => PlainSheet.Sha256(each.Bytes));
        Assert.All(addends, addend => Assert.Contains(Text(addend, "sha256"), honest[(Text(addend, "reporter")!, Text(addend, "period")!)]));
    }

    /// <summary>Some of the sheets count in 万人, some are GB18030: the sums above hold across both.</summary>
    [Fact]
    public void The_sheets_come_in_ten_thousands_and_as_CSV_too()
    {
        var sheets = Accepted().Where(sent => Counts("new_employment", sent)).ToList();
        Assert.Contains(sheets, sent => PlainSheet.Of(sent.Bytes, sent.FileName).Multiplier == 10_000);
        Assert.Contains(sheets, sent => sent.FileName.EndsWith(".csv", StringComparison.Ordinal));
    }

    /// <summary>By the events alone: of each unit and month the last sheet that was neither wrong nor taken back.</summary>
    IEnumerable<DemoEvent> Accepted() => run.Plan.Events.GroupBy(each => (each.OrgUnit, each.Period))
        .Select(month => month.Last(each => each.PlantedCode is null && each.Kind is not (DemoEventKind.withdrawal or DemoEventKind.duplicate)));

    /// <summary>Townships, farms and forests count for new employment (parks of the 500s lie inside townships); departments state the other two.</summary>
    static bool Counts(string indicator, DemoEvent sent) => indicator switch
    {
        "new_employment" => sent.OrgUnit.Length == 9 && sent.OrgUnit[6] != '5',
        "training_sessions" => sent.OrgUnit == "310151-ZYPX",
        _ => sent.OrgUnit == "310151-JYCJ" && sent.Period == Period.Month(2022, 12),
    };

    /// <summary>The file where the unit finds it again, known by its bytes; twice the same bytes are one.</summary>
    string Received(DemoEvent sent) => Directory.EnumerateFiles(Path.Combine(run.Program.Data.Inbox, sent.OrgUnit, "已收"), $"* {sent.FileName}")
        .Single(path => PlainSheet.Sha256(File.ReadAllBytes(path)) == PlainSheet.Sha256(sent.Bytes));

    static string? Text(JsonElement addend, string key) => addend.GetProperty(key).GetString();
}
