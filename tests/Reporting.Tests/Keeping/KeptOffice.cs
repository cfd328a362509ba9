using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Portal.Keeping;
using Reporting.Tests.Jobs;
using Reporting.Tests.Portal;
using Reporting.Warehouse;

namespace Reporting.Tests.Keeping;

/// <summary>
/// A small office with something of everything: two sheets, their answers, an issued edition, a frozen run, a file that still lies in an inbox, a
/// run of a job. Made once for the suite; every test has its own copy, and a folder of backups beside it.
/// </summary>
sealed class KeptOffice : IDisposable
{
    public const string District = "310151", Waiting = "310151/未收.csv";
    static readonly Lazy<IReadOnlyList<(string Path, byte[] Bytes, DateTime Modified)>> Prepared = new(Prepare);
    readonly string home = Directory.CreateTempSubdirectory("reporting-kept-").FullName;
    Office? office;

    public KeptOffice() : this(Prepared.Value) { }

    KeptOffice(IReadOnlyList<(string Path, byte[] Bytes, DateTime Modified)> files)
    {
        foreach (var folder in new[] { Data.Root, Backups }) Directory.CreateDirectory(folder);
        foreach (var (path, bytes, modified) in files)
        {
            var to = Path.Combine(Data.Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.WriteAllBytes(to, bytes);
            File.SetLastWriteTimeUtc(to, modified);
        }
    }

    public HandClock Clock { get; } = new(new(JanuarySheets.Now));
    public DataFolder Data => DataFolder.At(Path.Combine(home, "data"));
    public string Backups => Path.Combine(home, "backups");
    public string Home => home;
    public Installation Installation => TestOffice.Installation with { Time = Clock };
    public Office Office => office ??= new(Data, Installation);

    public Contents Contents => Contents.Of(Office.Warehouse, Office.Warehouse.Keeping.LastIds());

    /// <summary>One second later than the last, so that each has a name of its own.</summary>
    public BackupMade Backup(int? keep = null, Action<KeepingStep>? passed = null)
    {
        Clock.Now += TimeSpan.FromSeconds(1);
        return new Backup(Office, Backups, passed ?? (_ => { })).Make(keep);
    }

    public Verified Verified() => new Verification(Office.Warehouse, Office.Operations, Office.Now).Run();

    public void Close()
    {
        office?.Dispose();
        office = null;
    }

    /// <summary>The machine is lost, and with it the folder.</summary>
    public void Lose()
    {
        Close();
        Directory.Delete(Data.Root, recursive: true);
    }

    /// <summary>A verb that has the folder to itself, as the command line asks it.</summary>
    public Answer Alone(params string[] words)
    {
        Close();
        var typed = Words.Of([.. words, "--data", Data.Root], Verbs.All);
        try { return Dispatch.Answer(Asking.RequestOf(typed, typed.Verb!, "zh"), typed.Verb!, Data, Installation, isNamed: true).Result; }
        catch (AggregateException error) { return Failures.Explain(error.InnerException!, "zh", Data); }
        catch (MisuseException error) { return Failures.Explain(error, "zh", Data); }
    }

    public Answer Ask(params string[] words)
    {
        var typed = Words.Of(words, Verbs.All);
        return Dispatch.InOffice(Asking.RequestOf(typed, typed.Verb!, "zh"), typed.Verb!, Office);
    }

    public string Said(params string[] words)
    {
        var answer = Ask(words);
        Assert.True(answer.ExitCode == 0, $"{answer.Error}{answer.Out}");
        return answer.Out;
    }

    static IReadOnlyList<(string, byte[], DateTime)> Prepare()
    {
        using var kept = new KeptOffice([]);
        File.WriteAllBytes(kept.Data.WarehouseFile, ShippedOffice.EnteredBy(kept.Clock));
        File.WriteAllText(kept.Data.Limits, "{\"rows\": 9999}");
        JanuarySheets.Send(kept.Office.Warehouse, JanuarySheets.All.Take(2), kept.Office.Now);
        kept.Office.CarryNotices();
        kept.Said("edition", "issue", "monthly", "--district", District, "--period", "2022-01");
        kept.Said("assess", "--freeze", "--district", District, "--year", "2022", "--uncertified-ok", "--reason", "演练");
        var inbox = Path.Combine(kept.Data.Inbox, Waiting);
        Directory.CreateDirectory(Path.GetDirectoryName(inbox)!);
        File.WriteAllText(inbox, "还没有收的文件");
        File.SetLastWriteTimeUtc(inbox, new DateTime(2022, 2, 19, 1, 2, 3, DateTimeKind.Utc).AddTicks(4567));
        kept.Close();
        return [.. Directory.EnumerateFiles(kept.Data.Root, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) is not ("serve.lock" or "serve.pid"))
            .Select(path => (Path.GetRelativePath(kept.Data.Root, path), File.ReadAllBytes(path), File.GetLastWriteTimeUtc(path)))];
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(home, recursive: true);
    }
}

/// <summary>Damage as media do it.</summary>
static class Bit
{
    /// <summary>Turns one bit in the middle of a file; again turns it back.</summary>
    public static void Flip(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = file.Length / 2;
        var there = file.ReadByte();
        file.Position = file.Length / 2;
        file.WriteByte((byte)(there ^ 0x10));
    }
}
