using Reporting.Portal.Engine;
using Reporting.Tests.LeftOut;

namespace Reporting.Tests.Portal;

/// <summary>The job engine in the program is the one that the build was asked for.</summary>
public class CompiledEngineTests
{
    [Fact]
    public void The_engine_compiled_in_is_the_one_asked_for() => Assert.Equal(Needs.JobEngine, Engines.Compiled().Name);

    [FactWhere(Need.Hangfire)]
    public void With_its_packages_at_hand_the_engine_is_Hangfire()
    {
        Assert.Equal("Hangfire", Engines.Compiled().Name);
        Assert.Null(typeof(Engines).Assembly.GetType("Reporting.Portal.Engine.QuartzEngine"));
    }
}
