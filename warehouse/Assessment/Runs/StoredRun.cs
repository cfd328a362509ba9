using System.Text.Json;
using Reporting.Warehouse.Assessment.Scoring;

namespace Reporting.Warehouse.Assessment.Runs;

/// <summary>What is stored of a run, held against its seal: the seal against the manifest, the manifest against every document and against what is told of the run.</summary>
public sealed class StoredRun
{
    readonly Dictionary<string, Standing> standings = [];
    readonly Dictionary<string, ScoreBoard> boards = [];

    public StoredRun(AssessmentRun run, IReadOnlyList<RunDocument> documents)
    {
        (Run, Documents) = (run, documents);
        foreach (var document in documents)
            if (document.Name == RunDocument.Manifest) Manifest = Read<RunManifest>(document);
            else if (IsBelow(document, RunDocument.Evaluations) && Read<Standing>(document) is { } standing) standings[document.Name] = standing;
            else if (IsBelow(document, RunDocument.Board) && Read<ScoreBoard>(document) is { } board) boards[document.Name] = board;
        Faults = [.. Held().Where(held => held.Outcome != ReplayOutcome.same)];
        // Something else under the name of a document reads as one without its parts: nothing can be told of it.
        foreach (var document in documents.Where(document => Faults.Any(fault => fault.Name == document.Name)))
        {
            if (standings.TryGetValue(document.Name, out var standing) && CanonicalJson.Of(standing) != document.Body) standings.Remove(document.Name);
            if (boards.TryGetValue(document.Name, out var board) && CanonicalJson.Of(board) != document.Body) boards.Remove(document.Name);
        }
    }

    public AssessmentRun Run { get; }
    public IReadOnlyList<RunDocument> Documents { get; }

    /// <summary>Null where there is none, or none that can be read.</summary>
    public RunManifest? Manifest { get; }

    /// <summary>Those that can be read, also altered ones; each that cannot is among the faults.</summary>
    public IReadOnlyList<Standing> Standings => [.. standings.Values];
    public IReadOnlyList<ScoreBoard> Boards => [.. boards.Values];

    /// <summary>What is not as it was sealed, on whatever engine; empty where all is.</summary>
    public IReadOnlyList<ReplayedDocument> Faults { get; }

    /// <summary>Whether it is known what to work out again: what is told of the run is what the manifest says.</summary>
    public bool IsTold => Manifest?.Tells(Run) == true;

    IEnumerable<ReplayedDocument> Held()
    {
        var (kept, hashes) = (Documents.ToLookup(document => document.Name), new Dictionary<string, string>());
        foreach (var result in Manifest?.Results ?? []) hashes[result.Name] = result.Sha256;
        hashes[RunDocument.Manifest] = Run.Seal;
        if (Manifest is not null && !IsTold) yield return new(RunDocument.Told, ReplayOutcome.altered);
        foreach (var name in hashes.Keys.Union(kept.Select(document => document.Key)))
            yield return new(name, Outcome([.. kept[name]], hashes.GetValueOrDefault(name)));
    }

    // Without a manifest nobody can say what there should be: a document is then held against its own hash only.
    ReplayOutcome Outcome(List<RunDocument> stored, string? hash) => stored switch
    {
        [] => ReplayOutcome.missing,
        [var one] when hash is not null || Manifest is null => CanonicalJson.Sha256(one.Body) == one.Sha256 && one.Sha256 == (hash ?? one.Sha256) && IsRead(one) ? ReplayOutcome.same : ReplayOutcome.altered,
        _ => ReplayOutcome.surplus,
    };

    bool IsRead(RunDocument document) => document.Name == RunDocument.Manifest ? Manifest is not null : standings.ContainsKey(document.Name) || boards.ContainsKey(document.Name);

    static bool IsBelow(RunDocument document, string folder) => document.Name.StartsWith(folder, StringComparison.Ordinal);

    static T? Read<T>(RunDocument document) where T : class
    {
        try { return CanonicalJson.Read<T>(document.Body); }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or NotSupportedException) { return null; }
    }
}
