using Reporting.Etl.Answer;
using Reporting.Etl.Arrivals;
using Reporting.Etl.Intake;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <param name="LeftAlone">Files not touched, with the reason: still being written, not to be opened, not in a unit's folder.</param>
public sealed record PullOutcome(int Taken, int Repeated, IReadOnlyList<AnswerContent> Answers, IReadOnlyList<string> LeftAlone)
{
    /// <summary>Sources that could not be asked, or not for all of what they have, with the reason.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>What has waited too long for its verdict when the pull began.</summary>
    public IReadOnlyList<string> Unanswered { get; init; } = [];

    /// <summary>Where the time went.</summary>
    public IReadOnlyDictionary<PullStep, double> Seconds { get; init; } = new Dictionary<PullStep, double>();
}

/// <summary>What a pull asks besides the inbox, and how patiently.</summary>
/// <param name="Unanswered">How long a verdict may take before operations are told.</param>
public sealed record PullOrders(IReadOnlyList<Source> Sources, SourceLimits Limits, TimeSpan Unanswered)
{
    public static PullOrders InboxOnly { get; } = new([], new(), TimeSpan.FromMinutes(30));
}

/// <summary>
/// Pulls the inbox and the other sources. The sources are asked while the inbox is answered, each in its own time; what one has given is
/// answered when it has, and who hangs keeps nobody waiting. What an earlier run left unanswered is answered first.
/// </summary>
public sealed class PullSubmissions
{
    readonly OpenWarehouse warehouse;
    readonly DateTime now;
    readonly Action<IReadOnlyList<Notice>> copyNotices;
    readonly ReadLimits? limits;
    readonly Action<int, int>? progress;
    readonly CancellationToken cancel;
    readonly StepSeconds times = new();
    readonly List<AnswerContent> answers = [];
    readonly List<string> leftAlone = [], faults = [];
    int taken, repeated;

    PullSubmissions(OpenWarehouse warehouse, DateTime now, Action<IReadOnlyList<Notice>> copyNotices, ReadLimits? limits, Action<int, int>? progress, CancellationToken cancel) =>
        (this.warehouse, this.now, this.copyNotices, this.limits, this.progress, this.cancel) = (warehouse, now, copyNotices, limits, progress, cancel);

    /// <param name="wait">Waits a span of time; a simulated clock moves on instead.</param>
    public static async Task<PullOutcome> Run(
        OpenWarehouse warehouse, TimeProvider clock, Func<TimeSpan, Task> wait, Action<IReadOnlyList<Notice>> copyNotices, ReadLimits? limits = null,
        Action<int, int>? progress = null, PullOrders? orders = null, CancellationToken cancel = default)
    {
        var (data, asked) = (warehouse.Data, orders ?? PullOrders.InboxOnly);
        Landing.Forget(data);
        ReturnedAnswers.Prepare(data, asked.Sources);
        var unanswered = UnansweredSubmissions.Tell(warehouse, asked.Unanswered, clock.GetUtcNow().UtcDateTime);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        List<Task<SourceTurn>> turns = [.. asked.Sources.Select(source => SourceTurn.Collect(data, source, asked.Limits, wait, ending.Token))];
        try
        {
            var units = Folders(data, warehouse.Definitions.Current);
            var astray = InboxLeftover.In(data, units).ToHashSet();
            using var inbox = await InboxArrivals.Collect(data, units, astray.Count > 0, () => wait(asked.Limits.Still), cancel);
            var pull = new PullSubmissions(warehouse, clock.GetUtcNow().UtcDateTime, copyNotices, limits, progress, cancel);
            pull.TakeInbox(inbox, astray.Count == 0 ? [] : [.. InboxLeftover.In(data, units).Where(astray.Contains)]);
            await foreach (var turn in Task.WhenEach(turns).WithCancellation(cancel)) await pull.TakeTurn(await turn);
            return pull.Outcome(unanswered);
        }
        finally
        {
            await ending.CancelAsync();
            foreach (var turn in turns.Where(turn => turn.IsCompletedSuccessfully)) (await turn).Dispose();
        }
    }

    void TakeInbox(Collected inbox, IReadOnlyList<InboxLeftover> left)
    {
        Take(inbox);
        warehouse.Outbox.Announce([.. left.Select(each => each.Told(warehouse.Definitions.Current, now))]);
        Carry();
        leftAlone.AddRange([.. inbox.Left.Select(each => each.ToString()), .. left.Select(each => each.ToString())]);
    }

    async Task TakeTurn(SourceTurn turn)
    {
        using (turn)
        {
            if (turn.Collected.Files.Count > 0)
            {
                Take(turn.Collected);
                Carry();
            }
            await turn.Answer(cancel);
            turn.Remember(warehouse, now);
            Carry();
            leftAlone.AddRange(turn.Collected.Left.Select(left => $"{turn.Source.Id}/{left}"));
            if (turn.Collected.Fault is { } fault) faults.Add($"{turn.Source.Id}（{turn.Source.Unit}）: {fault}");
        }
    }

    void Take(Collected collected)
    {
        var files = collected.Files;
        var given = times.Of(PullStep.receive, () => TakeFiles.Run(warehouse, [.. files.Select(each => each.File)], now));
        // Said before the file is moved away; what a crash made be taken again is answered as the submission it is.
        warehouse.Outbox.Announce([.. files.Zip(given, (each, one) => (each.File, There: one.Submission, one.IsNew)).Where(one => !one.IsNew && one.There.Arrival != one.File.Key)
            .Select(one => RepeatedFile.Answer(one.There, one.File, warehouse.Definitions.Current.OrgUnit(one.File.Unit!)?.District, now))]);
        foreach (var (each, one) in files.Zip(given)) each.Taken(one.Submission);
        taken += given.Count(one => one.IsNew);
        repeated += given.Count(one => !one.IsNew);
        answers.AddRange(SettleSubmissions.Unsettled(warehouse, now, "system", limits, progress: progress, times: times, cancel: cancel));
    }

    void Carry() => times.Of(PullStep.answer, () => CarryNotices.Run(warehouse, copyNotices, now, limits));

    PullOutcome Outcome(IReadOnlyList<string> unanswered) =>
        new(taken, repeated, answers, leftAlone) { Faults = faults, Unanswered = unanswered, Seconds = times.BySteps };

    static List<string> Folders(DataFolder data, Catalog catalog) =>
        [.. catalog.OrgUnits.Select(unit => unit.Code).Distinct().Where(code => Directory.Exists(Path.Combine(data.Inbox, code))).Order(StringComparer.Ordinal)];
}
