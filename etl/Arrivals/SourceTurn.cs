using System.Collections.Concurrent;
using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Etl.Arrivals;

/// <summary>One source's turn in a pull: what it gave, within its time. Nothing that it does or leaves undone comes out as an exception.</summary>
sealed class SourceTurn(DataFolder data, Source source, SourceLimits limits) : IDisposable
{
    /// <summary>Work on a share that does not come back cannot be ended; no second one is begun beside it, in this pull or a later one.</summary>
    static readonly ConcurrentDictionary<string, Task> Hanging = new();

    readonly SourceMemory memory = SourceMemory.Read(data, source);
    readonly ConcurrentDictionary<string, SeenFile> seen = new();

    public Source Source => source;
    public Collected Collected { get; private set; } = new();

    public static async Task<SourceTurn> Collect(DataFolder data, Source source, SourceLimits limits, Func<TimeSpan, Task> wait, CancellationToken cancel)
    {
        var turn = new SourceTurn(data, source, limits);
        var into = turn.Collected;
        var fault = await turn.Limited(stop => source switch
        {
            FolderSource folder => FolderArrivals.Collect(data, folder, turn.memory, turn.seen, limits, () => wait(limits.Still), into, stop),
            ListingSource listing => ListingArrivals.Collect(data, listing, turn.memory, turn.seen, limits, into, stop),
            _ => throw new NotSupportedException(source.GetType().Name),
        }, cancel);
        turn.Collected.Fault = fault ?? turn.Collected.Fault;
        return turn;
    }

    /// <summary>Puts the answers that wait back into a folder that still works.</summary>
    public async Task Answer(CancellationToken cancel)
    {
        if (source is not FolderSource { Answers: true } folder || Collected.Fault is not null) return;
        var fault = await Limited(_ => Task.Run(() => FolderArrivals.Answer(data, folder), CancellationToken.None), cancel);
        if (fault is not null) Collected.Fault = $"答复放不回去：{fault}";
    }

    /// <summary>Tells once that the source fails and once that it works again, and remembers what it gave.</summary>
    public void Remember(OpenWarehouse warehouse, DateTime now)
    {
        var fault = Collected.Fault;
        var known = fault is null ? seen : (IReadOnlyDictionary<string, SeenFile>)memory.Seen.Concat(seen).GroupBy(each => each.Key).ToDictionary(each => each.Key, each => each.Last().Value);
        var next = new SourceMemory(fault is null ? null : memory.DownSince ?? now, new SortedDictionary<string, SeenFile>(known.ToDictionary(), StringComparer.Ordinal));
        if (fault is null && memory.DownSince is { } since) warehouse.Outbox.Announce([Outage.Over(warehouse.Definitions.Current, source, since, now)]);
        if (next.DownSince != memory.DownSince || next.Seen.Count != memory.Seen.Count || next.Seen.Any(each => memory.Seen.GetValueOrDefault(each.Key) != each.Value)) next.Write(data, source);
        // Its key is the outage's beginning: told once, also where a crash came between.
        if (fault is not null) warehouse.Outbox.Announce([Outage.Begun(warehouse.Definitions.Current, source, fault, next.DownSince!.Value)]);
        warehouse.Outbox.Announce([.. Collected.Left.Where(left => left.Mark is not null).Select(left => Outage.Left(warehouse.Definitions.Current, source, left, now))]);
    }

    /// <summary>Null where the work was done in its time; else what came in its way.</summary>
    async Task<string?> Limited(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        var key = $"{data.Root}|{source.Id}";
        if (Hanging.TryGetValue(key, out var before) && !before.IsCompleted) return "上一次的读取还没有回音";
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var under = Task.Run(() => work(stop.Token), CancellationToken.None);
        try
        {
            await under.WaitAsync(limits.Whole, cancel);
            return null;
        }
        catch (TimeoutException) { return await Ended(under, stop, key); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException && source is FolderSource) { return wrong.Message; }
        catch (Exception wrong) when (ListingArrivals.FaultOf(wrong) is { } words) { return words; }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException) { return string.Create(CultureInfo.InvariantCulture, $"{unforeseen.GetType().Name}: {unforeseen.Message}"); }
    }

    // What obeys is ended and keeps what it has given; what does not is left to itself, and nothing of it is used.
    async Task<string> Ended(Task under, CancellationTokenSource stop, string key)
    {
        await stop.CancelAsync();
        await Task.WhenAny(under, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
        if (!under.IsCompleted)
        {
            var given = Collected;
            Hanging[key] = under.ContinueWith(_ => given.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            Collected = new();
        }
        return string.Create(CultureInfo.InvariantCulture, $"{limits.Whole.TotalSeconds:0.#} 秒内没有读完");
    }

    public void Dispose() => Collected.Dispose();
}
