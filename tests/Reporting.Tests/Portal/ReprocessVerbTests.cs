using System.Text.Json;
using Reporting.Tests.Reference;

namespace Reporting.Tests.Portal;

/// <summary>Reading archived files again at the command line: first what would differ, then, with a reason, in one load.</summary>
public sealed class ReprocessVerbTests : IDisposable
{
    readonly RunningProgram program = RunningProgram.WithDefinitions();

    public void Dispose() => program.Dispose();

    [Fact]
    public void What_is_asked_wrongly_is_refused_and_touches_nothing()
    {
        program.RunShipped("submit", SmallSheet.In(program.Home, "一月.csv"));
        BadInputTests.AssertOneMessage(program.RunShipped("reprocess", "--apply"), 2, "--reason");
        BadInputTests.AssertOneMessage(program.RunShipped("reprocess", "--receipt", "310151-20220101-999999"), 2, "310151-20220101-999999");
        BadInputTests.AssertOneMessage(program.RunShipped("reprocess", "--form", "nothing"), 2, "nothing");
        BadInputTests.AssertOneMessage(program.RunShipped("reprocess", "--period", "一月"), 2, "一月");
        var nothing = program.RunShipped("reprocess", "--json");
        Assert.Equal((0, 1, 0), (nothing.ExitCode, Number(nothing, "files"), Number(nothing, "differing")));
        Assert.Contains("0 份有差异", program.RunShipped("reprocess").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_s_new_name_gains_the_sheet_that_says_it()
    {
        var sheet = SmallSheet.In(program.Home, "一月.csv");
        File.WriteAllText(sheet, File.ReadAllText(sheet).Replace("新增就业人数", "净增饭碗数", StringComparison.Ordinal));
        Assert.Equal(3, program.RunShipped("submit", sheet).ExitCode);
        var form = Path.Combine(program.Data.Definitions, "forms", "employment.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(form)!);
        File.WriteAllText(form, DefinitionFolder.Shipped("Reference/forms/employment-monthly.yaml").Replace("aliases: [新增就业, ", "aliases: [净增饭碗数, 新增就业, ", StringComparison.Ordinal));

        var tried = program.RunShipped("reprocess", "--form", "employment-monthly", "--org", "城桥镇", "--json");
        Assert.Equal((0, 1, 1), (tried.ExitCode, Number(tried, "differing"), Number(tried, "verdicts")));
        Assert.Equal(JsonValueKind.Null, tried.Json.GetProperty("load").ValueKind);
        var table = tried.Json.GetProperty("submissions")[0].GetProperty("tables")[0];
        Assert.Equal(("returned", "loaded"), (table.GetProperty("before").GetProperty("state").GetString(), table.GetProperty("after").GetProperty("state").GetString()));
        var value = table.GetProperty("values")[0];
        Assert.Equal(("1 新增就业人数", "本月数", 12m), (value.GetProperty("line").GetString(), value.GetProperty("column").GetString(), value.GetProperty("after").GetProperty("value").GetDecimal()));
        Assert.Contains("new_employment", tried.Json.GetProperty("indicators").EnumerateArray().Select(indicator => indicator.GetProperty("id").GetString()));
        Assert.NotEmpty(tried.Json.GetProperty("commitments").EnumerateArray());
        Assert.Equal(0, Number(program.RunShipped("reprocess", "--period", "2022-02", "--json"), "differing"));

        var applied = program.RunShipped("reprocess", "--apply", "--reason", "行名别名补了", "--by", "li");
        Assert.Equal(0, applied.ExitCode);
        Assert.Contains("已替换", applied.Out, StringComparison.Ordinal);
        Assert.Equal(12, program.RunShipped("query", "--indicator", "new_employment", "--year", "2022", "--org", "城桥镇", "--through", "1", "--json")
            .Json.GetProperty("rows")[0].GetProperty("value").GetDecimal());
        Assert.Contains(Directory.EnumerateFiles(program.Data.Answers, "*.txt", SearchOption.AllDirectories), path => Path.GetFileName(path).StartsWith("重读 已入库", StringComparison.Ordinal));
        Assert.Equal(0, Number(program.RunShipped("reprocess", "--json"), "differing"));
    }

    [Fact]
    public void A_lost_archive_is_said_and_nothing_taken_back()
    {
        program.RunShipped("submit", SmallSheet.In(program.Home, "一月.csv"));
        foreach (var kept in Directory.EnumerateFiles(program.Data.Archive, "*", SearchOption.AllDirectories).ToList()) File.Delete(kept);
        var ended = program.RunShipped("reprocess", "--apply", "--reason", "试", "--json");
        Assert.Equal((3, 1), (ended.ExitCode, ended.Json.GetProperty("not_read").GetArrayLength()));
    }

    static int Number(Ended ended, string key) => ended.Json.GetProperty(key).GetInt32();
}
