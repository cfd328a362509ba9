using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using static Reporting.Tests.Assessment.Runs.FrozenTowns;

namespace Reporting.Tests.Assessment.Runs;

/// <summary>What a decision stands on is asked when it is its turn to write: nobody else decides in between.</summary>
public class ActTests
{
    static readonly DateTime Now = TestWarehouse.At(new(2022, 8, 1));

    [Fact]
    public void Nobody_writes_between_the_check_of_an_act_and_the_act()
    {
        using var towns = new FrozenTowns();
        var decisions = new Decisions(towns.Warehouse.Gateway);
        var (last, other) = (towns.Warehouse.LastLoad, (Thread?)null);
        var issued = decisions.Issue(new("jobs", 2022, "下达文", new(2022, 6, 2), "甲", "因", 0), Now, () =>
        {
            other = new(() => decisions.SetTarget(new("jobs", East, 2022, 2022, 60, "文", new(2022, 6, 2), "乙", "因", 0), Now));
            other.Start();
            Assert.False(other.Join(TimeSpan.FromMilliseconds(300)));
            Assert.Equal(last, towns.Warehouse.LastLoad);
        });
        other!.Join();
        Assert.Equal((last + 1, last + 2), (issued.LoadId, towns.Warehouse.LastLoad));
    }

    [Fact]
    public void An_act_that_is_refused_leaves_nothing()
    {
        using var towns = new FrozenTowns();
        var (decisions, last) = (new Decisions(towns.Warehouse.Gateway), towns.Warehouse.LastLoad);
        Assert.Throws<OperationCanceledException>(() => decisions.Issue(new("jobs", 2022, "下达文", new(2022, 6, 2), "甲", "因", 0), Now, () => throw new OperationCanceledException()));
        Assert.Throws<OperationCanceledException>(() => towns.Runs.Freeze(towns.Freeze(), _ => throw new OperationCanceledException(), Now));
        Assert.Equal(last + 1, towns.Warehouse.LastLoad); // the run that was frozen to be asked again
        Assert.Empty(towns.Warehouse.Marts.TargetIssues(towns.Warehouse.LastLoad));
        Assert.Single(towns.Warehouse.Marts.AssessmentRuns(null, towns.Warehouse.LastLoad));
    }
}
