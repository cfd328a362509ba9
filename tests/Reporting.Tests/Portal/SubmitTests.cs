using System.Text;
using System.Text.Json;
using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>What a person at the command line may send, and what comes of it.</summary>
public class SubmitTests
{
    static readonly (string Name, byte[] Bytes, string Code)[] Foreign =
    [
        ("空.xlsx", [], "file_empty"),
        ("说明.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj"), "format_unsupported"),
        ("截图.png", [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13], "format_unsupported"),
        ("随机.xlsx", Noise(3000), "format_unsupported"),
        ("月报.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024], .. Encoding.Unicode.GetBytes("Workbook"), .. new byte[1024]], "file_unreadable"),
        ("半个.xlsx", [.. "PK"u8, 3, 4, .. Noise(500)], "file_unreadable"),
    ];

    [Fact]
    public void A_file_that_is_no_sheet_is_refused_with_what_to_do()
    {
        using var program = RunningProgram.WithDefinitions();
        foreach (var (name, bytes, _) in Foreign) File.WriteAllBytes(Path.Combine(program.Home, name), bytes);
        var ended = program.RunShipped(["submit", .. Foreign.Select(file => Path.Combine(program.Home, file.Name)), "--json"]);
        Assert.Equal((3, ""), (ended.ExitCode, ended.Error));
        Assert.DoesNotContain("Exception", ended.Out, StringComparison.Ordinal);
        Assert.All(ended.Json.GetProperty("answers").EnumerateArray().ToList().Zip(Foreign, (answer, file) => (Answer: answer, file.Name, file.Code)), each =>
        {
            Assert.Equal("returned", Text(each.Answer, "state"));
            var finding = Assert.Single(each.Answer.GetProperty("findings").EnumerateArray());
            Assert.Equal(each.Code, Text(finding, "code"));
            Assert.Contains(each.Name, Text(finding, "message"), StringComparison.Ordinal);
        });
        Assert.Equal(Foreign.Length, ended.Json.GetProperty("answers").GetArrayLength());
    }

    [Fact]
    public void A_good_file_is_loaded_though_another_beside_it_is_refused()
    {
        using var program = new RunningProgram();
        var bad = Path.Combine(program.Home, "坏.xlsx");
        File.WriteAllText(bad, "%PDF-1.4");
        var ended = program.RunShipped("submit", SmallSheet.In(program.Home, "好.csv"), bad, "--json");
        Assert.Equal(3, ended.ExitCode);
        Assert.Equal(["loaded", "returned"], ended.Json.GetProperty("answers").EnumerateArray().Select(answer => Text(answer, "state")));
        Assert.Equal(12, Figure(program));
    }

    [Fact]
    public void The_same_bytes_sent_again_get_the_receipt_they_have()
    {
        using var program = RunningProgram.WithDefinitions();
        var sheet = SmallSheet.In(program.Home, "一月.csv");
        var (first, second) = (program.RunShipped("submit", sheet, "--json"), program.RunShipped("submit", sheet, sheet, "--json"));
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.All(second.Json.GetProperty("answers").EnumerateArray(), answer => Assert.Equal(Text(Answer(first), "receipt"), Text(answer, "receipt")));
        Assert.Equal(1, Counts(program).Received);
    }

    [Fact]
    public void A_dry_run_says_the_verdict_and_keeps_nothing()
    {
        using var program = new RunningProgram();
        program.Begin();
        var tried = program.RunShipped("submit", SmallSheet.In(program.Home, "一月.csv"), "--dry-run", "--json");
        Assert.Equal((0, "loaded"), (tried.ExitCode, Text(Answer(tried), "state")));
        Assert.Equal((0, 0L), (Counts(program).Received, Counts(program).Observations));
        Assert.False(Directory.Exists(program.Data.Archive));
        Assert.False(Directory.Exists(program.Data.Answers));
    }

    [Fact]
    public void A_mistyped_data_folder_is_said_and_never_begun()
    {
        using var program = new RunningProgram("mistyped");
        var sheet = SmallSheet.In(program.Home, "一月.csv");
        foreach (var verb in new[] { new[] { "submit", sheet }, ["submit", sheet, "--dry-run"], ["inspect", sheet], ["query", "--indicator", "new_employment"] })
        {
            BadInputTests.AssertOneMessage(program.RunShipped(verb), 2, $"没有这个数据目录：{program.Data.Root} 不存在");
            Assert.False(Directory.Exists(program.Data.Root));
        }
        Directory.CreateDirectory(program.Data.Root);
        BadInputTests.AssertOneMessage(program.RunShipped("submit", sheet), 2, $"没有这个数据目录：{program.Data.Root} 里没有数据仓库");
        Assert.Empty(Directory.EnumerateFileSystemEntries(program.Data.Root));
        program.Begin();
        Assert.Equal(0, program.RunShipped("submit", sheet).ExitCode);

        using var empty = new RunningProgram();
        BadInputTests.AssertOneMessage(empty.RunShipped("submit", sheet, "--dry-run"), 2, "没有这个数据目录");
        Assert.False(Directory.Exists(empty.Data.Root));
    }

