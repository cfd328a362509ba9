using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Demo;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Demo;

[CollectionDefinition(Name)]
public sealed class SharedDemoRun : ICollectionFixture<DemoRun>
{
    public const string Name = "the year that the demo runs";
}

/// <summary>
/// The demo, run once as the real program, and what it left: its folder for further processes, and an office over a copy of it, of
/// which many questions can be asked without starting a process for each.
/// </summary>
public sealed class DemoRun : IDisposable
{
    public const string District = "310151";
    public const int Year = 2022, Seed = 2022;

    internal RunningProgram Program { get; } = new() { Longest = TimeSpan.FromMinutes(8) };
    internal Ended Ended { get; }
    internal DemoPlan Plan { get; }
    internal Office Office { get; }
    readonly RunningProgram looked;

    public DemoRun()
    {
        Ended = Program.RunShipped("demo", "--json");
        Assert.True(Ended.ExitCode == 0, Ended.Error);
        looked = Copy();
        Office = new(looked.Data, new(Verbs.All, JobCatalog.Shipped, TimeProvider.System));
        // As the demo planned it: by the definitions of its first day.
        Plan = DemoPlan.Make(Office.Warehouse.Definitions.AsOf(1), District, Year, Seed);
    }

    /// <summary>The year's folder once more, for a test that changes it.</summary>
    internal RunningProgram Copy()
    {
        var copy = new RunningProgram();
        foreach (var path in Directory.EnumerateFiles(Program.Data.Root, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Data.Root, Path.GetRelativePath(Program.Data.Root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }
        return copy;
    }

    /// <summary>Asks a verb as the command line would, in the office over the copy.</summary>
    internal Answer Ask(params string[] words)
    {
        var typed = Words.Of(words, Verbs.All);
        var answer = Dispatch.InOffice(Asking.RequestOf(typed, typed.Verb!, "zh"), typed.Verb!, Office);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return answer;
    }

    internal JsonElement AskJson(params string[] words) => JsonSerializer.Deserialize<JsonElement>(Ask([.. words, "--json"]).Out);

    /// <summary>The reported values of one element in the long CSV, by unit, period, basis and breakdown; null where no value stands.</summary>
    internal Dictionary<(string Org, string Period, string Basis, string Breakdown), decimal?> Reported(string element, params string[] more) =>
        Ask(["query", "--element", element, "--year", $"{Year}", "--format", "csv", .. more]).Out.Split('\n').Skip(1).Select(line => line.Split(','))
            .ToDictionary(row => (row[1], row[3], row[4], row[5]),
                row => row[6].Length == 0 ? (decimal?)null : decimal.Parse(row[6], System.Globalization.CultureInfo.InvariantCulture));

    public void Dispose()
    {
        Office.Dispose();
        looked.Dispose();
        Program.Dispose();
    }
}
