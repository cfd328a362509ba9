using Reporting.Portal.Commands;

namespace Reporting.Portal.Web;

/// <summary>One look says whether the office works: stores, engine, last runs.</summary>
static class Health
{
    const int RunsShown = 5;

    /// <summary>With less than this nothing can be counted on to be written; what is being written needs it too.</summary>
    const long LeastFree = 100L << 20;

    public static void MapHealth(this WebApplication app, Office office)
    {
        app.MapGet("/readyz", async (HttpContext context) =>
        {
            var ready = Readiness(office);
            context.Response.StatusCode = ready.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsJsonAsync(IsHere(context) ? ready.Report : new { State = ready.Ok ? "ready" : "not_ready" }, PrintedJson.Options);
        }).AllowAnonymous();
        app.MapGet("/healthz", async (HttpContext context) =>
        {
            var (ok, report) = Of(office);
            context.Response.StatusCode = ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsJsonAsync(IsHere(context) ? report : new { State = ok ? "ok" : "failing" }, PrintedJson.Options);
        }).AllowAnonymous();
    }

    // Where things lie and what ran is for whoever is on the machine.
    static bool IsHere(HttpContext context) => context.Connection.RemoteIpAddress is not { } from || System.Net.IPAddress.IsLoopback(from);

    /// <summary>Whether work may be sent here: the stores answer and the schedule fires. Not while it starts, nor from the moment it is told to stop.</summary>
    internal static (bool Ok, object Report) Readiness(Office office)
    {
        var stores = Stores(office).ToDictionary(store => store.Name, store => store.Trouble() ?? "ok");
        var state = office.Schedule switch { null => "starting", { Stopping.IsCancellationRequested: true } => "stopping", { Ready: true } => "ready", _ => "starting" };
        return (state == "ready" && stores.Values.All(trouble => trouble == "ok"), new { State = state, Stores = stores });
    }

    /// <summary>Each store by name, the disk that they lie on among them, and what is wrong with it; null: it answers.</summary>
    internal static IEnumerable<(string Name, Func<string?> Trouble)> Stores(Office office) =>
        [("operations", () => Trouble(office.Operations.Ping)), ("warehouse", () => Trouble(() => office.Warehouse.Marts.LastLoad())), ("disk", () => Free(office.Data.Root))];

    static string? Free(string root)
    {
        try { return Full(new DriveInfo(root).AvailableFreeSpace); }
        catch (IOException error) { return error.Message; }
    }

    /// <summary>What is said of a disk with so many bytes free; null: enough.</summary>
    internal static string? Full(long free) => free >= LeastFree ? null : $"磁盘只剩 {free >> 20} MB，写不下东西；清理或扩容。";

    static (bool Ok, object Report) Of(Office office)
    {
        var stores = Stores(office).ToDictionary(store => store.Name, store => store.Trouble() ?? "ok");
        var running = office.Schedule?.Engine.Running ?? false;
        var ok = running && stores.Values.All(state => state == "ok");
        var runs = stores["operations"] == "ok" ? office.Operations.LatestRuns(RunsShown) : [];
        return (ok, new
        {
            State = ok ? "ok" : "failing",
            Stores = stores,
            Engine = new { office.Schedule?.Engine.Name, Running = running },
            Schedule = new { office.JobsFile.Path, Trouble = office.Schedules.Trouble?.Message },
            LastRuns = runs.Select(run => new { run.RunId, Id = run.JobId, run.State, run.ScheduledFor, run.StartedAt, run.EndedAt }),
        });
    }

    static string? Trouble(Action question)
    {
        try
        {
            question();
            return null;
        }
        catch (Exception error) { return Failures.Explain(error, "en", data: null).Error; } // whatever is wrong with a store is the answer here
    }
}
