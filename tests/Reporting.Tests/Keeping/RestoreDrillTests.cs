using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Keeping;
using Reporting.Tests.Jobs;
using Reporting.Warehouse;

namespace Reporting.Tests.Keeping;

/// <summary>The machine is lost: what comes back is what was there, by hash.</summary>
public sealed class RestoreDrillTests : IDisposable
{
    readonly KeptOffice kept = new();

    public void Dispose() => kept.Dispose();

    [Fact]
    public void A_lost_office_comes_back_equal_by_hash_and_works_on()
    {
        var (before, notices) = (kept.Contents, kept.Office.Operations.Notices());
        Assert.All(new[] { before.Figures, before.Receipts, before.Editions, before.Runs }, part => Assert.True(part.Rows > 0));
        var edition = File.ReadAllBytes(Assert.Single(Directory.GetFiles(kept.Data.Editions)));
        var made = kept.Backup();
        kept.Lose();

        var restored = kept.Alone("restore", kept.Backups);
        Assert.True(restored.ExitCode == 0, restored.Error);
        Assert.Contains(made.Backup.Name, restored.Out, StringComparison.Ordinal);
        Assert.Equal(before, kept.Contents);
        Assert.Equal(notices, kept.Office.Operations.Notices());
        Assert.Equal(edition, File.ReadAllBytes(Assert.Single(Directory.GetFiles(kept.Data.Editions)))); // laid again from the archive
        var verified = kept.Verified();
        Assert.Empty(verified.Faults.Select(fault => fault.In("en")));
        Assert.Empty(verified.Orphans);
        Assert.Contains("全部完好", kept.Said("verify"), StringComparison.Ordinal);
        // An inbox knows its files again by their time, to the tick.
        Assert.Equal(new DateTime(2022, 2, 19, 1, 2, 3, DateTimeKind.Utc).AddTicks(4567), File.GetLastWriteTimeUtc(Path.Combine(kept.Data.Inbox, KeptOffice.Waiting)));
        JanuarySheets.Send(kept.Office.Warehouse, [JanuarySheets.All[2]], kept.Office.Now);
        Assert.True(kept.Contents.UpTo.Load > before.UpTo.Load);
        Assert.Empty(kept.Verified().Faults);
    }

    [Fact]
    public async Task A_backup_made_while_loads_go_on_is_the_office_as_of_its_load()
    {
        using var ended = new CancellationTokenSource();
        var loads = Task.CompletedTask;
        var made = kept.Backup(passed: step =>
        {
            if (step == KeepingStep.backup_begun)
            {
                using var first = new ManualResetEventSlim();
                loads = Task.Run(() =>
                {
                    for (var number = 1; !ended.IsCancellationRequested; number++)
                    {
                        kept.Said("target", "set", "chongming-145-new-employment", "--org", "城桥镇", "--value", $"{number}", "--from", "2022", "--to", "2022", "--document", "文", "--reason", "因");
                        first.Set();
                    }
                });
                first.Wait();
            }
            if (step == KeepingStep.backup_stores_copied) JanuarySheets.Send(kept.Office.Warehouse, [JanuarySheets.All[2]], kept.Office.Now);
            if (step == KeepingStep.backup_manifest_written) ended.Cancel();
        });
        await loads;
        var last = kept.Office.Warehouse.Keeping.LastIds();
        Assert.True(made.Backup.Manifest.Contents.UpTo.Load < last.Load);
        Assert.Equal(made.Backup.Manifest.Contents, Contents.Of(kept.Office.Warehouse, made.Backup.Manifest.Contents.UpTo));

        var verified = VerifyBackup.Run(kept.Office, made.Backup);
        Assert.Empty(verified.Faults.Select(fault => fault.In("en")));
        Assert.Single(verified.Restored!.Orphans); // the sheet that came after the moment that was copied
        Assert.False(Directory.Exists(Path.Combine(kept.Data.Root, "scratch")));
    }

