namespace Reporting.Tests.Portal;

/// <summary>Misuse is answered with one message that says what to do.</summary>
public class CommandLineTests
{
    public static TheoryData<string, string> Misuses => new()
    {
        { "jbos", "jobs" },
        { "jobs nxt", "jobs next" },
        { "jobs runs --limt 3", "--limit" },
        { "jobs runs --limit", "--limit" },
        { "jobs runs --limit 0", "--limit" },
        { "jobs runs --limit 1 --limit 2", "--limit" },
        { "jobs runs surplus", "surplus" },
        { "jobs show", "RUN" },
        { "jobs show 7", "jobs runs" },
        { "jobs run nothing", "jobs list" },
        { "jobs next --lang fr", "zh|en" },
        { "serve --urls ftp://127.0.0.1:1", "--urls" },
        { "serve --urls nonsense", "--urls" },
        { "serve --urls https://127.0.0.1:1", "--certificate" },
        { "serve --urls http://0.0.0.0:1", "--allow-http" },
        { "serve --urls http://0.0.0.0:1 --proxy nobody", "--proxy" },
    };

    [Theory]
    [MemberData(nameof(Misuses))]
    public void Misuse_is_exit_code_2_and_one_message(string line, string hint)
    {
        using var program = new RunningProgram();
        program.Begin();
        var ended = program.RunShipped(line.Split(' '));
        Assert.Equal(2, ended.ExitCode);
        Assert.Empty(ended.Out);
        Assert.Contains(hint, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_missing_path_is_misuse()
    {
        using var program = new RunningProgram();
        Assert.Contains(program.Data.Root, Misused(program.Run("jobs", "list")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(program.Data.Root));
        File.WriteAllText(program.Data.Root, "");
        Assert.Contains(program.Data.Root, Misused(program.Run("serve")), StringComparison.Ordinal);
        File.Delete(program.Data.Root);
        Assert.Contains("none.csv", Misused(program.Run("echo", "none.csv")), StringComparison.Ordinal);
        Assert.Contains("FILE", Misused(program.Run("echo")), StringComparison.Ordinal);
        Assert.Contains("--dryrun", Misused(program.Run("echo", "--dryrun")), StringComparison.Ordinal);
        Assert.Contains("no/such", Misused(program.Run("echo", typeof(CommandLineTests).Assembly.Location, "--out", "no/such/f")), StringComparison.Ordinal);

        static string Misused(Ended ended)
        {
            Assert.Equal(2, ended.ExitCode);
            return ended.Error;
        }
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("jobs --help")]
    [InlineData("jobs run --help")]
    [InlineData("--lang en serve --help")]
    public void Help_is_data_on_standard_output(string line)
    {
        using var program = new RunningProgram();
        var ended = program.RunShipped(line.Split(' '));
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("--data", ended.Out, StringComparison.Ordinal);
        Assert.Equal(line.Contains("en", StringComparison.Ordinal), ended.Out.Contains("Usage", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("submti", "submit")]
    [InlineData("qurey", "query")]
    [InlineData("abcdef", null)]
    public void A_near_miss_is_suggested(string word, string? meant) =>
        Assert.Equal(meant, Reporting.Portal.Commands.NearMiss.Of(word, ["submit", "query", "serve"]));
}
