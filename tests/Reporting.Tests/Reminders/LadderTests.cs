using System.Runtime.CompilerServices;
using Reporting.Tests.Rules;

namespace Reporting.Tests.Reminders;

/// <summary>
/// Who is told of which due on which day: each file of <c>cases/</c> tells of forms, units and what has come, and below each day stands who is
/// told. What stands indented is what is expected; a new case needs no C#.
/// </summary>
public class LadderTests
{
    static string Cases([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "cases");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Cases(), "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void Units_and_leaders_are_told_as_the_case_says(string file)
    {
        var given = File.ReadAllLines(Path.Combine(Cases(), file)).Where(line => !line.StartsWith("  ", StringComparison.Ordinal));
        ExpectedText.Matches(Path.Combine("cases", file), new LadderCase().Play(given));
    }
}
