using Reporting.Warehouse.Gateway;
using Reporting.Warehouse.Marts;

namespace Reporting.Warehouse;

/// <summary>An open data folder: the archive and the warehouse with everything that may be asked of it or done to it.</summary>
public sealed class OpenWarehouse : IDisposable
{
    readonly DuckDbGateway gateway;

    OpenWarehouse(DataFolder data)
    {
        gateway = DuckDbGateway.Open(data.WarehouseFile);
        (Data, Archive, Definitions) = (data, new(data), new(gateway));
        Archive.ForgetDrafts(); // the store's lock says that no other process is writing them
        (Submissions, Loading, Reviews, Decisions) = (new(gateway), new(gateway), new(gateway), new(gateway));
        (Outbox, Editions, Marts) = (new(gateway), new(gateway), new(gateway));
        (Rereading, Supervisions, Runs) = (new(gateway), new(gateway), new(gateway));
        (Keeping, Bundled, Reminders) = (new(gateway), new(gateway), new(gateway));
    }

    public DataFolder Data { get; }
    public Archive Archive { get; }
    public KnownDefinitions Definitions { get; }
    public Submissions Submissions { get; }
    public Loading Loading { get; }
    public Reviews Reviews { get; }
    public Reminders Reminders { get; }
    public Rereading Rereading { get; }
    public Decisions Decisions { get; }
    public Supervisions Supervisions { get; }

    public Runs Runs { get; }
    public Keeping Keeping { get; }
    public Bundled Bundled { get; }
    public Outbox Outbox { get; }
    public Editions Editions { get; }
    public MartQueries Marts { get; }

    /// <summary>Held while received files are settled, so that a job and an upload do not settle one file twice.</summary>
    public Lock Settling { get; } = new();

    /// <summary>Held while an edition gets its number and bytes, so that no two get one number.</summary>
    public Lock Issuing { get; } = new();

    /// <summary>Held while notices are carried out.</summary>
    public Lock Carrying { get; } = new();

    /// <exception cref="StoreLockedException">Another process holds it.</exception>
    /// <exception cref="StoreMissingException">The archive holds files, and there is no warehouse that knows them.</exception>
    public static OpenWarehouse Open(DataFolder data)
    {
        // An empty one made in its place would call everything well.
        if (!File.Exists(data.WarehouseFile) && Directory.Exists(data.Archive) && Directory.EnumerateFiles(data.Archive, "*", SearchOption.AllDirectories).Any(path => !path.EndsWith(".part", StringComparison.Ordinal)))
            throw new StoreMissingException(data.WarehouseFile);
        return new(data);
    }

    /// <inheritdoc cref="DuckDbGateway.Writes"/>
    public long Writes => gateway.Writes;

    public void Dispose() => gateway.Dispose();
}
