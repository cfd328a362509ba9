namespace Reporting.Portal.Engine;

/// <summary>The engine that was compiled in (<c>-p:JobEngine=Hangfire</c> or Quartz).</summary>
static class Engines
{
#if HANGFIRE
    /// <param name="time">Quartz's clock; Hangfire keeps its own.</param>
    public static IJobEngine Compiled(TimeProvider? time = null) => new HangfireEngine();
#else
    /// <param name="time">Quartz's clock; Hangfire keeps its own.</param>
    public static IJobEngine Compiled(TimeProvider? time = null) => new QuartzEngine(time ?? TimeProvider.System);
#endif
}
