namespace Reporting.Warehouse.Assessment.Runs;

/// <summary><c>altered</c>: what is stored is not what its own hash says; <c>differs</c>: it is, and something else comes out now; <c>missing</c>: comes out and is not stored; <c>surplus</c>: stored and does not come out.</summary>
public enum ReplayOutcome { same, altered, differs, missing, surplus }

public sealed record ReplayedDocument(string Name, ReplayOutcome Outcome);

/// <summary>A run as it is stored beside the same run worked out again.</summary>
/// <param name="IsSealed">The stored manifest is the one that was sealed.</param>
public sealed record Replay(bool IsSameEngine, bool IsSealed, IReadOnlyList<ReplayedDocument> Documents)
{
    public bool IsIdentical => IsSealed && Documents.All(document => document.Outcome == ReplayOutcome.same);

    /// <param name="engine">The version that worked it out again.</param>
    public static Replay Of(AssessmentRun run, IReadOnlyList<RunDocument> stored, IReadOnlyList<RunDocument> again, string engine)
    {
        var (kept, now) = (stored.ToLookup(document => document.Name), again.ToDictionary(document => document.Name));
        var names = stored.Concat(again).Select(document => document.Name).Distinct();
        var manifest = kept[RunDocument.Manifest].FirstOrDefault();
        return new(run.Engine == engine, manifest is not null && CanonicalJson.Sha256(manifest.Body) == run.Seal,
            [.. names.Select(name => new ReplayedDocument(name, Outcome([.. kept[name]], now.GetValueOrDefault(name))))]);
    }

    static ReplayOutcome Outcome(List<RunDocument> stored, RunDocument? again) => stored switch
    {
        [] => ReplayOutcome.missing,
        [var one] when CanonicalJson.Sha256(one.Body) != one.Sha256 => ReplayOutcome.altered,
        [var one] when again is not null => one.Body == again.Body ? ReplayOutcome.same : ReplayOutcome.differs,
        _ => ReplayOutcome.surplus,
    };
}
