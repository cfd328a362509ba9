using Reporting.Portal.Commands;
using Reporting.Portal.Operations;
using Reporting.Reports.Issuing;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Portal.Keeping;

/// <summary>One check: how much it looked at, and how much of that is not as it should be.</summary>
public sealed record CheckedPart(string Check, long LookedAt, int Faults);

/// <summary>Whether all that is kept answers for itself.</summary>
/// <param name="Orphans">Files of the archive that nothing names: a crash between keeping and recording leaves such, and they harm nothing.</param>
public sealed record Verified(long Load, IReadOnlyList<CheckedPart> Parts, IReadOnlyList<Fault> Faults, IReadOnlyList<string> Orphans);

/// <summary>Asks everything that is kept: bytes, receipts, editions, frozen runs, the whole history, the annual facts, notices, the other store.</summary>
public sealed class Verification(OpenWarehouse warehouse, OperationsStore operations, DateTime now, Action<string>? told = null, CancellationToken stop = default)
{
    /// <summary>A notice may be on its way for so long.</summary>
    static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(10);

    /// <summary>Rows of one check that are named one by one; of more the number is told.</summary>
    const int MostNamed = 20;

    readonly List<CheckedPart> parts = [];
    readonly List<Fault> faults = [];

    public Verified Run()
    {
        var unreadable = warehouse.Keeping.Unreadable(stop);
        Part("warehouse", () => (1, unreadable.Select(one => new Fault("warehouse", one.Table, $"数据仓库的文件已损坏，从备份恢复（{one.Why}）", $"the warehouse's file is damaged, restore it from a backup ({one.Why})"))));
        if (unreadable.Count > 0) return new(0, parts, faults, []); // what else would be asked could not be answered
        var load = warehouse.Keeping.LastIds().Load;
        var named = warehouse.Keeping.NamedBytes();
        var kept = Bytes();
        Named(named, kept);
        Receipts();
        Editions(kept);
        Runs();
        History();
        Slices();
        Notices();
        Part("operations", () => (1, operations.Unsound().Select(line => new Fault("operations", "operations.sqlite", line, line))));
        var names = named.Select(one => one.Sha256).ToHashSet();
        return new(load, parts, faults, [.. kept.Keys.Where(hash => !names.Contains(hash)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Every file of the archive is what its name says, and lies where that says.</summary>
    Dictionary<string, long> Bytes()
    {
        var kept = new Dictionary<string, long>();
        Part("archive", () =>
        {
            var (looked, found) = (0, new List<Fault>());
            if (!Directory.Exists(warehouse.Data.Archive)) return (0, found);
            foreach (var path in Directory.EnumerateFiles(warehouse.Data.Archive, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".part", StringComparison.Ordinal)))
            {
                stop.ThrowIfCancellationRequested();
                var (name, shown) = (Path.GetFileName(path), Path.GetRelativePath(warehouse.Data.Root, path));
                looked++;
                if (name.Length != 64 || warehouse.Archive.PathOf(name) != path) found.Add(new("archive", shown, "不在它该在的位置，或不是存档的文件名", "not where the archive keeps it, or no name of the archive"));
                else if (FileHash.Of(path) != name) found.Add(new("archive", shown, "字节已损坏：与文件名上的指纹不符", "damaged: the bytes are not what their name says"));
                else kept[name] = new FileInfo(path).Length;
            }
            return (looked, found);
        });
        return kept;
    }

    void Named(IReadOnlyList<NamedBytes> named, Dictionary<string, long> kept) => Part("kept-bytes", () => (named.Count, named
        .Where(one => !kept.TryGetValue(one.Sha256, out var size) || one.Size is { } stated && stated != size)
        .Select(one => new Fault("kept-bytes", $"{one.Kind} {one.Key} {one.FileName}", $"存档里没有完好的原件 {one.Sha256}", $"the archive holds no sound bytes {one.Sha256}"))));

    void Receipts() => Part("receipts", () =>
    {
        var all = warehouse.Keeping.Receipts(long.MaxValue);
        var twice = all.GroupBy(one => one.Receipt).Where(same => same.Count() > 1).Select(same => new Fault("receipts", same.Key, $"回执号给了 {same.Count()} 次", $"given {same.Count()} times"));
        var wrong = all.Where(one => !one.Receipt.EndsWith(FormattableString.Invariant($"-{ShanghaiTime.DateOf(one.ReceivedAt):yyyyMMdd}-{one.SubmissionId:000000}"), StringComparison.Ordinal))
            .Select(one => new Fault("receipts", one.Receipt, "与报送的编号和收到的日子不符", "not of its submission's number and day"));
        return (all.Count, twice.Concat(wrong));
    });

    /// <summary>An issued edition's bytes have the content they were issued with, and the copy people look at is those bytes.</summary>
    void Editions(Dictionary<string, long> kept) => Part("editions", () =>
    {
        var all = warehouse.Editions.All();
        var found = new List<Fault>();
        foreach (var edition in all.Where(edition => kept.ContainsKey(edition.Sha256)))
        {
            stop.ThrowIfCancellationRequested();
            var copy = Path.Combine(warehouse.Data.Editions, edition.FileName);
            var subject = $"{edition.EditionId} {edition.FileName}";
            if (edition.ContentHash is { } content && EditionParts.Hash(warehouse.Archive.Read(edition.Sha256)) != content)
                found.Add(new("editions", subject, "留存的工作簿与签发时的内容指纹不符", "the kept workbook is not the content that was issued"));
            if (edition.IsReleased(now) && File.Exists(copy) && FileHash.Of(copy) != edition.Sha256)
                found.Add(new("editions", subject, $"editions/ 里的副本与签发的原件不同；删掉它，下次启动按原件重放", "the copy in editions/ is not what was issued; remove it and the next start lays it again"));
        }
        return (all.Count, found);
    });

    void Runs() => Part("runs", () =>
    {
        var all = warehouse.Marts.AssessmentRuns(null, long.MaxValue - 1);
        return (all.Count, all.Select(run => (Run: run, Fault: RunFaults.Of(AskedRun.Stored(run, warehouse)))).Where(one => one.Fault is not null)
            .Select(one => new Fault("runs", $"{one.Run.Run}", one.Fault!.In("zh"), one.Fault.In("en"))));
    });

    void History()
    {
        foreach (var check in Warehouse.Keeping.Checks)
        {
            var name = Path.GetFileNameWithoutExtension(check);
            Part(name, () => (warehouse.Keeping.Districts().Count, warehouse.Keeping.Faults(check).SelectMany(fault => InWords(name, fault))));
        }
    }

    /// <summary>The annual facts, brought up load by load, are what they are when laid out anew.</summary>
    void Slices() => Part("slices", () =>
    {
        var slices = warehouse.Keeping.Slices();
        return (slices.Count, slices.SelectMany(slice =>
        {
            stop.ThrowIfCancellationRequested();
            return warehouse.Keeping.Faults(slice).SelectMany(fault => InWords("slices", fault));
        }));
    });

    void Notices() => Part("notices", () =>
    {
        var carried = warehouse.Keeping.CarriedNotices(); // before the other store is asked: what is marked meanwhile is there already
        var (waiting, there) = (warehouse.Outbox.Waiting(), operations.Notices().Select(notice => notice.Key).ToHashSet());
        return (carried.Count + waiting.Count, carried.Where(key => !there.Contains(key)).Select(key => new Fault("notices", key, "已标为送出，但 operations.sqlite 里没有", "marked as carried, but not in operations.sqlite"))
            .Concat(waiting.Where(notice => notice.CreatedAt < now - OnItsWay).Select(notice => new Fault("notices", notice.NoticeKey, "一直没有送出", "was never carried out"))));
    });

    static IEnumerable<Fault> InWords(string check, HistoryFault fault) =>
        fault.Rows.Take(MostNamed).Select(row => new Fault(check, fault.About, $"{fault.Check}：{row}", $"{fault.Check}: {row}"))
            .Concat(fault.Rows.Count > MostNamed ? [new(check, fault.About, $"{fault.Check}：共 {fault.Rows.Count} 行", $"{fault.Check}: {fault.Rows.Count} rows in all")] : []);

    void Part(string check, Func<(int LookedAt, IEnumerable<Fault> Faults)> ask)
    {
        stop.ThrowIfCancellationRequested();
        var (lookedAt, found) = ask();
        var all = found.ToList();
        parts.Add(new(check, lookedAt, all.Count));
        faults.AddRange(all);
        told?.Invoke($"{check}: {lookedAt}, {all.Count}");
    }
}
