using System.Diagnostics;
using System.Globalization;
using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Portal.Commands;

/// <summary>Builds a warehouse from sample submissions by the office's own jobs, and says what came of it.</summary>
static class DemoVerb
{
    const string District = "310151";
    const int Year = 2022;

    public static Verb Verb { get; } = new("demo", "用样例报表跑完一年：报送、退回、更正、入库、月报", "a year of sample submissions through every step")
    {
        Parameters = [new("--seed", ParameterKind.Text, "样例的随机种子", "seed of the samples") { Shape = "N" }],
        Before = (request, data) => { Seed(request); DemoFolder.Check(data); },
        RunAlone = Run,
        MakesData = true,
    };

    static async Task<Answer> Run(Request request, DataFolder data, Installation installation, CancellationToken interrupt)
    {
        var taken = Stopwatch.StartNew();
        DemoFolder.Prepare(data);
        DemoFolder.EndObligations(data, last: new(Year, 12, 31), issued: new(Year, 7, 1));
        var clock = new DemoClock(DemoClock.At(new(Year, 1, 4), 8, 30));
        using var office = new Office(data, installation with { Time = clock });
        var plan = DemoPlan.Make(office.Warehouse.Definitions.Current, District, Year, Seed(request));
        await File.WriteAllTextAsync(Path.Combine(data.Root, "demo-planted.json"), PrintedJson.Of(plan.Manifest), interrupt);

        await new DemoYear(office, clock, month => Console.Error.WriteLine(request.Say($"{month}：已报送、核对、签发月报", $"{month}: submitted, checked, reported"))).Play(plan, Year, interrupt);
        var summary = DemoSummary.Of(office, plan, taken.Elapsed.TotalSeconds);
        return request.Json ? Answer.Document(summary) : Answer.Done(summary.InWords(data));
    }

    static int Seed(Request request) => int.TryParse(request["--seed"] ?? "2022", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : throw new MisuseException("--seed 要写整数。", "--seed takes a whole number.");
}
