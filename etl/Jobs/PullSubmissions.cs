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
/// <param name="Sources">Null where nobody knows them at the moment: the inbox alone is asked, and answers on their way back wait.</param>
/// <param name="Unanswered">How long a verdict may take before operations are told.</param>
public sealed record PullOrders(IReadOnlyList<Source>? Sources, SourceLimits Limits, TimeSpan Unanswered)
{
    public static PullOrders InboxOnly { get; } = new(null, new(), TimeSpan.FromMinutes(30));

    /// <summary>How often, while the pull lasts, it is asked whether something waits too long for its verdict.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>
/// Pulls the inbox and the other sources. The sources are asked while the inbox is answered, each in its own time; what one has given is
/// answered when it has, and who hangs keeps nobody waiting. What an earlier run left unanswered is answered first.
/// </summary>
public sealed class PullSubmissions
{
    readonly OpenWarehouse warehouse;
    readonly Action<IReadOnlyList<Notice>> copyNotices;
    readonly ReadLimits? limits;
    readonly Action<int, int>? progress;
    readonly CancellationToken cancel;
    readonly StepSeconds times = new();
    readonly List<AnswerContent> answers = [];
    readonly List<string> leftAlone = [], faults = [];
    readonly List<(SourceTurn Turn, Task Answered)> ends = [];
    int taken, repeated;
    DateTime now;

    PullSubmissions(OpenWarehouse warehouse, Action<IReadOnlyList<Notice>> copyNotices, ReadLimits? limits, Action<int, int>? progress, CancellationToken cancel) =>
        (this.warehouse, this.copyNotices, this.limits, this.progress, this.cancel) = (warehouse, copyNotices, limits, progress, cancel);

    /// <param name="wait">Waits a span of time; a simulated clock moves on instead.</param>
    public static async Task<PullOutcome> Run(
        OpenWarehouse warehouse, TimeProvider clock, Func<TimeSpan, Task> wait, Action<IReadOnlyList<Notice>> copyNotices, ReadLimits? limits = null,
        Action<int, int>? progress = null, PullOrders? orders = null, CancellationToken cancel = default)
    {
        var asked = orders ?? PullOrders.InboxOnly;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var late = new LateVerdicts(warehouse, asked.Unanswered, clock, copyNotices, limits);
        var unanswered = late.Tell(); // before anything that may fail or hang
        var watching = late.Watch(asked.LookEvery, ending.Token);
        List<Task<SourceTurn>> turns = [];
        try
        {
            Landing.Forget(warehouse.Data);
            if (asked.Sources is { } known) ReturnedAnswers.Prepare(warehouse.Data, known);
            turns.AddRange((asked.Sources ?? []).Select(source => SourceTurn.Collect(warehouse.Data, source, asked.Sources!, asked.Limits, wait, ending.Token)));
            var pull = new PullSubmissions(warehouse, copyNotices, limits, progress, cancel);
            await pull.TakeInbox(asked.Limits, wait, clock);
            await foreach (var turn in Task.WhenEach(turns).WithCancellation(cancel)) pull.TakeTurn(await turn);
            await pull.EndTurns();
            return pull.Outcome(unanswered);
        }
        finally
        {
            await ending.CancelAsync();
            await watching;
            foreach (var turn in turns) _ = turn.ContinueWith(given => given.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    async Task TakeInbox(SourceLimits most, Func<TimeSpan, Task> wait, TimeProvider clock)
    {
        var (data, units) = (warehouse.Data, Folders(warehouse.Data, warehouse.Definitions.Current));
        var astray = InboxLeftover.In(data, units).ToHashSet();
        var (found, left) = await InboxArrivals.Collect(data, units, most.FileBytes, astray.Count > 0, () => wait(most.Still), cancel);
        now = clock.GetUtcNow().UtcDateTime; // after waiting: it is the time of receipt
        using (found) TakeInbox(found, left, astray.Count == 0 ? [] : [.. InboxLeftover.In(data, units).Where(astray.Contains)]);
    }

    void TakeInbox(Collected inbox, IReadOnlyList<InboxLeft> left, IReadOnlyList<InboxLeftover> astray)
    {
        Take(inbox, taken => { foreach (var (each, submission) in inbox.Files.Zip(taken)) each.Taken(submission); });
        warehouse.Outbox.Announce([.. astray.Select(each => each.Told(warehouse.Definitions.Current, now)), .. left.Where(each => each.File.Mark is not null).Select(each => each.Told(warehouse.Definitions.Current, now))]);
        Carry();
        leftAlone.AddRange([.. left.Select(each => each.ToString()), .. astray.Select(each => each.ToString())]);
    }

    // What may hang goes on beside the pull: shares that take long would add up.
    void TakeTurn(SourceTurn turn)
    {
        if (turn.Collected.Files.Count > 0)
        {
            Take(turn.Collected, taken => turn.PutAway(taken, cancel));
            Carry();
        }
        ends.Add((turn, turn.Answer(cancel)));
    }

    async Task EndTurns()
    {
        foreach (var (turn, answered) in ends)
        {
            await answered;
            turn.Remember(warehouse, now);
            leftAlone.AddRange(turn.Collected.Left.Select(left => $"{turn.Source.Id}/{left}"));
            if (turn.Collected.Fault is { } fault) faults.Add($"{turn.Source.Id}（{turn.Source.Unit}）: {fault}");
        }
        Carry();
    }

    void Take(Collected collected, Action<IReadOnlyList<Submission>> putAway)
    {
        var files = collected.Files;
        var given = times.Of(PullStep.receive, () => TakeFiles.Run(warehouse, [.. files.Select(each => each.File)], now));
        // Said before the file is moved away; what a crash made be taken again is answered as the submission it is.
        warehouse.Outbox.Announce([.. files.Zip(given, (each, one) => (each.File, There: one.Submission, one.IsNew)).Where(one => !one.IsNew && one.There.Arrival != one.File.Key)
            .Select(one => RepeatedFile.Answer(one.There, one.File, warehouse.Definitions.Current.OrgUnit(one.File.Unit!)?.District, now))]);
        putAway([.. given.Select(one => one.Submission)]);
        taken += given.Count(one => one.IsNew);
        repeated += given.Count(one => !one.IsNew);
        answers.AddRange(SettleSubmissions.Unsettled(warehouse, now, Login.OfSystem, limits, progress: progress, times: times, cancel: cancel));
    }

    void Carry() => times.Of(PullStep.answer, () => CarryNotices.Run(warehouse, copyNotices, now, limits));

    PullOutcome Outcome(IReadOnlyList<string> unanswered) =>
        new(taken, repeated, answers, leftAlone) { Faults = faults, Unanswered = unanswered, Seconds = times.BySteps };

    static List<string> Folders(DataFolder data, Catalog catalog) =>
        [.. catalog.OrgUnits.Select(unit => unit.Code).Distinct().Where(code => Directory.Exists(Path.Combine(data.Inbox, code))).Order(StringComparer.Ordinal)];
}
