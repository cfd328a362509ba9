namespace Reporting.Tests.Demo;

/// <summary>All that the demo's months left answers for itself.</summary>
[Collection(SharedDemoRun.Name)]
public class DemoKeptTests(DemoRun demo)
{
    [Fact]
    public void Everything_that_the_demo_kept_answers_for_itself()
    {
        var verified = demo.AskJson("verify");
        Assert.True(verified.GetProperty("ok").GetBoolean());
        var looked = verified.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("check").GetString()!, check => check.GetProperty("looked_at").GetInt64());
        Assert.All(new[] { "archive", "kept-bytes", "receipts", "editions", "runs", "slices", "notices" }, check => Assert.True(looked[check] > 1, check));
    }
}
