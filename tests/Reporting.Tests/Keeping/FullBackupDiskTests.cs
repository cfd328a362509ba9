using Reporting.Portal.Keeping;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Keeping;

/// <summary>A backup disk that is full: the backup before is as it was, one message says so, and nothing half-written stays.</summary>
public sealed class FullBackupDiskTests : IDisposable
{
    readonly KeptOffice kept = new();

    public void Dispose() => kept.Dispose();

    [TheoryOnSmallDisk]
    [InlineData(3)]
    public void The_backup_before_stays_and_the_message_names_it(int partOfRoom)
    {
        using var disk = SmallDisk.At(kept.Backups, megabytes: 64);
        var first = kept.Backup().Backup;
        disk.Fill((int)(first.Manifest.Files.Single(file => file.Path == "warehouse.duckdb").Size / 1024 / partOfRoom));
        var failed = kept.Ask("backup", "--to", kept.Backups);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("备份盘已满", failed.Error, StringComparison.Ordinal);
        Assert.Contains(first.Name, failed.Error, StringComparison.Ordinal);
        Assert.Empty(first.Faults());
        Assert.Equal([first.Path], Directory.GetDirectories(kept.Backups));
        disk.Empty();
        kept.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(0, kept.Ask("backup", "--to", kept.Backups).ExitCode);
    }
}
