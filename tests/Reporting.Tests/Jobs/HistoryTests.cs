using System.Runtime.CompilerServices;
using Reporting.Tests.Rules;

namespace Reporting.Tests.Jobs;

/// <summary>
/// Awkward histories, each a folder: <c>story.txt</c> tells it in commands, <c>expected.txt</c> what each of them was answered and how the
/// units stand at its end. A new one needs no C#.
/// </summary>
public sealed class HistoryTests
{
    public static TheoryData<string> Stories => [.. Directory.EnumerateDirectories(Folder(), "??-*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Stories))]
    public void A_history_ends_as_it_should(string story)
    {
        using var history = new History(Path.Combine(Folder(), "definitions"));
        ExpectedText.Matches(Path.Combine("histories", story, "expected.txt"), history.Play(File.ReadAllLines(Path.Combine(Folder(), story, "story.txt"))));
    }

    static string Folder([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "histories");
}
