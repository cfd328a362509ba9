using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>A file whose bytes lie in the data folder, ready to be taken.</summary>
/// <param name="Taken">Done once its submission is on record: it is moved away at its source, or remembered.</param>
sealed record CollectedFile(ArrivedFile File, Action<Submission> Taken);

/// <summary>A file left where it is.</summary>
/// <param name="Mark">Tells whether it is still the same; null for what may well be taken by the next pull, of which nobody is told.</param>
sealed record LeftFile(string Name, string Why, string? Mark)
{
    /// <summary>A folder: in the inbox it is told of as what lies astray.</summary>
    public bool IsFolder { get; init; }

    public override string ToString() => $"{OneLine.Of(Name)}: {Why}";
}

/// <summary>What a pull found at one place. Held until its files have been taken.</summary>
sealed class Collected : IDisposable
{
    readonly List<IDisposable> held = [];

    public List<CollectedFile> Files { get; } = [];
    public List<LeftFile> Left { get; } = [];

    /// <summary>Why the source could not be asked, or not for all of it; null where all went well.</summary>
    public string? Fault { get; set; }

    /// <summary>The file that is being brought in at this moment; null between two.</summary>
    public string? Under { get; set; }

    /// <summary>Files that cost time and gave nothing: the next pull brings in all others before them.</summary>
    public List<string> Behind { get; } = [];

    public T Holding<T>(T resource) where T : IDisposable
    {
        held.Add(resource);
        return resource;
    }

    public void Dispose() => held.ForEach(each => each.Dispose());
}
