using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

public sealed class OperationsStoreTests : IDisposable
{
    readonly DataFolder data = DataFolder.At(Directory.CreateTempSubdirectory("reporting-test-").FullName);

    [Fact]
    public void A_notice_is_copied_once()
    {
        using var store = new OperationsStore(data, TimeProvider.System);
        var notice = new CopiedNotice("310151/returned/7", "returned", "310151", null, "退回", "第 3 行", new(2022, 3, 1, 0, 0, 0, 5, TimeSpan.Zero));
        store.CopyNotices([notice]);
        store.CopyNotices([notice with { Subject = "again" }]);
        Assert.Equal(notice, Assert.Single(store.Notices()));
    }

    [Fact]
    public void The_schema_is_applied_once_and_numbered_without_gaps()
    {
        using (var first = new OperationsStore(data, TimeProvider.System)) first.PauseJob("it", "zhang", null);
        using var second = new OperationsStore(data, TimeProvider.System);
        Assert.Equal(["it"], second.PausedJobs());
        var numbers = OperationsSql.Schema.Select(name => int.Parse(name["Schema/".Length..].Split('_')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, OperationsSql.Schema.Count()), numbers);
    }

    [Fact]
    public void A_file_that_is_no_database_is_explained()
    {
        File.WriteAllText(data.OperationsFile, new string('x', 5000));
        var error = Record.Exception(() => new OperationsStore(data, TimeProvider.System));
        var answer = Reporting.Portal.Commands.Failures.Explain(error!, "zh", data);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("operations.sqlite", answer.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(data.Root, recursive: true);
}
