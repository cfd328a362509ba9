using System.Diagnostics;
using System.Globalization;
using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Portal.Commands;

/// <summary>Builds a warehouse from sample submissions by the office's own jobs, and says what came of it.</summary>
static class DemoVerb
{
    public static Verb Verb { get; } = new("demo", "用样例报表跑完两个区的三十个月：报送、退回、更正、入库、月报", "thirty months of two districts' sample submissions through every step")
    {
        Parameters = [new("--seed", ParameterKind.Text, "样例的随机种子", "seed of the samples") { Shape = "N" }],
        Before = (request, data) => { Seed(request); DemoFolder.Check(data); },
        RunAlone = Run,
        Begins = Beginning.Anywhere,
    };

    static async Task<Answer> Run(Request request, DataFolder data, Installation installation, CancellationToken interrupt)
    {
        var taken = Stopwatch.StartNew();
        DemoFolder.Prepare(data);
        DemoDefinitions.Write(data, DemoPlan.Last);
        var clock = new DemoClock(DemoClock.At(DemoPlan.First.Start.AddDays(3), 8, 30));
        using var office = new Office(data, installation with { Time = clock });
        var catalog = DemoDefinitions.AtTheEnd(data, DemoPlan.Last);
        var plan = DemoPlan.Make(catalog, [.. catalog.Districts.Select(district => district.Code)], Seed(request));
        await File.WriteAllTextAsync(Path.Combine(data.Root, "demo-planted.json"), PrintedJson.Of(plan.Manifest), interrupt);

        var play = new DemoPlay(office, clock, month => Console.Error.WriteLine(request.Say($"{month}：已报送、核对、入库", $"{month}: submitted, checked, loaded")));
        await play.Play(plan, DemoPlan.Last, DemoDecisions.Of(plan), interrupt);
        DemoFolder.Finish(data);
        var summary = DemoSummary.Of(office, plan, play.Seconds, taken.Elapsed.TotalSeconds);
        return request.Json ? Answer.Document(summary) : Answer.Done(summary.InWords(data));
    }

    static int Seed(Request request) => int.TryParse(request["--seed"] ?? "2022", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : throw new MisuseException("--seed 要写整数。", "--seed takes a whole number.");
}
