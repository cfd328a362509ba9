using System.Globalization;
using Reporting.Tests.LeftOut;
using Reporting.Tests.Portal;
using Reporting.Tests.Walls;

namespace Reporting.Tests.Corpus;

/// <summary>
/// What becomes of every collected file, as looked over by a person: verdicts.tsv. <c>REPORTING_GOLDEN=write</c> writes it anew, and the
/// diff is then reviewed.
/// </summary>
public class VerdictTests
{
    const double MostSeconds = 5;
    const long MostBytes = 400L * 1024 * 1024;

    [FactWhere(Need.Corpus)]
    public void Every_file_gets_the_verdict_that_was_looked_over()
    {
        using var program = new RunningProgram();
        var ended = program.Run("read-folder", Needs.CorpusFolder!);
        Assert.True(ended.ExitCode == 0, ended.Error);
        var lines = ended.Out.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).ToList();
        var (files, peak) = (lines[..^1], long.Parse(lines[^1][0], CultureInfo.InvariantCulture));

        Compare([.. files.Select(file => string.Join('\t', file[..^1]))]);
        Assert.Empty(files.Where(file => double.Parse(file[^1], CultureInfo.InvariantCulture) > MostSeconds).Select(file => file[0]));
        Assert.InRange(peak, 1, MostBytes);
    }

    static void Compare(IReadOnlyList<string> actual)
    {
        var path = Path.Combine(Checkout.Root, "tests", "Reporting.Tests", "Corpus", "verdicts.tsv");
        if (Environment.GetEnvironmentVariable("REPORTING_GOLDEN") == "write") File.WriteAllText(path, string.Join('\n', actual.Prepend("file\tformat\tverdict")) + "\n");
        var expected = File.ReadAllLines(path).Skip(1).ToList();
        Assert.Equal(("", ""), (string.Join('\n', actual.Except(expected)), string.Join('\n', expected.Except(actual))));
    }
}
