using Reporting.Portal.Keeping;
using Reporting.Tests.Portal;

namespace Reporting.Tests.Keeping;

/// <summary>A backup disk that is full: the backup before is as it was, one message says so, and nothing half-written stays.</summary>
public sealed class FullBackupDiskTests : IDisposable
{
    readonly KeptOffice kept = new();

    public void Dispose() => kept.Dispose();

    /// <summary>A disk that is mounted in the place of an old one stands for what cannot be removed.</summary>
    [TheoryOnSmallDisk]
    [InlineData(1)]
    public void An_old_backup_that_cannot_be_removed_is_told_and_the_new_one_counts(int keep)
    {
        var old = kept.Backup().Backup;
        using var disk = SmallDisk.At(Directory.CreateDirectory(old.Path + BackupFolder.Unfinished).FullName, megabytes: 1);
        for (var again = 0; again < 2; again++)
        {
            var made = kept.Backup(keep);
            Assert.Empty(made.Backup.Faults());
            Assert.Equal([old.Name + BackupFolder.Unfinished, old.Name], made.Stuck);
            Assert.DoesNotContain(old.Name, made.Removed);
        }
    }

    /// <summary>The other side: a restore for which there is no room leaves nothing behind.</summary>
    [TheoryOnSmallDisk]
    [InlineData(1)]
    public void A_restore_without_room_leaves_the_folder_as_it_was(int megabytes)
    {
        var backup = kept.Backup().Backup;
        kept.Lose();
        using var disk = SmallDisk.At(Directory.CreateDirectory(kept.Data.Root).FullName, megabytes);
        var failed = kept.Alone("restore", backup.Path);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("什么都没有动", failed.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(kept.Data.Root));
    }

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
