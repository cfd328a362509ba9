using System.Runtime.CompilerServices;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Portal;
using Reporting.Tests.Rules;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>
/// Awkward histories, each a folder: <c>story.txt</c> tells it in commands, <c>expected.txt</c> what each of them was answered and how the
/// units stand at its end. A new one needs no C#.
/// </summary>
public sealed class HistoryTests(HistoryBeginning beginning) : IClassFixture<HistoryBeginning>
{
    public static TheoryData<string> Stories => [.. Directory.EnumerateDirectories(Folder(), "??-*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Stories))]
    public void A_history_ends_as_it_should(string story)
    {
        using var history = beginning.Begun(Path.Combine(Folder(), "definitions"));
        ExpectedText.Matches(Path.Combine("histories", story, "expected.txt"), history.Play(File.ReadAllLines(Path.Combine(Folder(), story, "story.txt"))));
    }

    static string Folder([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "histories");
}

/// <summary>The office before anything has come: made once, since entering all definitions takes most of a history's time.</summary>
public sealed class HistoryBeginning : IDisposable
{
    readonly TestFolder folder = new();

    internal History Begun(string definitions)
    {
        if (!Directory.Exists(folder.Data.Definitions))
        {
            Directory.CreateDirectory(folder.Data.Definitions);
            foreach (var file in Directory.EnumerateFiles(definitions)) File.Copy(file, Path.Combine(folder.Data.Definitions, Path.GetFileName(file)));
            using var office = new Office(folder.Data, new(Verbs.All, JobCatalog.Shipped, new HandClock(History.At("2022-02-01 08:00"))));
            office.EnterDefinitions();
        }
        return new(folder.Data.Root);
    }

    public void Dispose() => folder.Dispose();
}
