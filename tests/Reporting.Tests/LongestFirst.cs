using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Reporting.Tests.LongestFirst", "Reporting.Tests")]

namespace Reporting.Tests;

/// <summary>
/// The demo's tests take the longest and begin with one process of minutes: started first, all others run beside it. What else takes minutes
/// in one class comes next, so that in the end no processor waits for it.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Long = [".Crash.", ".GrainTests", ".FullDiskTests", ".SubmitTests"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName == Demo.SharedDemoRun.Name ? 0 : Array.Exists(Long, part => collection.DisplayName.Contains(part, StringComparison.Ordinal)) ? 1 : 2)
            .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
