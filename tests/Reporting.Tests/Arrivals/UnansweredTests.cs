using Reporting.Etl.Jobs;

namespace Reporting.Tests.Arrivals;

/// <summary>What was received and got no verdict is told to operations once, whatever kept it.</summary>
public class UnansweredTests
{
    [Fact]
    public void What_has_no_verdict_after_its_minutes_is_told_once_and_named()
    {
        using var office = new ArrivalOffice();
        var start = office.Clock.Now.UtcDateTime;
        var one = TakeFiles.Run(office.Warehouse, [new("一月.csv", () => new MemoryStream([1]), "inbox", ArrivalOffice.One, "1", "test")], start)[0].Submission;
        TakeFiles.Run(office.Warehouse, [new("二月.csv", () => new MemoryStream([2]), "inbox", ArrivalOffice.One, "2", "test")], start.AddMinutes(25));
        IReadOnlyList<string> After(int minutes)
        {
            var late = UnansweredSubmissions.Tell(office.Warehouse, TimeSpan.FromMinutes(30), start.AddMinutes(minutes));
            CarryNotices.Run(office.Warehouse, office.Told.AddRange, start.AddMinutes(minutes));
            return late;
        }

        Assert.Empty(After(29));
        Assert.StartsWith($"{one.Receipt} 一月.csv", Assert.Single(After(30)), StringComparison.Ordinal);
        Assert.Single(After(45));
        var notice = Assert.Single(office.Notices(UnansweredSubmissions.Kind));
        Assert.Equal((null, one.SubmissionId), (notice.OrgUnit, notice.SubmissionId));
        Assert.Contains(one.Receipt, notice.Body, StringComparison.Ordinal);
        SettleSubmissions.Unsettled(office.Warehouse, start.AddMinutes(46), "test");
        Assert.Empty(After(90));
        Assert.Single(office.Notices(UnansweredSubmissions.Kind));
    }
}
