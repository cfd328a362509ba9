using System.Collections.Concurrent;
using Reporting.Warehouse;

namespace Reporting.Portal.Web;

/// <summary>
/// What was worked out last as of a load and is asked for again and again: as of a load an answer never changes, so it is worked out once,
/// also where many ask at the same time. Older answers are let go: a year of a district with all its explanations takes megabytes.
/// </summary>
sealed class KeptAnswers
{
    readonly ConcurrentDictionary<(Type, object), Lazy<object>> kept = [];
    readonly ConcurrentDictionary<Type, ConcurrentQueue<object>> orders = [];

    /// <summary>
    /// What judges a year reads much of the warehouse, whose engine has a fixed share of memory: two at a time, the others wait their turn.
    /// </summary>
    static readonly SemaphoreSlim Heavy = new(2);

    /// <summary>Works something out that is not kept, in its turn.</summary>
    public static T InTurn<T>(Func<T> read)
    {
        Heavy.Wait();
        try { return read(); }
        finally { Heavy.Release(); }
    }

    /// <summary>What takes its turn to be worked out, as of a load.</summary>
    /// <inheritdoc cref="Of"/>
    public T Judged<T>(object asked, int most, Func<T> read) where T : class => Of(asked, most, () => InTurn(read));

    /// <summary>What stands now and turns with the next thing that is written, or with the day: read once for all who look meanwhile.</summary>
    /// <inheritdoc cref="Of"/>
    public T Standing<T>(Office office, object asked, int most, Func<T> read) where T : class =>
        Of((asked, office.Warehouse.Writes, ShanghaiTime.DateOf(office.Now)), most, read);

    /// <param name="asked">Everything that the answer depends on, the load among it; compared by value.</param>
    /// <param name="most">How many answers of the kind are held.</param>
    public T Of<T>(object asked, int most, Func<T> read) where T : class
    {
        var (key, order) = ((typeof(T), asked), orders.GetOrAdd(typeof(T), _ => []));
        var answer = kept.GetOrAdd(key, _ => new(() =>
        {
            var worked = read();
            order.Enqueue(asked); // what failed takes no place from what did not
            while (order.Count > most && order.TryDequeue(out var oldest)) kept.TryRemove((typeof(T), oldest), out Lazy<object>? _);
            return worked;
        }));
        try { return (T)answer.Value; }
        catch
        {
            kept.TryRemove(new(key, answer)); // what failed is asked again
            throw;
        }
    }
}
