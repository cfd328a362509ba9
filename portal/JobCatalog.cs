using Reporting.Portal.Operations;

namespace Reporting.Portal;

/// <summary>What a run did, as data: one JSON document.</summary>
public sealed record JobOutcome(string Json)
{
    public static JobOutcome Of<T>(T document) => new(PrintedJson.Of(document));
}

/// <summary>One kind of job: the name that jobs.json uses, the arguments it may give, and the plain method that does it.</summary>
public sealed record JobKind(string Name, string Help, string HelpEn, Func<JobContext, Task<JobOutcome>> Run)
{
    /// <summary>The keys that <c>arguments</c> may have; others stop the program at start.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>The one visible list of jobs.</summary>
public sealed record JobCatalog(IReadOnlyList<JobKind> Kinds)
{
    public static JobCatalog Shipped { get; } = new([]);

    public JobKind? Find(string name) => Kinds.FirstOrDefault(kind => kind.Name == name);
}
