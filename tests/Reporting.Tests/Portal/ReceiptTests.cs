using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>A receipt can be held against what is kept, and a file at hand against the receipt.</summary>
public class ReceiptTests
{
    [Fact]
    public void A_receipt_is_verified_against_the_kept_bytes_and_a_file_at_hand()
    {
        using var program = new RunningProgram();
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
