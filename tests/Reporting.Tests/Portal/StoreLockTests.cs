using Reporting.Warehouse.Gateway;

namespace Reporting.Tests.Portal;

/// <summary>One process holds a warehouse.</summary>
public class StoreLockTests
{
    [Fact]
    public void A_second_process_is_refused_and_told_who_holds_it()
    {
        using var program = new RunningProgram();
        program.WriteJobs("""{ "jobs": [] }""");
        var (process, _) = program.Serve();
        var refused = Assert.Throws<StoreLockedException>(() => DuckDbGateway.Open(program.Data.WarehouseFile));
        Assert.Equal(process.Id, refused.ProcessId);
        Assert.Contains($"PID {process.Id}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }
}
