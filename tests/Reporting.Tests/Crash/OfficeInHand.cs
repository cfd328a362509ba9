using Reporting.Portal;
using Reporting.Portal.Demo;
using Reporting.Portal.Operations;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>An office on a folder of its own whose clock and jobs the test moves; it can be closed and opened again as by another process.</summary>
sealed class OfficeInHand : IDisposable
{
    readonly string home = Directory.CreateTempSubdirectory("reporting-test-").FullName;
    Office office;

    public OfficeInHand()
    {
        PlayedDistrict.Write(Data);
        File.WriteAllBytes(Data.WarehouseFile, PlayedDistrict.Entered);
        office = Opened();
    }

    public DataFolder Data => DataFolder.At(Path.Combine(home, "data"));
    public DemoClock Clock { get; } = new(PlayedMonths.Begin);
    public Office Office => office;

    public void OpenAgain()
    {
        office.Dispose();
        office = Opened();
    }

    /// <summary>The sheets of the first township, in the order sent.</summary>
    public IReadOnlyList<DemoEvent> Sheets =>
        [.. PlayedMonths.Sheets(office.Warehouse.Definitions.Current).Where(each => each.OrgUnit == PlayedMonths.First)];

    public void Put(DemoEvent sent)
    {
        Clock.MoveTo(sent.At);
        PlayVerb.Put(Data, sent);
    }

    public void Run(string job) => Finish(Record(job, null));

    public long Record(string job, DateTime? firing) =>
        new JobRunner(office).Record(office.JobsFile.Jobs.Single(entry => entry.Job == job), firing is null ? RunCause.hand : RunCause.schedule, null, firing)!.Value;

    public void Finish(long run)
    {
        new JobRunner(office).Run(run, CancellationToken.None).Wait();
        Assert.Equal((null, RunState.succeeded), (office.Operations.Run(run)!.Error, office.Operations.Run(run)!.State));
    }

    Office Opened() => new(Data, new([], JobCatalog.Shipped, Clock));

    public void Dispose()
    {
        office.Dispose();
        Directory.Delete(home, recursive: true);
    }
}
