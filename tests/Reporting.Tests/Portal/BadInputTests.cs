using System.Diagnostics;
using Reporting.Warehouse;
using Reporting.Warehouse.Gateway;

namespace Reporting.Tests.Portal;

/// <summary>A served data folder in which one sheet is loaded, shared by tests that change nothing in it.</summary>
public sealed class OneSheetOffice : IDisposable
{
    readonly Process serving;

    internal RunningProgram Program { get; } = new();
    internal string Sheet { get; }

    public OneSheetOffice()
    {
        Sheet = SmallSheet.In(Program.Home, "一月.csv");
        var loaded = Program.RunShipped("submit", Sheet);
        Assert.True(loaded.ExitCode == 0, loaded.Out + loaded.Error);
        (serving, _) = Program.ServeShipped();
    }

    /// <summary>Whatever was asked of it, the warehouse is as it was.</summary>
    public void Dispose()
    {
        Assert.Equal(0, RunningProgram.Terminate(serving));
        using (var warehouse = OpenWarehouse.Open(Program.Data))
        {
            var counts = warehouse.Marts.Counts();
            Assert.Equal((1, 1, 0, 19L), (counts.Received, counts.Loaded, counts.Errors, counts.Observations));
        }
        Program.Dispose();
    }
}

/// <summary>Bad input is one message that says what to do, the agreed exit code, and nothing half-written.</summary>
public class BadInputTests(OneSheetOffice office) : IClassFixture<OneSheetOffice>
{
    /// <summary>What was typed, and a word of the message that says what to do. SHEET stands for a good file.</summary>
    public static TheoryData<string, string> Misuses => new()
    {
        { "quary --indicator new_employment", "query" },
        { "query --indicater new_employment", "--indicator" },
        { "query --district 310999 --indicator new_employment", "310151" },
        { "query --indicator new_employmnt", "new_employment" },
        { "query --element new_employmnt", "new_employment" },
        { "query --year 2022", "--indicator" },
        { "query --indicator new_employment --element new_employment", "--element" },
        { "query --indicator new_employment --org 城乔镇", "城乔镇" },
        { "query --indicator new_employment --year 二〇二二", "2022" },
        { "query --indicator new_employment --year 2022 --through 2023-01", "2022-03" },
        { "query --indicator new_employment --as-of 999999", "999999" },
        { "query --indicator new_employment --as-of 昨天", "2022-06-30" },
        { "query --indicator new_employment --as-of 1999-01-01", "1999-01-01" },
        { "query --indicator new_employment --format xml", "csv" },
        { "lineage --indicator nothing --year 2022", "nothing" },
        { "lineage --year 2022", "--indicator" },
        { "report yearly --period 2022-01 --out a.xlsx", "monthly" },
        { "report monthly --period 2022-13 --out a.xlsx", "2022-03" },
        { "report monthly --period 2022 --out a.xlsx", "2022-03" },
        { "report monthly --district 310999 --period 2022-01 --out a.xlsx", "310151" },
        { "report monthly --period 2022-01 --as-of 999999 --out a.xlsx", "999999" },
        { "report monthly --period 2022-01 --out none/a.xlsx", "none" },
        { "report monthly --period 2022-01", "--out" },
        { "report monthly --district 310117 --period 2099-01 --out a.xlsx", "2099年1月" },
        { "submit", "FILE" },
        { "submit none.xlsx", "none.xlsx" },
        { "submit .", "." },
        { "submit SHEET none.xlsx", "none.xlsx" },
        { "submit SHEET --form 工资表", "employment-monthly" },
        { "submit SHEET --org 城乔镇", "城乔镇" },
        { "submit SHEET --period 一月", "2022-03" },
        { "inspect none.xlsx", "none.xlsx" },
        { "withdraw 310151-20220101-999999 --reason 重复", "310151-20220101-999999" },
        { "withdraw", "RECEIPT" },
        { "assess", "--year" },
        { "assess --plan chongming-146", "chongming-145" },
        { "assess --district 310151 --year 1999", "1999" },
        { "assess --plan chongming-145 --year 2019", "2021" },
        { "assess --plan chongming-145 --district 310999", "310151" },
        { "explain chongming-145-new-employmnt", "chongming-145-new-employment" },
        { "target set chongming-145-new-employment --value 9000 --from 2022 --document 文", "--reason" },
        { "target set chongming-145-new-employment --value 九千 --from 2022 --document 文 --reason 调整", "9000" },
        { "target set chongming-145-new-employment --value 9000 --from 2019 --document 文 --reason 调整", "2021" },
        { "target set chongming-145-new-employment --value -5 --from 2022 --document 文 --reason 调整", "负数" },
        { "target set chongming-145-arbitration-closing-rate --value 150 --from 2022 --document 文 --reason 调整", "100 %" },
        { "target set chongming-145-mass-incidents --value 3 --from 2022 --document 文 --reason 调整", "没有目标值" },
        { "target set chongming-145-new-employment --value 9000 --from 2022 --document 文 --decided-on 2099-01-01 --reason 调整", "2099-01-01" },
        { "target set chongming-145-new-employment --value 9000 --from 2023 --to 2022 --document 文 --reason 调整", "--from" },
        { "target set chongming-145-new-employment --value 9000 --from 2022 --document 文 --decided-on 昨天 --reason 调整", "2022-03-15" },
        { "target list --district 310151", "--year" },
        { "task report chongming-145-new-employment --state reached --evidence 纪要", "milestone" },
        { "task report chongming-145-new-employment --state done", "reached" },
        { "task report chongming-145-monitoring-reports --state under_way --on 2019-05-01", "2021" },
        { "task report chongming-145-monitoring-reports --state under_way --on 2099-05-01", "2099-05-01" },
    };

