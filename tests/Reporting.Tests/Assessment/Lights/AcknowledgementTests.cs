using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Assessment.Lights;

/// <summary>How long a 签收 holds.</summary>
public class AcknowledgementTests
{
    [Theory]
    [InlineData("green yellow yellow", 2, "yellow", null), InlineData("green yellow orange", 2, "yellow", "3 月变为橙灯，签收失效"), InlineData("green red orange yellow", 2, "red", null)]
    [InlineData("green red green red", 2, "red", "3 月已转绿灯，签收结束"), InlineData("green yellow grey yellow", 2, "yellow", null), InlineData("green yellow grey red", 2, "yellow", "4 月变为红灯，签收失效")]
    // A correction has made the month worse, or good, that was acknowledged.
    [InlineData("green red red", 2, "orange", "2 月变为红灯，签收失效"), InlineData("green green green", 2, "yellow", "2 月已转绿灯，签收结束")]
    // What came before it does not matter.
    [InlineData("red red yellow", 3, "yellow", null)]
    public void It_ends_when_the_light_worsens_or_goes_out(string lights, int through, string light, string? ended)
    {
        var months = lights.Split(' ').Select((one, index) => new MonthLight(index + 1, Enum.Parse<LightColour>(one), null, "")).ToList();
        Assert.Equal(ended, Of("c", "u", through, light, 1).EndedBy(months)?.Words);
    }

    [Fact]
    public void The_last_one_of_the_same_light_speaks()
    {
        Acknowledgement[] all = [Of("c", "u", 2, "yellow", 5), Of("c", "u", 3, "orange", 9), Of("c", "v", 4, "red", 11), Of("d", "u", 4, "red", 12), Of("c", "u", 4, "red", 13) with { Year = 2021 }];
        Assert.Equal(9, Acknowledgement.LastOf(all, "c", "u", 2022)!.KnownFromLoad);
        Assert.Null(Acknowledgement.LastOf(all, "d", "v", 2022));
    }

    static Acknowledgement Of(string commitment, string unit, int through, string light, long load) =>
        new(commitment, unit, 2022, through, Enum.Parse<LightColour>(light), "王", "因", new(2022, 6, 1), "甲", load);
}
