using Reporting.Warehouse;
using Reporting.Warehouse.Gateway;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Warehouse;

/// <summary>A real warehouse in a folder of its own, with the moves a test makes on it.</summary>
sealed class TestWarehouse : IDisposable
{
    static readonly Lazy<byte[]> NewStore = new(() =>
    {
        using var folder = new TestFolder();
        DuckDbGateway.Open(folder.Data.WarehouseFile).Dispose();
        return File.ReadAllBytes(folder.Data.WarehouseFile);
    });

    /// <summary>A store with its schema and nothing in it: making one takes longer than what most tests do with it.</summary>
    public static byte[] Begun => NewStore.Value;

    /// <param name="store">A warehouse filled before (<see cref="Closed"/>): many tests begin with what takes long to fill.</param>
    public TestWarehouse(byte[]? store = null)
    {
        Data = DataFolder.At(Directory.CreateTempSubdirectory("reporting-").FullName);
        File.WriteAllBytes(Data.WarehouseFile, store ?? Begun);
        Gateway = DuckDbGateway.Open(Data.WarehouseFile);
        (Definitions, Loading, Submissions, Marts) = (new(Gateway), new(Gateway), new(Gateway), new(Gateway));
    }

    public DataFolder Data { get; }
    public DuckDbGateway Gateway { get; }
    public KnownDefinitions Definitions { get; }
    public Loading Loading { get; }
    public Submissions Submissions { get; }
    public MartQueries Marts { get; }

    public long LastLoad => Marts.LastLoad()?.LoadId ?? 0;

    /// <summary>The store's bytes; nothing can be asked of this one any more.</summary>
    public byte[] Closed()
    {
        Gateway.Dispose();
        Assert.False(File.Exists(Data.WarehouseFile + ".wal"));
        return File.ReadAllBytes(Data.WarehouseFile);
    }

    /// <summary>Enters definitions given as text; a line of three dashes begins another file.</summary>
    public void Define(string yaml, DateOnly today)
    {
        var folder = Path.Combine(Data.Root, "written");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (var (number, file) in yaml.Split("\n---\n").Index()) File.WriteAllText(Path.Combine(folder, $"{number}.yaml"), file);
        Definitions.Enter(DefinitionFiles.Read(folder, null), today, At(today));
    }

    /// <summary>Takes one file with one table and settles it, as loaded unless told otherwise.</summary>
    public SubmissionTable Load(string name, string reporter, IReadOnlyList<StagedCell> cells, DateOnly on, TableState state = TableState.loaded)
    {
        var (submission, _) = Submissions.Record([new($"{name}.xlsx", new string('0', 58) + (name.GetHashCode(StringComparison.Ordinal) & 0xffffff).ToString("x6", null), 1,
            "test", reporter, cells[0].District, name, reporter, At(on))]).Single();
        var table = new SubmissionTable(0, submission.SubmissionId, 1, "Sheet1", "A1:Z99", name, "test-form", 1, cells[0].District, reporter,
            cells[0].PeriodKind, cells[0].PeriodStart, 1, state, null);
        Loading.Settle([new(submission, [new(table, cells, [])], [], Answer(submission))], "test", (taken, _) => Answer(taken), At(on));
        return Submissions.TablesOf(submission.SubmissionId).Single();
    }

    public void TakeBack(SubmissionTable table, TableState to, DateOnly on) =>
        Loading.TakeBack(table.SubmissionId, to, "test", "test", taken => new($"{to}:{taken.TableId}", to.ToString(), null, null, taken.SubmissionId, "", "", At(on)), At(on));

    public static Notice Answer(Submission submission) =>
        new($"verdict:{submission.SubmissionId}", "verdict", null, submission.ChannelUnit, submission.SubmissionId, "", "{}", submission.ReceivedAt);

    public static DateTime At(DateOnly day) => ShanghaiTime.ToUtc(day.ToDateTime(new(9, 0)));

    public void Dispose()
    {
        Gateway.Dispose();
        Directory.Delete(Data.Root, recursive: true);
    }
}
