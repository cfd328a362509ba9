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
    public const string Name = "the months that the demo runs";
}

/// <summary>
/// The demo, run once as the real program, and what it left: its folder for further processes, and an office over a copy of it, of
/// which many questions can be asked without starting a process for each.
/// </summary>
public sealed class DemoRun : IDisposable
{
    public const string Chongming = "310151", Songjiang = "310117";
    public const int Seed = 2022;

    internal RunningProgram Program { get; } = new() { Longest = TimeSpan.FromMinutes(15) };
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
        // As the demo planned it: by what was defined in the end.
        Plan = DemoPlan.Make(Office.Warehouse.Definitions.Current, [.. Office.Warehouse.Definitions.Current.Districts.Select(district => district.Code)], Seed);
    }

    /// <summary>The folder once more, for a test that changes it.</summary>
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

    /// <summary>What the warehouse holds of a district, as of a load or as of now.</summary>
    internal IReadOnlyList<Observation> Held(string district, long asOf = long.MaxValue - 1) =>
        Office.Warehouse.Marts.Observations(district, null, new(2015, 1, 1), new(2023, 12, 31), asOf);

    /// <summary>The last load by a moment.</summary>
    internal long LoadBy(DateTime moment) => Office.Warehouse.Marts.LastLoadBy(moment)!.LoadId;

    public void Dispose()
    {
        Office.Dispose();
        looked.Dispose();
        Program.Dispose();
    }
}
