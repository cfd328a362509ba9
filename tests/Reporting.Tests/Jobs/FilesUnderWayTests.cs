using Reporting.Etl.Jobs;
using Reporting.Tests.Arrivals;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>What the marks of processes that died lead to. A process that is killed leaves a mark that nobody ends: so do these.</summary>
public sealed class FilesUnderWayTests : IDisposable
{
    readonly ArrivalOffice office = new();

    public void Dispose() => office.Dispose();

    /// <summary>Two deaths may be the machine's; the third is the file's.</summary>
    [Theory]
    [InlineData(0, TableState.loaded), InlineData(1, TableState.loaded), InlineData(2, TableState.loaded), InlineData(3, null), InlineData(4, null)]
    public void After_three_deaths_a_file_is_set_aside(int deaths, TableState? state)
    {
        var poison = Taken(ArrivalOffice.One);
        Died(deaths, "settle", [poison]);
        var good = Taken(ArrivalOffice.Other);
        Settle();
        Assert.Equal([state, TableState.loaded], new[] { poison, good }.Select(State));
        Assert.Equal(state is null ? [JobFindings.SetAside] : Array.Empty<string>(), office.Warehouse.Submissions.FindingsOf(poison.SubmissionId).Where(found => found.TableId is null).Select(found => found.Finding.Code));
        Assert.Equal(state is null ? 1 : 0, office.Notices(SetAsideFile.Kind).Count);
        Assert.Equal(state is null ? 1 : 0, Marks().Length); // what came to its end is forgotten, what is set aside is not
        Settle();
        Assert.Equal(state is null ? 1 : 0, office.Notices(SetAsideFile.Kind).Count);
    }

    [Fact]
    public void A_file_that_cannot_be_marked_up_is_answered_without_its_workbook()
    {
        var wrong = Taken(ArrivalOffice.One, "说明.csv", "这不是报表"u8.ToArray());
        Died(3, "mark", [wrong]);
        Settle();
        Assert.Equal(["not_marked", "verdict"], office.Told.Select(notice => notice.Kind).Order());
        Assert.Empty(office.Warehouse.Outbox.Waiting());
    }

    /// <summary>A mended program, and one who has found the cause elsewhere and removed the mark, have it read again.</summary>
    [Fact]
    public void A_file_set_aside_is_read_again_by_another_program()
    {
        var poison = Taken(ArrivalOffice.One);
        Died(3, "settle", [poison]);
        Settle();
        Assert.Empty(Reread.Run(office.Warehouse, new(poison.Receipt), new()).Differing); // by this one it is not
        var mark = Marks().Single();
        File.Move(mark, Path.ChangeExtension(mark, "00000000"));
        var (report, load) = Reread.Apply(office.Warehouse, new(poison.Receipt), new(), "程序已修好", "test", office.Clock.Now.UtcDateTime);
        Assert.Single(report.Differing);
        Assert.NotNull(load);
        Assert.Equal(TableState.loaded, State(poison));
        Assert.Empty(Marks());
    }

    Submission Taken(string unit, string? name = null, byte[]? bytes = null)
    {
        var sheet = ArrivalOffice.Sheet(unit);
        var now = office.Clock.Now.AddDays(38).UtcDateTime;
        return TakeFiles.Run(office.Warehouse, [new(name ?? sheet.FileName, () => new MemoryStream(bytes ?? sheet.Bytes), "inbox", unit, unit, unit)], now)[0].Submission;
    }

    void Died(int times, string work, IEnumerable<Submission> at)
    {
        for (var death = 0; death < times; death++)
        {
            var left = new FilesUnderWay(office.Data, work); // never disposed of
            foreach (var file in at) left.Begin(file.Sha256);
        }
    }

    void Settle()
    {
        SettleSubmissions.Unsettled(office.Warehouse, office.Clock.Now.AddDays(38).UtcDateTime, "test");
        CarryNotices.Run(office.Warehouse, office.Told.AddRange, office.Clock.Now.AddDays(38).UtcDateTime);
    }

    TableState? State(Submission of) => office.Warehouse.Submissions.TablesOf(of.SubmissionId).Select(table => (TableState?)table.State).SingleOrDefault();
    string[] Marks() => Directory.Exists(office.Data.UnderWay) ? Directory.GetFiles(office.Data.UnderWay) : [];
}
