using Reporting.Portal.Commands;

namespace Reporting.Portal.Web;

/// <summary>One look says whether the office works: stores, engine, last runs.</summary>
static class Health
{
    const int RunsShown = 5;

    public static void MapHealth(this WebApplication app, Office office) =>
        app.MapGet("/healthz", async (HttpContext context) =>
        {
            var (ok, report) = Of(office);
            context.Response.StatusCode = ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsJsonAsync(report, PrintedJson.Options);
        });

    /// <summary>Each store by name, and what is wrong with it; null: it answers.</summary>
    static IEnumerable<(string Name, Func<string?> Trouble)> Stores(Office office) =>
        [("operations", () => Trouble(office.Operations.Ping)), ("warehouse", () => Trouble(() => office.Warehouse.Marts.LastLoad()))];

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
