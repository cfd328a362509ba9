using System.Collections.Concurrent;
using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>
/// One source's turn in a pull: what it gave, within its time. Nothing that it does or leaves undone comes out as an exception, and whatever
/// may have to wait for it is done here and never on the thread of the pull.
/// </summary>
sealed class SourceTurn(DataFolder data, Source source, SourceLimits limits) : IDisposable
{
    /// <summary>Work on a share that does not come back cannot be ended; no second one is begun beside it, in this pull or a later one.</summary>
    static readonly ConcurrentDictionary<string, Task> Hanging = new();

    readonly SourceMemory memory = SourceMemory.Read(data, source);
    readonly ConcurrentDictionary<string, SeenFile> seen = new();
    readonly string key = $"{data.Root}|{source.Id}";
    Task under = Task.CompletedTask;
    bool isAsked;
    Task<string?> away = Task.FromResult<string?>(null);

    public Source Source => source;
    public Collected Collected { get; private set; } = new();

    /// <param name="all">All sources, as they stand in their file: two may not lie over one folder.</param>
    public static async Task<SourceTurn> Collect(DataFolder data, Source source, IReadOnlyList<Source> all, SourceLimits limits, Func<TimeSpan, Task> wait, CancellationToken cancel)
    {
        var turn = new SourceTurn(data, source, limits);
        var (into, earlier) = (turn.Collected, all.TakeWhile(other => other != source).OfType<FolderSource>());
        var fault = await turn.Limited(stop => source switch
        {
            FolderSource folder => FolderArrivals.Collect(data, folder, earlier, turn.memory, turn.seen, limits, () => wait(limits.Still), into, stop),
            ListingSource listing => ListingArrivals.Collect(data, listing, turn.memory, turn.seen, limits, () => wait(limits.Still), into, stop),
            _ => throw new NotSupportedException(source.GetType().Name),
        }, cancel);
        turn.Collected.Fault = fault ?? turn.Collected.Fault;
        turn.isAsked = true;
        return turn;
    }

    /// <summary>Begins to move away, or to remember, what has been taken. It goes on beside the pull; <see cref="Answer"/> waits for it.</summary>
    public void PutAway(IReadOnlyList<Submission> taken, CancellationToken cancel)
    {
        var files = Collected.Files;
        away = Limited(_ =>
        {
            foreach (var (each, submission) in files.Zip(taken)) each.Taken(submission);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Puts the answers that wait back into a folder that still works.</summary>
    public async Task Answer(CancellationToken cancel)
    {
        if (await away is { } stuck) Collected.Fault ??= $"收到的移不走：{stuck}";
        if (source is not FolderSource { Answers: true } folder || Collected.Fault is not null) return;
        var fault = await Limited(_ =>
        {
            FolderArrivals.Answer(data, folder);
            return Task.CompletedTask;
        }, cancel);
        if (fault is not null) Collected.Fault = $"答复放不回去：{fault}";
    }

    /// <summary>Tells once that the source fails and once that it works again, and remembers what it gave.</summary>
    public void Remember(OpenWarehouse warehouse, DateTime now)
    {
        var fault = Collected.Fault;
        var known = fault is null ? seen : (IReadOnlyDictionary<string, SeenFile>)memory.Seen.Concat(seen).GroupBy(each => each.Key).ToDictionary(each => each.Key, each => each.Last().Value);
        var next = new SourceMemory(fault is null ? null : memory.DownSince ?? now, new SortedDictionary<string, SeenFile>(known.ToDictionary(), StringComparer.Ordinal)) { Behind = Behind(fault) };
        if (fault is null && memory.DownSince is { } since) warehouse.Outbox.Announce([Outage.Over(warehouse.Definitions.Current, source, since, now)]);
        if (!next.Says(memory)) next.Write(data, source);
        // Its key is the outage's beginning: told once, also where a crash came between.
        if (fault is not null) warehouse.Outbox.Announce([Outage.Begun(warehouse.Definitions.Current, source, fault, next.DownSince!.Value)]);
        warehouse.Outbox.Announce([.. Collected.Left.Where(left => left.Mark is not null).Select(left => Outage.Left(warehouse.Definitions.Current, source, left, now))]);
    }

    // What was behind and has come in since is like all others again; where not all could be asked, nobody knows of the rest.
    string[] Behind(string? fault) => [.. (fault is null ? [] : memory.Behind).Where(name => !seen.ContainsKey(name)).Concat(Collected.Behind).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Null where the work was done in its time; else what came in its way.</summary>
    async Task<string?> Limited(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        if (Hanging.TryGetValue(key, out var before) && !before.IsCompleted) return "上一次的读取还没有回音";
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        under = Task.Run(() => work(stop.Token), CancellationToken.None);
        try
        {
            await under.WaitAsync(limits.Whole, cancel);
            return null;
        }
        catch (TimeoutException) { return await Ended(stop); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException && source is FolderSource) { return wrong.Message; }
        catch (Exception wrong) when (ListingArrivals.FaultOf(wrong) is { } words) { return words; }
        catch (OperationCanceledException)
        {
            Leave();
            throw;
        }
        catch (Exception unforeseen) { return string.Create(CultureInfo.InvariantCulture, $"{unforeseen.GetType().Name}: {unforeseen.Message}"); }
    }

    // What obeys is ended and keeps what it has given; what does not is left to itself.
    async Task<string> Ended(CancellationTokenSource stop)
    {
        var name = Collected.Under;
        await stop.CancelAsync();
        await Task.WhenAny(under, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
        if (!under.IsCompleted) Leave();
        if (name is not null) Collected.Behind.Add(name);
        return string.Create(CultureInfo.InvariantCulture, $"{(name is null ? "" : $"{OneLine.Of(name)}: ")}{limits.Whole.TotalSeconds:0.#} 秒内没有读完{(name is null ? "" : "，以后排在最后收；总读不完时请把 source_seconds 调大")}");
    }

    // Nothing of what is still under way is used any more, and it may still use its handles and half-read files: they go when it ends.
    void Leave()
    {
        var given = Collected;
        Hanging[key] = under.ContinueWith(_ => given.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        Collected = new();
        // What was left alone is whole once the source has been asked, however long the rest then takes.
        if (isAsked) Collected.Left.AddRange(given.Left);
    }

    public void Dispose()
    {
        if (under.IsCompleted) Collected.Dispose();
        else Leave();
    }
}
