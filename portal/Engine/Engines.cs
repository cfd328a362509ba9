namespace Reporting.Portal.Engine;

/// <summary>The engine that was compiled in (<c>-p:JobEngine=Hangfire</c> or Quartz).</summary>
static class Engines
{
#if HANGFIRE
    public static IJobEngine Compiled() => new HangfireEngine();
#else
    public static IJobEngine Compiled() => new QuartzEngine();
#endif
}
