using System.Globalization;
using Reporting.Etl.Arrivals;
using Reporting.Etl.Jobs;

namespace Reporting.Portal;

/// <summary>What jobs.json may say to a pull, and what data/sources.json adds.</summary>
static class PullArguments
{
    const string Unanswered = "unanswered_minutes", Whole = "source_seconds", Silence = "silence_seconds";

    public static IReadOnlyList<string> Names { get; } = [Unanswered, Whole, Silence];

    /// <summary>The orders, and what is wrong with the file of sources: then the inbox is pulled alone.</summary>
    /// <exception cref="FailureException">An argument is no whole number above nought.</exception>
    public static (PullOrders Orders, FailureException? Wrong) Orders(JobContext context)
    {
        var usual = new SourceLimits { FileBytes = context.Office.Limits.FileBytes };
        var limits = usual with { Whole = Seconds(context, Whole) ?? usual.Whole, Silence = Seconds(context, Silence) ?? usual.Silence };
        var orders = PullOrders.InboxOnly with { Limits = limits, Unanswered = Number(context, Unanswered) is { } minutes ? TimeSpan.FromMinutes(minutes) : PullOrders.InboxOnly.Unanswered };
        try { return (orders with { Sources = SourcesFile.Read(context.Office.Data, context.Office.Warehouse.Definitions.Current) }, null); }
        catch (FailureException wrong) { return (orders, wrong); }
    }

    static TimeSpan? Seconds(JobContext context, string name) => Number(context, name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    static int? Number(JobContext context, string name) => context.Argument(name) is not { } given ? null
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 86_400 ? number
        : throw new FailureException($"jobs.json 的“{context.JobId}”：arguments.{name} 要是 1 到 86400 的整数，现在是 {given}", $"'{context.JobId}' of jobs.json: arguments.{name} should be a whole number from 1 to 86400; it is {given}");
}
