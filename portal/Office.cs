using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Portal;

/// <summary>What one process holds while it works on one data folder. Stores open when first asked for, so a verb pays for what it uses.</summary>
public sealed class Office(DataFolder data, Installation installation) : IDisposable
{
    readonly Lazy<OperationsStore> operations = new(() => new OperationsStore(data, installation.Time));
    readonly Lazy<JobsFile> jobsFile = new(() => JobsFile.Read(data, installation.Jobs));

    public DataFolder Data { get; } = data;
    public TimeProvider Time { get; } = installation.Time;
    public JobCatalog Jobs { get; } = installation.Jobs;
    public OperationsStore Operations => operations.Value;
    public JobsFile JobsFile => jobsFile.Value;

    /// <summary>Set only in the serving process; elsewhere nothing runs by the clock.</summary>
    public Schedule? Schedule { get; set; }

    public void Dispose()
    {
        if (operations.IsValueCreated) operations.Value.Dispose();
    }
}