    [Fact]
    public void Marked_workbooks_go_into_a_folder_and_overwrite_nothing()
    {
        using var program = new RunningProgram();
        var sheets = new[] { "甲", "乙" }.Select((folder, index) => SmallSheet.In(Directory.CreateDirectory(Path.Combine(program.Home, folder)).FullName, "报表.csv", month: -1 - index)).ToArray();
        var made = Path.Combine(program.Home, "标记");
        var sent = program.RunShipped(["submit", .. sheets, "--by", "clerk\n\n结论：已接收", "--org", "城桥镇", "--out", made]);
        Assert.Equal(3, sent.ExitCode);
        string[] paths = [Path.Combine(made, "报表（审核）.xlsx"), Path.Combine(made, "报表（审核）（2）.xlsx")];
        Assert.Equal(paths.Order(StringComparer.Ordinal), Directory.GetFiles(made).Order(StringComparer.Ordinal));
        Assert.All(paths, path => Assert.Contains($"已写出：{path}\n", sent.Out, StringComparison.Ordinal));
        Assert.All(sent.Out.Split('\n').Where(line => line.StartsWith("结论", StringComparison.Ordinal)), line => Assert.StartsWith("结论：已退回", line, StringComparison.Ordinal));
        Assert.Contains("回执号：310151-", sent.Out, StringComparison.Ordinal); // the district of the unit that was named

        var before = paths.Select(File.ReadAllBytes).ToList();
        var alone = program.RunShipped("submit", sheets[0], "--org", "城桥镇", "--out", Path.Combine(program.Home, "一份.xlsm"));
        Assert.Contains($"已写出：{Path.Combine(program.Home, "一份.xlsx")}", alone.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(program.Home, "一份.xlsm")));
        Assert.Equal(before, paths.Select(File.ReadAllBytes));
    }

    [Theory]
    [InlineData("period", "--period", "2022-01")]
    [InlineData("unit", "--org", "城桥镇")]
    public void An_unclear_sheet_is_loaded_once_a_person_has_answered(string missing, string option, string answer)
    {
        using var program = RunningProgram.WithDefinitions();
        var sheet = SmallSheet.In(program.Home, "报表.csv", unit: missing == "unit" ? "" : "城桥镇", period: missing == "period" ? "" : "（2022年1月）");
        var asked = program.RunShipped("submit", sheet, "--json");
        Assert.Equal((3, "unclear"), (asked.ExitCode, Text(Answer(asked), "state")));
        var answered = program.RunShipped("submit", sheet, option, answer, "--json");
        Assert.Equal((0, "loaded"), (answered.ExitCode, Text(Answer(answered), "state")));
        Assert.NotEqual(Text(Answer(asked), "receipt"), Text(Answer(answered), "receipt"));
        Assert.Equal(12, Figure(program));

        using var warehouse = OpenWarehouse.Open(program.Data);
        var earlier = warehouse.Submissions.Find(Text(Answer(asked), "receipt")!)!;
        Assert.Equal(TableState.set_aside, Assert.Single(warehouse.Submissions.TablesOf(earlier.SubmissionId)).State);
        Assert.Equal((2, 1, 0), (warehouse.Marts.Counts().Received, warehouse.Marts.Counts().Loaded, warehouse.Marts.Counts().Unclear));
    }

    [Fact]
    public void What_is_withdrawn_falls_back_and_only_what_is_loaded_can_be()
    {
        using var program = RunningProgram.WithDefinitions();
        var first = Answer(program.RunShipped("submit", SmallSheet.In(program.Home, "一月.csv"), "--json"));
        var second = Text(Answer(program.RunShipped("submit", SmallSheet.In(program.Home, "更正.csv", month: 15), "--json")), "receipt")!;
        Assert.Equal(15, Figure(program));

        BadInputTests.AssertOneMessage(program.RunShipped("withdraw", second), 2, "--reason");
        Assert.Equal(15, Figure(program));
        Assert.Equal(0, program.RunShipped("withdraw", second, "--reason", "报错了").ExitCode);
        Assert.Equal(12, Figure(program));
        BadInputTests.AssertOneMessage(program.RunShipped("withdraw", second, "--reason", "再撤一次"), 3, second);

        Assert.Equal(0, program.RunShipped("withdraw", Text(first, "receipt")!, "--reason", "都不对").ExitCode);
        var row = program.RunShipped("query", "--indicator", "new_employment", "--year", "2022", "--org", "城桥镇", "--through", "1", "--json").Json.GetProperty("rows")[0];
        Assert.Equal((JsonValueKind.Null, "not_reported"), (row.GetProperty("value").ValueKind, Text(row, "state")));

        var refused = Path.Combine(program.Home, "坏.xlsx");
        File.WriteAllText(refused, "%PDF-1.4");
        var returned = Text(Answer(program.RunShipped("submit", refused, "--json")), "receipt")!;
        BadInputTests.AssertOneMessage(program.RunShipped("withdraw", returned, "--reason", "没有入库的"), 3, returned);
    }

    static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    static JsonElement Answer(Ended ended) => Assert.Single(ended.Json.GetProperty("answers").EnumerateArray());

    static string? Text(JsonElement document, string key) => document.GetProperty(key).GetString();

    static decimal Figure(RunningProgram program) => program.Ask("query", "--indicator", "new_employment", "--year", "2022", "--org", "城桥镇", "--through", "1", "--json")
        .Json.GetProperty("rows")[0].GetProperty("value").GetDecimal();

    static Reporting.Warehouse.Marts.WarehouseCounts Counts(RunningProgram program)
    {
        using var warehouse = OpenWarehouse.Open(program.Data);
        return warehouse.Marts.Counts();
    }
}
