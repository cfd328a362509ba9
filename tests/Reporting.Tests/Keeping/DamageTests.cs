using DuckDB.NET.Data;
using Reporting.Portal.Keeping;
using Reporting.Tests.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Gateway;

namespace Reporting.Tests.Keeping;

/// <summary>One bit in any kept file, or one row where none should be, is found and named.</summary>
public sealed class DamageTests : IDisposable
{
    const int Block = 262_144; // of the engine's file

    readonly KeptOffice kept = new();

    public void Dispose() => kept.Dispose();

    [Fact]
    public void A_turned_bit_in_any_file_of_a_backup_is_named_and_nothing_is_touched()
    {
        var backup = kept.Backup().Backup;
        kept.Lose();
        var files = Directory.EnumerateFiles(backup.Path, "*", SearchOption.AllDirectories).ToList();
        Assert.True(files.Count > 10);
        foreach (var path in files)
        {
            Bit.Flip(path);
            var name = Path.GetFileName(path);
            if (name.StartsWith("manifest.", StringComparison.Ordinal)) Assert.Contains("manifest", Assert.Throws<Reporting.Portal.FailureException>(() => BackupFolder.At(backup.Path)).Message, StringComparison.Ordinal);
            else Assert.Equal(Path.GetRelativePath(backup.Path, path), Assert.Single(backup.Faults()).Subject);
            Bit.Flip(path);
        }
        Assert.Empty(backup.Faults());

        var (damaged, missing) = (Path.Combine(backup.Path, "warehouse.duckdb"), Path.Combine(backup.Path, "limits.json"));
        Bit.Flip(damaged);
        File.Delete(missing);
        File.WriteAllText(Path.Combine(backup.Path, "stray"), "");
        Assert.Equal(["stray"], backup.Strays());
        Assert.Equal(["limits.json", "warehouse.duckdb"], backup.Faults().Select(fault => fault.Subject).Order(StringComparer.Ordinal));
        var refused = kept.Alone("restore", kept.Backups);
        Assert.Equal(1, refused.ExitCode);
        Assert.All(new[] { "warehouse.duckdb", "limits.json", "什么都没有动" }, word => Assert.Contains(word, refused.Error, StringComparison.Ordinal));
        Assert.Empty(Restoration.There(kept.Data));
    }

    /// <summary>Network disks and desktops leave files of their own in every folder.</summary>
    [Fact]
    public void A_stray_file_in_a_backup_does_not_keep_it_from_being_restored()
    {
        var backup = kept.Backup().Backup;
        Directory.CreateDirectory(Path.Combine(backup.Path, "@eaDir"));
        File.WriteAllText(Path.Combine(backup.Path, "@eaDir", "x"), "");
        Assert.Contains("@eaDir", kept.Said("verify", "--backup", kept.Backups), StringComparison.Ordinal);
        kept.Lose();
        Assert.Equal(0, kept.Alone("restore", kept.Backups).ExitCode);
        Assert.False(Path.Exists(Path.Combine(kept.Data.Root, "@eaDir")));
    }

