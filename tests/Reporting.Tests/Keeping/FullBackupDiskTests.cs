using Reporting.Portal.Keeping;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Keeping;

/// <summary>A backup disk that is full: the backup before is as it was, one message says so, and nothing half-written stays.</summary>
public sealed class FullBackupDiskTests : IDisposable
{
    readonly KeptOffice kept = new();

    public void Dispose() => kept.Dispose();

    [TheoryOnSmallDisk]
    [InlineData(0.3), InlineData(0.9)]
    public void The_backup_before_stays_and_the_message_names_it(double roomForAnother)
    {
        var size = (int)(kept.Backup().Backup.Manifest.Files.Where(file => !file.Path.Contains('/')).Sum(file => file.Size) >> 10);
        Directory.Delete(kept.Backups, recursive: true);
        Directory.CreateDirectory(kept.Backups);
        using var disk = SmallDisk.At(kept.Backups, megabytes: 64);
        var first = kept.Backup().Backup;
        disk.Fill((int)(size * roomForAnother));
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
