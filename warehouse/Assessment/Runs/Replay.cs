namespace Reporting.Warehouse.Assessment.Runs;

/// <summary>
/// <c>altered</c>: what is stored is not what was sealed, or cannot be read; <c>missing</c>: sealed and not stored; <c>surplus</c>: stored and not sealed, or stored twice;
/// <c>differs</c>: it is as it was sealed, and something else comes out now, or only one of the two is there.
/// </summary>
public enum ReplayOutcome { same, altered, differs, missing, surplus }

public sealed record ReplayedDocument(string Name, ReplayOutcome Outcome);

/// <summary>A run as it is stored beside the same run worked out again.</summary>
/// <param name="IsSealed">All that is stored is what was sealed. Where it is not, that is a fault on every engine.</param>
public sealed record Replay(bool IsSameEngine, bool IsSealed, IReadOnlyList<ReplayedDocument> Documents)
{
    public bool IsIdentical => IsSealed && Documents.All(document => document.Outcome == ReplayOutcome.same);

    /// <param name="again">Null where the run could not be worked out again: what is told of it cannot be believed.</param>
    /// <param name="engine">The version that worked it out again.</param>
    public static Replay Of(StoredRun stored, IReadOnlyList<RunDocument>? again, string engine)
    {
        var faults = stored.Faults.ToDictionary(fault => fault.Name, fault => fault.Outcome);
        var (kept, now) = (stored.Documents.ToLookup(document => document.Name, document => document.Body), (again ?? []).ToDictionary(document => document.Name, document => document.Body));
        return new(stored.Run.Engine == engine, faults.Count == 0,
            [.. kept.Select(document => document.Key).Union(now.Keys).Union(faults.Keys).Select(name => new ReplayedDocument(name, faults.TryGetValue(name, out var fault) ? fault
                : again is null || kept[name].FirstOrDefault() == now.GetValueOrDefault(name) ? ReplayOutcome.same : ReplayOutcome.differs))]);
    }
}
