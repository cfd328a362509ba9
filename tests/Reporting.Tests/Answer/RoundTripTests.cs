namespace Reporting.Tests.Answers;

/// <summary>From a mistake over the marked workbook, corrected in that very file, to accepted: every kind, as every writer saves it.</summary>
public sealed class RoundTripTests(TripRuns runs) : IClassFixture<TripRuns>
{
    public static TheoryData<string> Kinds => [.. TripKinds.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void A_marked_sheet_is_corrected_and_accepted(string name)
    {
        var trips = runs.Trips.Where(trip => trip.Kind.Name == name).ToList();
        Assert.Equal(TripDistrict.Writers.Count, trips.Count);
        Assert.All(trips, trip => Assert.True(trip.Failure is null, $"{trip.Name}: {trip.Failure}"));
    }

    [Fact]
    public void At_least_twenty_five_kinds_go_the_way() => Assert.InRange(TripKinds.All.DistinctBy(kind => kind.Name).Count(), 25, 1000);
}
