using System.Net;
using System.Text;
using System.Text.Json;
using Reporting.Portal.Demo;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Demo;

/// <summary>The demo goes on under <c>serve</c>: a corrected June sheet arrives in an inbox folder.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoServeTests(DemoRun run)
{
    const string Unit = "310151101", FileName = "城桥镇6月更正.csv";

    [Fact]
    public async Task A_file_dropped_into_an_inbox_is_pulled_answered_and_loaded_within_its_minute()
    {
        using var program = run.Copy();
        var held = Figure(program, "new_employment");
        var (serving, url) = program.ServeShipped();
        using var client = new HttpClient { BaseAddress = url };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);

        var inbox = Path.Combine(program.Data.Inbox, Unit);
        File.WriteAllBytes(Path.Combine(inbox, FileName), Corrected(more: 5));
        var (answers, dropped) = (Path.Combine(program.Data.Answers, Unit), DateTime.UtcNow);
        var path = RunningProgram.Until(() => Directory.GetFiles(answers, $"*{FileName}.json").SingleOrDefault(), path => path is not null, TimeSpan.FromSeconds(120))!;
        // The firing comes within the minute, the file stands still for five seconds, the rest is work.
        Assert.InRange(File.GetLastWriteTimeUtc(path) - dropped, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(90));
        Assert.Empty(Directory.GetFiles(inbox));
        Assert.Equal(Corrected(more: 5), File.ReadAllBytes(Assert.Single(Directory.GetFiles(Path.Combine(inbox, "已收"), $"*{FileName}"))));
        var answer = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path));
        Assert.Equal("loaded", answer.GetProperty("state").GetString());
        Assert.True(File.Exists(Path.ChangeExtension(path, ".txt")));

        // Forwarded, for the folder is held; so is what only reads.
        Assert.Equal(held + 5, Figure(program, "new_employment"));
        RunningProgram.Until(() => Pulled(program, answer.GetProperty("receipt").GetString()!), so => so);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
        Assert.Equal(0, RunningProgram.Terminate(serving));
        Assert.False(File.Exists(program.Data.Socket));
        Assert.Equal(held + 5, Figure(program, "new_employment"));
        AssertTheEditionStays(program, held);
    }

    /// <summary>What was issued before shows, and is asked again as of its load with, the earlier figure.</summary>
    static void AssertTheEditionStays(RunningProgram program, decimal held)
    {
        var to = Path.Combine(program.Home, "六月.xlsx");
        var ended = program.RunShipped("report", "monthly", "--period", "2023-06", "--district", DemoRun.Chongming, "--out", to, "--json");
        Assert.Equal(File.ReadAllBytes(Directory.GetFiles(program.Data.Editions, "*崇明*月报 2023年6月*").Single()), File.ReadAllBytes(to));
        Assert.Equal(held, decimal.Parse(new Reports.WorkbookText(File.ReadAllBytes(to)).At("总览", "新增就业", "完成值"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(held, Figure(program, "new_employment", "--as-of", ended.Json.GetProperty("as_of").GetRawText()));
    }

    static decimal Figure(RunningProgram program, string indicator, params string[] more)
    {
        var asked = program.RunShipped(["query", "--district", DemoRun.Chongming, "--indicator", indicator, "--year", "2023", "--json", .. more]);
        Assert.Equal((0, ""), (asked.ExitCode, asked.Error));
        return asked.Json.GetProperty("rows")[0].GetProperty("value").GetDecimal();
    }

    /// <summary>A run by the schedule, succeeded, whose outcome names the receipt.</summary>
    static bool Pulled(RunningProgram program, string receipt) => program.RunShipped("jobs", "runs", "--id", "pull", "--json").Json.GetProperty("runs").EnumerateArray()
        .Any(ran => ran.GetProperty("cause").GetString() == "schedule" && ran.GetProperty("state").GetString() == "succeeded"
            && ran.GetProperty("outcome").GetRawText().Contains(receipt, StringComparison.Ordinal));

    /// <summary>The unit's June as it is true, with more of the first line in month and sum, in a layout of its own.</summary>
    byte[] Corrected(int more)
    {
        var slot = DemoParcels.Of(run.Office.Warehouse.Definitions.Current, DemoRun.Chongming, DemoPlan.First, DemoPlan.Last, DemoRun.Seed).SelectMany(parcel => parcel.Slots)
            .Single(slot => slot.Unit.Code == Unit && slot.Truth.Period == DemoPlan.Last && slot.Truth.Form.Id == "employment-monthly");
        var text = new StringBuilder("城桥镇2023年6月就业工作月报表\r\n填报单位：城桥镇,,计量单位：人,\r\n项目,本月数,本年累计,上年同期累计\r\n");
        foreach (var line in slot.Truth.Form.Lines)
            text.AppendJoin(',', slot.Truth.Form.Columns.Select(column => (Written: slot.Truth.Value(line, column), Added: line.Number == 1 && column.YearsBack == 0 ? more : 0))
                .Select(cell => cell.Written is { } value ? $"{value + cell.Added:0}" : "—").Prepend(line.Label)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