    [Theory, MemberData(nameof(Misuses))]
    public void Misuse_is_one_message_and_leaves_all_as_it_was(string line, string hint)
    {
        var before = Content(office.Program);
        var ended = office.Program.RunShipped([.. line.Split(' ').Select(word => word == "SHEET" ? office.Sheet : word)]);
        AssertOneMessage(ended, 2, hint);
        Assert.Equal(before, Content(office.Program));
    }

    [Fact]
    public void In_English_the_message_is_English()
    {
        var ended = office.Program.RunShipped("query", "--indicator", "nothing", "--lang", "en");
        AssertOneMessage(ended, 2, "There is no indicator 'nothing'");
    }

    [Fact]
    public void A_data_folder_that_cannot_be_one_is_misuse()
    {
        using var program = new RunningProgram("a-file");
        File.WriteAllText(program.Data.Root, "");
        AssertOneMessage(program.RunShipped("submit", office.Sheet), 2, "--data");
        using var below = new RunningProgram("a-file/below/it");
        File.WriteAllText(Path.Combine(below.Home, "a-file"), "");
        foreach (var verb in new[] { new[] { "submit", office.Sheet }, ["query", "--indicator", "new_employment"], ["demo"], ["serve"] })
            AssertOneMessage(below.RunShipped(verb), 2, "--data");
    }

    [Fact]
    public void A_warehouse_held_by_another_process_names_it_and_what_to_do()
    {
        using var program = new RunningProgram();
        Directory.CreateDirectory(program.Data.Root);
        using var held = DuckDbGateway.Open(program.Data.WarehouseFile);
        foreach (var verb in new[] { new[] { "query", "--indicator", "new_employment" }, ["submit", office.Sheet], ["serve", "--urls", "http://127.0.0.1:0"] })
        {
            var ended = program.RunShipped(verb);
            AssertOneMessage(ended, 1, $"PID {Environment.ProcessId}");
            Assert.Contains("--data", ended.Error, StringComparison.Ordinal);
        }
        Assert.False(Directory.Exists(program.Data.Archive));
    }

    [Fact]
    public void A_warehouse_that_is_none_says_so()
    {
        using var program = new RunningProgram();
        Directory.CreateDirectory(program.Data.Root);
        var bytes = new byte[20_000];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(program.Data.WarehouseFile, bytes);
        AssertOneMessage(program.RunShipped("query", "--indicator", "new_employment"), 1, "备份");
        Assert.Equal(bytes, File.ReadAllBytes(program.Data.WarehouseFile));
    }

    [Fact]
    public void A_wrong_key_in_a_definition_stops_every_verb_before_a_store_is_made()
    {
        using var program = new RunningProgram();
        Directory.CreateDirectory(program.Data.Definitions);
        var file = Path.Combine(program.Data.Definitions, "indicators.yaml");
        File.WriteAllText(file, """
            indicators:
              - id: new_employment
                name: 新增就业人数
                unit: 人
                numerator: [{ element: new_employment, time: sum }]
                meening: 各月之和
            """);
        foreach (var verb in new[] { new[] { "query", "--indicator", "new_employment" }, ["submit", office.Sheet], ["serve", "--urls", "http://127.0.0.1:0"] })
        {
            var ended = program.RunShipped(verb);
            Assert.Equal((1, ""), (ended.ExitCode, ended.Out));
            Assert.Contains($"{file}:6 [meening]", ended.Error, StringComparison.Ordinal);
            Assert.Contains("meaning", ended.Error, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(program.Data.WarehouseFile));
        Assert.False(Directory.Exists(program.Data.Archive));
    }

    [Theory]
    [InlineData("""{"jobs":[{"id":"pull","job":"pull-submisions","cron":"* * * * *"}]}""", "pull-submissions")]
    [InlineData("""{"jobs":[{"id":"pull","job":"pull-submissions","corn":"* * * * *"}]}""", "cron")]
    [InlineData("""{"jobs":[{"id":"pull","job":"pull-submissions","cron":"* * *"}]}""", "cron")]
    [InlineData("jobs: pull", "JSON")]
    public void Wrong_jobs_stop_serve_with_file_and_key(string jobs, string hint)
    {
        using var program = new RunningProgram();
        program.WriteJobs(jobs);
        var ended = program.RunShipped("serve", "--urls", "http://127.0.0.1:0");
        AssertOneMessage(ended, 1, hint);
        Assert.Contains(program.Data.Jobs, ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(program.Data.WarehouseFile));
    }

    internal static void AssertOneMessage(Ended ended, int exitCode, string hint)
    {
        Assert.Equal((exitCode, ""), (ended.ExitCode, ended.Out));
        var message = Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.Contains(hint, message, StringComparison.Ordinal);
        Assert.DoesNotContain("意料之外", message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
    }

    /// <summary>Every file there is; the stores grow by the schedule's own runs and are held against each other in the end, the log likewise.</summary>
    static string Content(RunningProgram program) => string.Concat(Directory.EnumerateFiles(program.Home, "*", SearchOption.AllDirectories)
        .Where(path => !path.StartsWith(program.Data.WarehouseFile, StringComparison.Ordinal) && !path.StartsWith(program.Data.OperationsFile, StringComparison.Ordinal)
            && !path.StartsWith(program.Data.Logs, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(path => $"{path} {new FileInfo(path).Length}\n"));
}