    /// <summary>An empty store made in its place would call everything well, and a backup of it would drive out the good ones.</summary>
    [Fact]
    public void A_lost_warehouse_is_not_replaced_by_an_empty_one()
    {
        kept.Close();
        File.Delete(kept.Data.WarehouseFile);
        foreach (var words in new[] { new[] { "verify" }, ["backup", "--to", kept.Backups], ["query", "--indicator", "new_employment"] })
        {
            var failed = kept.Alone(words);
            Assert.Equal(1, failed.ExitCode);
            Assert.Contains("从备份恢复", failed.Error, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(kept.Data.WarehouseFile));
    }

    [Fact]
    public void A_backup_that_holds_more_than_the_office_is_never_let_go()
    {
        var older = kept.Backup().Backup;
        JanuarySheets.Send(kept.Office.Warehouse, [JanuarySheets.All[2]], kept.Office.Now);
        var newer = kept.Backup().Backup;
        kept.Lose();
        Assert.Equal(0, kept.Alone("restore", older.Path).ExitCode);
        var made = kept.Backup(keep: 1);
        Assert.Equal([newer.Name], made.Ahead);
        Assert.Equal([older.Name], made.Removed);
        Assert.True(Directory.Exists(newer.Path));
    }

    /// <summary>Blocks that no check asks for are read all the same: what a copy of the store would stumble over is named.</summary>
    [Fact]
    public void A_block_of_the_store_that_the_engine_cannot_read_is_named()
    {
        kept.Close();
        var (whole, found) = (File.ReadAllBytes(kept.Data.WarehouseFile), 0);
        for (var block = 3; block < whole.Length / Block; block += 4) // the first ones hold what opening needs
        {
            var broken = (byte[])whole.Clone();
            broken.AsSpan(12_288 + block * Block + 4096, 64).Fill(0xA5);
            File.WriteAllBytes(kept.Data.WarehouseFile, broken);
            try
            {
                using var warehouse = OpenWarehouse.Open(kept.Data);
                var copies = Copies(warehouse);
                Assert.Equal(copies, warehouse.Keeping.Unreadable(default).Count == 0);
                if (!copies && found++ == 0) Assert.Contains(new Verification(warehouse, kept.Office.Operations, default).Run().Faults, fault => fault.Check == "warehouse");
            }
            catch (StoreDamagedException) { } // it does not even open: said at once
            kept.Close();
        }
        Assert.True(found > 0);

        bool Copies(OpenWarehouse warehouse)
        {
            var to = Path.Combine(kept.Home, "copy.duckdb");
            File.Delete(to);
            try { warehouse.Keeping.CopyTo(to, () => { }, default); }
            catch (StoreDamagedException) { return false; }
            return true;
        }
    }

    [Fact]
    public void Evidence_of_supervision_that_is_gone_is_named()
    {
        var evidence = Path.Combine(kept.Home, "整改.txt");
        File.WriteAllText(evidence, "已整改");
        kept.Said("supervise", "open", "--org", "310151101", "--demand", "限期补报一月的表", "--deadline", "2022-12-31", "--reason", "迟报");
        kept.Said("supervise", "feedback", "1", "--words", "已补报", "--evidence", evidence);
        Assert.Empty(kept.Verified().Orphans);
        File.Delete(kept.Office.Warehouse.Archive.PathOf(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(evidence)))));
        Assert.Contains(kept.Verified().Faults, fault => fault.Check == "kept-bytes" && fault.Subject.Contains("整改.txt", StringComparison.Ordinal));
    }

    [Fact]
    public void A_manifest_that_leads_out_of_its_backup_is_refused()
    {
        var backup = kept.Backup().Backup;
        foreach (var path in new[] { "/etc/x", "../x", "archive/../../x" })
        {
            (backup.Manifest with { Files = [backup.Manifest.Files[0] with { Path = path }] }).Write(backup.Path);
            Assert.Contains(path, Assert.Throws<Reporting.Portal.FailureException>(() => BackupFolder.At(backup.Path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_year_whose_original_is_damaged_is_not_bundled()
    {
        var sheet = kept.Office.Warehouse.Keeping.Receipts(long.MaxValue)[0];
        Bit.Flip(kept.Office.Warehouse.Archive.PathOf(sheet.Sha256));
        var refused = kept.Ask("bundle", "--district", KeptOffice.District, "--year", "2022", "--out", Path.Combine(kept.Home, "b.zip"));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(sheet.Sha256, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_damaged_in_the_office_is_named_by_its_check()
    {
        var archived = Directory.EnumerateFiles(kept.Data.Archive, "*", SearchOption.AllDirectories).ToList();
        var edition = kept.Office.Warehouse.Editions.All()[0];
        var sheet = kept.Office.Warehouse.Keeping.Receipts(long.MaxValue)[0];
        Bit.Flip(kept.Office.Warehouse.Archive.PathOf(sheet.Sha256));
        File.AppendAllText(Path.Combine(kept.Data.Editions, edition.FileName), "x");
        File.WriteAllText(Path.Combine(kept.Data.Archive, archived[0][kept.Data.Archive.Length..][1..3], "stray.txt"), "");
        Store("update assessment_result set body = replace(body, '未', '已') where name = 'evaluations/310151'",
            "update fact_indicator_year set numerator = numerator + 1 where numerator is not null and through = 1",
            "insert into fact_observation select * from fact_observation limit 1",
            "update fact_observation set value = 77 where rowid = (select max(rowid) from fact_observation where state = 'reported')",
            "insert into fact_observation_history select *, load_id from fact_observation limit 1",
            "insert into notice_outbox select 'lost', kind, district, org_unit, submission_id, subject, body, created_at, created_at from notice_outbox limit 1",
            "update submission set receipt = 'x' where submission_id = 2");
        var verified = kept.Verified();
        foreach (var (check, subject) in new[]
        {
            ("archive", $"archive/{sheet.Sha256[..2]}/{sheet.Sha256}"), ("archive", "stray.txt"), ("kept-bytes", sheet.Receipt), ("editions", edition.FileName), ("runs", "1"), ("slices", "310151 2022"),
            ("one_current_value_per_key", "310151"), ("values_have_their_cells", "310151"), ("history_is_closed", "310151"), ("notices", "lost"), ("receipts", "x"),
        }) Assert.Contains(verified.Faults, fault => fault.Check == check && fault.Subject.Contains(subject, StringComparison.Ordinal));
        Assert.Equal(verified.Faults.Count, verified.Parts.Sum(part => part.Faults));
        var answer = kept.Ask("verify", "--json");
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("\"ok\": false", answer.Out, StringComparison.Ordinal);
        Assert.Contains(sheet.Receipt, answer.Error, StringComparison.Ordinal);
    }

    void Store(params string[] statements)
    {
        using var connection = new DuckDBConnection($"DataSource={kept.Data.WarehouseFile};autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            Assert.True(command.ExecuteNonQuery() > 0, statement);
        }
    }
}
