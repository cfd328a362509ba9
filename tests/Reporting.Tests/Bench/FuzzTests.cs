using System.Globalization;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Bench;

public class FuzzTests
{
    /// <summary>In a process of its own, which may not take more memory than this for its objects.</summary>
    const long MostBytes = 256L * 1024 * 1024;

    [Fact]
    public void Five_thousand_damaged_files_are_read_or_refused_in_bounded_time_and_memory()
    {
        using var program = new RunningProgram { Longest = TimeSpan.FromMinutes(8) };
        program.Environment["DOTNET_GCHeapHardLimit"] = MostBytes.ToString("X", CultureInfo.InvariantCulture);
        var ended = program.Run("bench", "fuzz", "--count", "5000");
        Assert.True(ended.ExitCode == 0, ended.Error);
        var verdicts = ended.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).ToList();
        int Of(string verdict) => verdicts.Where(line => line.StartsWith(verdict + " ", StringComparison.Ordinal)).Sum(line => int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture));
        // Damage that hits nothing of weight is read; both ways out are taken often, so that neither is untried.
        Assert.InRange(Of("read, with tables"), 500, 4500);
        Assert.InRange(Of("file_unreadable"), 500, 4500);
        var slowest = verdicts.Single(line => line.StartsWith("slowest", StringComparison.Ordinal));
        Assert.True(double.Parse(slowest.Split(' ')[1], CultureInfo.InvariantCulture) < 20, slowest);
    }
}
