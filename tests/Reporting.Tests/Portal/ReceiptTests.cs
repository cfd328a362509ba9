using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>A receipt can be held against what is kept, and a file at hand against the receipt.</summary>
public class ReceiptTests
{
    [Fact]
    public void A_receipt_is_verified_against_the_kept_bytes_and_a_file_at_hand()
    {
        using var program = RunningProgram.WithDefinitions();
        var sheet = SmallSheet.In(program.Home, "一月.csv");
        var answer = program.RunShipped("submit", sheet, "--json").Json.GetProperty("answers")[0];
        var (receipt, sha256) = (answer.GetProperty("receipt").GetString()!, answer.GetProperty("sha256").GetString()!);

        var right = program.RunShipped("verify", "--receipt", receipt, sheet, "--json");
        Assert.Equal((0, true, true), (right.ExitCode, right.Json.GetProperty("intact").GetBoolean(), right.Json.GetProperty("same_file").GetBoolean()));
        var wrong = program.RunShipped("verify", "--receipt", receipt, SmallSheet.In(program.Home, "另一份.csv", month: 13));
        Assert.Equal(3, wrong.ExitCode);
        Assert.Contains("手头的文件不是当时收到的那份", wrong.Out, StringComparison.Ordinal);
        Assert.Equal(2, program.RunShipped("verify", "--receipt", receipt + "0").ExitCode);

        Damage(program.Data, sha256);
        var damaged = program.RunShipped("verify", "--receipt", receipt, "--json");
        Assert.Equal((3, false), (damaged.ExitCode, damaged.Json.GetProperty("intact").GetBoolean()));
    }

    [Fact]
    public void The_marked_workbook_of_a_receipt_is_given_out_for_its_sender_and_for_others()
    {
        using var program = RunningProgram.WithDefinitions();
        var sheet = SmallSheet.In(program.Home, "一月.csv", month: -1);
        var answer = program.RunShipped("submit", sheet, "--out", program.Home, "--json").Json.GetProperty("answers")[0];
        Assert.Equal("returned", answer.GetProperty("state").GetString());
        var own = File.ReadAllBytes(Path.Combine(program.Home, "一月（审核）.xlsx"));
        var receipt = answer.GetProperty("receipt").GetString()!;
        Assert.Equal(0, program.RunShipped("review", "marked", receipt, "--for", "sender", "--out", program.Home).ExitCode);
        Assert.Equal(own, File.ReadAllBytes(Path.Combine(program.Home, $"{receipt} 一月（审核）.xlsx")));
        var copy = program.RunShipped("review", "marked", receipt, "--out", Path.Combine(program.Home, "副本.xlsx"), "--json");
        Assert.Equal((0, "others"), (copy.ExitCode, copy.Json.GetProperty("audience").GetString()));
        Assert.True(File.Exists(Path.Combine(program.Home, "副本.xlsx")));
        Assert.Equal(3, program.RunShipped("review", "marked", Loaded(program), "--out", program.Home).ExitCode);
    }

    [Fact]
    public void A_rule_or_line_that_there_is_not_is_a_slip_of_the_hand()
    {
        using var program = new RunningProgram();
        var receipt = Loaded(program);
        BadInputTests.AssertOneMessage(program.RunShipped("review", "explain", receipt, "--code", "month_jmp", "--reason", "承办了市级招聘会"), 2, "month_jump");
        BadInputTests.AssertOneMessage(program.RunShipped("review", "explain", receipt, "--line", "99", "--reason", "承办了市级招聘会"), 2, "没有第 99 行");
        BadInputTests.AssertOneMessage(program.RunShipped("review", "explain", receipt, "--code", "month_jump", "--reason", "承办了市级招聘会"), 3, "没有等待说明的数");
        BadInputTests.AssertOneMessage(program.RunShipped("alias", "forget", "没有过的", "--reason", "试"), 2, "现在一个也没有");
        BadInputTests.AssertOneMessage(program.RunShipped("submit", SmallSheet.In(program.Home, "二.csv"), "--form", "nope"), 2, "就业工作月报表（employment-monthly）");
    }

    static string Loaded(RunningProgram program) =>
        program.RunShipped("submit", SmallSheet.In(program.Home, "好.csv"), "--json").Json.GetProperty("answers")[0].GetProperty("receipt").GetString()!;

    // One byte of the kept file is another, as a failing disk would have it.
    static void Damage(DataFolder data, string sha256)
    {
        var path = Path.Combine(data.Archive, sha256[..2], sha256);
        File.SetAttributes(path, FileAttributes.Normal);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