    [Fact]
    public void The_next_backup_takes_room_for_what_is_new_and_old_ones_go_by_the_rule()
    {
        var first = kept.Backup();
        JanuarySheets.Send(kept.Office.Warehouse, [JanuarySheets.All[2]], kept.Office.Now);
        var second = kept.Backup();
        Assert.Equal((0, first.Backup.Manifest.Files.Count - 2), (first.Linked, second.Linked)); // all but the stores
        var third = kept.Backup(keep: 2);
        Assert.Equal([first.Backup.Name], third.Removed);
        Assert.Equal([second.Backup.Path, third.Backup.Path], BackupFolder.Below(kept.Backups));
        Assert.All(BackupFolder.Below(kept.Backups), path => Assert.Empty(BackupFolder.At(path).Faults()));
        Assert.Equal(third.Backup.Name, BackupFolder.At(kept.Backups).Name);
    }

    [Fact]
    public void A_copy_that_has_rotted_in_the_last_backup_is_made_anew()
    {
        var first = kept.Backup();
        var rotten = first.Backup.Manifest.Files.First(file => file.Path.StartsWith("archive/", StringComparison.Ordinal));
        Bit.Flip(first.Backup.PathOf(rotten));
        var second = kept.Backup();
        Assert.Empty(second.Backup.Faults());
        Assert.Equal([rotten.Path], first.Backup.Faults().Select(fault => fault.Subject));
        // And what has rotted in the office is told, though a copy of it is kept.
        File.SetLastWriteTimeUtc(Path.Combine(kept.Data.Root, rotten.Path), DateTime.UtcNow);
        Bit.Flip(Path.Combine(kept.Data.Root, rotten.Path));
        var answer = kept.Ask("backup", "--to", kept.Backups, "--json");
        Assert.Equal((1, rotten.Path), (answer.ExitCode, JsonSerializer.Deserialize<JsonElement>(answer.Out).GetProperty("damaged")[0].GetString()));
        Assert.Contains(rotten.Path, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_not_restored_into_unless_that_is_set_aside()
    {
        kept.Backup();
        var before = kept.Contents;
        var refused = kept.Alone("restore", kept.Backups);
        Assert.Equal((2, true), (refused.ExitCode, refused.Error.Contains("--set-aside", StringComparison.Ordinal)));
        File.WriteAllText(Path.Combine(kept.Data.Root, "demo-note.txt"), "旧");
        var restored = kept.Alone("restore", kept.Backups, "--set-aside");
        Assert.True(restored.ExitCode == 0, restored.Error);
        Assert.Equal(before, kept.Contents);
        var aside = Assert.Single(Directory.GetDirectories(kept.Data.Root, "set-aside-*"));
        Assert.True(File.Exists(Path.Combine(aside, "demo-note.txt")) && File.Exists(Path.Combine(aside, "warehouse.duckdb")));
        Assert.False(File.Exists(Path.Combine(kept.Data.Root, "demo-note.txt")));
        Assert.DoesNotContain(kept.Backup().Backup.Manifest.Files, file => file.Path.StartsWith("set-aside", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_served_is_not_restored_into()
    {
        kept.Backup();
        kept.Lose();
        Directory.CreateDirectory(kept.Data.Root);
        using (FolderLock.TryTake(kept.Data, "serve"))
        {
            var refused = kept.Alone("restore", kept.Backups);
            Assert.Equal((1, true), (refused.ExitCode, refused.Error.Contains($"{Environment.ProcessId}", StringComparison.Ordinal)));
        }
        Assert.Empty(Restoration.There(kept.Data));
    }

    [Fact]
    public void A_backup_names_its_keys_and_a_missing_one_keeps_from_restoring()
    {
        var made = kept.Backup();
        Assert.Empty(made.Backup.Manifest.KeyFiles);
        Assert.Contains("没有密钥文件", made.Backup.Manifest.KeysInWords, StringComparison.Ordinal);
        (made.Backup.Manifest with { KeyFiles = ["/etc/reporting/identifiers.key-gone"] }).Write(made.Backup.Path);
        kept.Lose();
        var refused = kept.Alone("restore", kept.Backups);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("缺密钥文件 /etc/reporting/identifiers.key-gone", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Restoration.There(kept.Data));
        (made.Backup.Manifest with { WarehouseSchema = [.. made.Backup.Manifest.WarehouseSchema, "Schema/999_later.sql"] }).Write(made.Backup.Path);
        Assert.Contains("先升级程序", kept.Alone("restore", kept.Backups).Error, StringComparison.Ordinal);
    }
}
