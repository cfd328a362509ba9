using Reporting.Portal.Commands;

namespace Reporting.Portal;

/// <summary>What this executable can do and what time it is: the verbs, the jobs, the clock. The tests add verbs and jobs of their own.</summary>
public sealed record Installation(IReadOnlyList<Verb> Verbs, JobCatalog Jobs, TimeProvider Time);
