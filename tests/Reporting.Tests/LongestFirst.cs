using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Reporting.Tests.LongestFirst", "Reporting.Tests")]

namespace Reporting.Tests;

/// <summary>The demo's tests take the longest and begin with one process of minutes: started first, all others run beside it.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName == Demo.SharedDemoRun.Name ? 0 : collection.DisplayName.Contains(".Crash.", StringComparison.Ordinal) ? 1 : 2)
            .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
