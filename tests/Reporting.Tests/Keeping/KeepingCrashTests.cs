using Reporting.Portal.Keeping;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Keeping;

/// <summary>Stopped after any step, a backup leaves the earlier ones whole, and a restore leaves a folder that is empty or comes back whole.</summary>
public sealed class KeepingCrashTests : IDisposable
{
    readonly KeptOffice kept = new();

    public void Dispose() => kept.Dispose();

    [Fact]
    public void A_backup_that_is_cut_off_leaves_the_earlier_ones_and_the_next_one_whole()
    {
        var whole = kept.Backup().Backup;
        foreach (var step in Enum.GetValues<KeepingStep>().Where(step => step is > KeepingStep.backup_begun and < KeepingStep.backup_old_removed))
        {
            Assert.Throws<CutOff>(() => kept.Backup(passed: passed => { if (passed == step) throw new CutOff(); }));
            Assert.Empty(whole.Faults());
            Assert.All(BackupFolder.Below(kept.Backups), path => Assert.Empty(BackupFolder.At(path).Faults()));
            Assert.Equal(step == KeepingStep.backup_named ? 2 : 1, BackupFolder.Below(kept.Backups).Count);
        }
        Assert.Throws<CutOff>(() => kept.Backup(keep: 1, passed => { if (passed == KeepingStep.backup_old_removed) throw new CutOff(); }));
        var last = kept.Backup(keep: 1);
        Assert.Equal([last.Backup.Path], BackupFolder.Below(kept.Backups));
        Assert.Equal([last.Backup.Path], Directory.GetDirectories(kept.Backups));
        Assert.Empty(last.Backup.Faults());
    }

    [Fact]
    public void A_restore_that_is_cut_off_is_undone_or_comes_to_its_end_at_the_next_start()
    {
        var (backup, before) = (kept.Backup().Backup, kept.Contents);
        File.WriteAllText(Path.Combine(kept.Data.Root, "old.txt"), "旧");
        foreach (var (step, times) in Enum.GetValues<KeepingStep>().Where(step => step >= KeepingStep.restore_checked).SelectMany(step => step == KeepingStep.restore_entry_moved ? new[] { (step, 1), (step, 3) } : [(step, 1)]))
        {
            kept.Close();
            var left = times;
            Assert.Throws<CutOff>(() => new Restoration(backup, kept.Data, passed => { if (passed == step && --left == 0) throw new CutOff(); }).Run($"set-aside-{step}-{times}"));
            Assert.Empty(backup.Faults());
            Restoration.Finish(kept.Data, _ => { }); // what every start does first
            // Before its one rename nothing has changed: the old content is in its place. After it, all of the new.
            Assert.Equal(step < KeepingStep.restore_committed, File.Exists(Path.Combine(kept.Data.Root, "old.txt")));
            Assert.Equal(step >= KeepingStep.restore_committed, File.Exists(Path.Combine(kept.Data.Root, $"set-aside-{step}-{times}", "old.txt")));
            if (step == KeepingStep.restore_copied || left == 0 && times == 3) Assert.Equal(before, kept.Contents); // opening takes its time: once for either way it ends
            Assert.False(Directory.Exists(kept.Data.Restored));
            File.WriteAllText(Path.Combine(kept.Data.Root, "old.txt"), "旧");
        }
        Assert.Empty(kept.Verified().Faults);
    }

    /// <summary>The same by the real program, really killed: a backup in the middle, a restore at its turning point.</summary>
    [Fact]
    public void A_killed_program_leaves_the_same()
    {
        const int killed = 128 + 9;
        using var program = new RunningProgram();
        Crash.Played.Hurry(program);
        Directory.CreateDirectory(program.Data.Root);
        kept.Close();
        foreach (var path in Directory.EnumerateFiles(kept.Data.Root, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(program.Data.Root, Path.GetRelativePath(kept.Data.Root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }
        program.Environment["REPORTING_CRASH_AT"] = nameof(KeepingStep.backup_files_copied);
        Assert.Equal(killed, program.RunShipped("backup").ExitCode);
        var backups = program.Data.Root + "-backups";
        Assert.Empty(BackupFolder.Below(backups));
        Assert.Equal(0, program.Ask("backup").ExitCode);
        Assert.Equal(BackupFolder.Below(backups), Directory.GetDirectories(backups));
        Directory.Delete(program.Data.Root, recursive: true);

        program.Environment["REPORTING_CRASH_AT"] = nameof(KeepingStep.restore_committed);
        Assert.Equal(killed, program.RunShipped("restore", backups).ExitCode);
        program.Environment.Remove("REPORTING_CRASH_AT");
        var verified = program.RunShipped("verify", "--json");
        Assert.True(verified.ExitCode == 0, verified.Error);
        Assert.True(verified.Json.GetProperty("ok").GetBoolean());
    }

    sealed class CutOff : Exception;
}
