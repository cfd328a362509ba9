namespace Reporting.Tests.Answers;

/// <summary>The same way with a real office program between: what came back marked is opened and saved there before it is corrected.</summary>
public sealed class RoundTripOfficeTests
{
    static readonly string[] Names = ["part over whole", "required cell blank", "month jump", "column twice", "line twice, differently", "month to come"];

    [DebianFact("libreoffice-calc-nogui", "soffice")]
    public void What_an_office_program_has_saved_is_corrected_and_accepted()
    {
        var kinds = TripKinds.All.Index().Where(kind => Names.Contains(kind.Item.Name)).Select(kind => kind.Index).ToList();
        Assert.Equal(Names.Length, kinds.Count);
        using var runs = TripRuns.Of([.. kinds.SelectMany(kind => TripDistrict.Writers.Index().Select(writer => (kind, writer.Index)))], marked => Office.Converted(marked, "xlsx"));
        Assert.All(runs.Trips, trip => Assert.True(trip.Failure is null, $"{trip.Name}: {trip.Failure}"));
    }
}
