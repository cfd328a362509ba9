using System.Globalization;
using Reporting.Etl.Arrivals;
using Reporting.Etl.Jobs;

namespace Reporting.Portal;

/// <summary>What jobs.json may say to a pull, and what data/sources.json adds.</summary>
static class PullArguments
{
    const string Unanswered = "unanswered_minutes", Whole = "source_seconds", Silence = "silence_seconds";

    const int Day = 86_400;

    public static IReadOnlyList<JobArgument> Names { get; } =
    [
        new(Unanswered, ArgumentKind.Whole, "收到后多少分钟没有结论就告诉运维", "minutes without a verdict after which operations are told") { Least = 1, Most = Day },
        new(Whole, ArgumentKind.Whole, "一个来源最多用多少秒", "seconds that one source may take") { Least = 1, Most = Day },
        new(Silence, ArgumentKind.Whole, "一个来源多少秒不作声就放下", "seconds of silence after which a source is left") { Least = 1, Most = Day },
    ];

    /// <summary>The orders, and what is wrong with the file of sources: then nobody knows them, and the inbox is pulled alone.</summary>
    public static (PullOrders Orders, FailureException? Wrong) Orders(JobContext context)
    {
        var usual = new SourceLimits { FileBytes = context.Office.Limits.FileBytes };
        var limits = usual with { Whole = Seconds(context, Whole) ?? usual.Whole, Silence = Seconds(context, Silence) ?? usual.Silence };
        var orders = PullOrders.InboxOnly with { Limits = limits, Unanswered = Number(context, Unanswered) is { } minutes ? TimeSpan.FromMinutes(minutes) : PullOrders.InboxOnly.Unanswered };
        try { return (orders with { Sources = SourcesFile.Read(context.Office.Data, context.Office.Warehouse.Definitions.Current) }, null); }
        catch (FailureException wrong) { return (orders with { Sources = null }, wrong); }
    }

    static TimeSpan? Seconds(JobContext context, string name) => Number(context, name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    static int? Number(JobContext context, string name) => context.Argument(name) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : null;
}
