using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Tests.Keeping;

/// <summary>The jobs of keeping and assessing, by the runner and as jobs.json names them.</summary>
public sealed class KeepingJobTests : IDisposable
{
    readonly KeptOffice kept = new();

    public KeepingJobTests() => File.WriteAllText(kept.Data.Jobs, $$"""
        { "jobs": [
          { "id": "nightly", "job": "backup", "cron": "30 1 * * *", "arguments": { "to": {{JsonSerializer.Serialize(kept.Backups)}}, "keep": 2 } },
          { "id": "drill", "job": "verify-backup", "cron": "0 3 * * 0", "arguments": { "to": {{JsonSerializer.Serialize(kept.Backups)}} } },
          { "id": "check", "job": "check-warehouse", "cron": "0 2 * * 6" },
          { "id": "assess", "job": "assess-year", "cron": "0 5 1 * *", "arguments": { "district": "310151" } },
          { "id": "file", "job": "bundle", "cron": "0 4 1 2 *", "arguments": { "district": "310151", "year": 2022 } }
        ] }
        """);

    public void Dispose() => kept.Dispose();

    [Fact]
    public void An_office_is_backed_up_drilled_checked_assessed_and_filed()
    {
        Assert.Equal(kept.Office.Warehouse.Marts.LastLoad()!.LoadId, Done("nightly").GetProperty("load").GetInt64());
        Assert.Single(Directory.GetDirectories(kept.Backups));
        Assert.True(Done("drill").GetProperty("ok").GetBoolean());
        Assert.True(Done("check").GetProperty("ok").GetBoolean());

        var load = kept.Office.Warehouse.Marts.LastLoad();
        var assessed = Done("assess");
        Assert.Equal((2022, false), (assessed.GetProperty("year").GetInt32(), assessed.GetProperty("frozen").GetBoolean()));
        var district = Assert.Single(assessed.GetProperty("districts").EnumerateArray());
        Assert.True(district.GetProperty("commitments").GetArrayLength() > 10 && district.GetProperty("boards").GetArrayLength() > 0);
        Assert.Equal((load, 1), (kept.Office.Warehouse.Marts.LastLoad(), kept.Office.Warehouse.Marts.AssessmentRuns(null, long.MaxValue - 1).Count)); // nothing was frozen

        var file = Done("file").GetProperty("file").GetString()!;
        Assert.Equal(Path.Combine(kept.Data.Root, "bundles"), Path.GetDirectoryName(file));
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_fault_is_a_failed_run_with_its_rows_named_and_a_notice_to_operations()
    {
        var sheet = kept.Office.Warehouse.Keeping.Receipts(long.MaxValue)[0];
        Bit.Flip(kept.Office.Warehouse.Archive.PathOf(sheet.Sha256));
        var run = Run("check");
        Assert.Equal(RunState.failed, run.State);
        Assert.Contains(sheet.Sha256, run.Error, StringComparison.Ordinal);
        Assert.Contains(kept.Office.Operations.LogOfRun(run.RunId), line => line.Level == "warning" && line.Line.Contains(sheet.Receipt, StringComparison.Ordinal));
        Assert.Contains(sheet.Receipt, File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(kept.Data.Answers, "operations")))), StringComparison.Ordinal);
        Assert.Contains(kept.Office.Operations.Notices(), notice => notice.Kind == "check-warehouse");
    }

    [Fact]
    public void A_backup_disk_that_is_not_there_is_a_failed_run_that_says_so()
    {
        Directory.Delete(kept.Backups);
        Assert.Contains("没有备份目录", Run("nightly").Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(kept.Backups));
        Assert.Contains(kept.Office.Operations.Notices(), notice => notice.Kind == "backup");
        Assert.Equal(RunState.failed, Run("drill").State);
        Assert.Contains(kept.Office.Operations.Notices(), notice => notice.Kind == "verify-backup");
    }

    /// <summary>An older data folder was put back: what the backup holds is not there any more.</summary>
    [Fact]
    public void A_backup_that_cannot_be_held_against_the_office_says_so_and_fails_the_job()
    {
        var older = kept.Backup().Backup;
        Jobs.JanuarySheets.Send(kept.Office.Warehouse, [Jobs.JanuarySheets.All[2]], kept.Office.Now);
        var newer = kept.Backup().Backup;
        kept.Lose();
        Assert.Equal(0, kept.Alone("restore", older.Path).ExitCode);
        Assert.Contains("没有与现在的数据核对", kept.Said("verify", "--backup", newer.Path), StringComparison.Ordinal);
        Assert.Contains("这个批次", Run("drill").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Backups_within_the_data_folder_are_refused()
    {
        var refused = kept.Ask("backup", "--to", Directory.CreateDirectory(Path.Combine(kept.Data.Root, "x", "backups")).FullName);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("数据目录里面", refused.Error, StringComparison.Ordinal);
    }

    JsonElement Done(string id)
    {
        var run = Run(id);
        Assert.True(run.State == RunState.succeeded, run.Error);
        return JsonSerializer.Deserialize<JsonElement>(run.Outcome!);
    }

    JobRun Run(string id)
    {
        kept.Clock.Now += TimeSpan.FromSeconds(1);
        var runner = new JobRunner(kept.Office);
        var run = runner.Record(kept.Office.JobsFile.Find(id)!, RunCause.hand, null, null)!.Value;
        runner.Run(run, CancellationToken.None).Wait();
        return kept.Office.Operations.Run(run)!;
    }
}
