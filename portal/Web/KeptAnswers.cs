using System.Collections.Concurrent;

namespace Reporting.Portal.Web;

/// <summary>
/// What was worked out last as of a load and is asked for again and again: as of a load an answer never changes, so it is worked out once,
/// also where many ask at the same time. Older answers are let go: a year of a district with all its explanations takes megabytes.
/// </summary>
sealed class KeptAnswers
{
    const int Most = 8;
    readonly ConcurrentDictionary<(Type, object), Lazy<object>> kept = [];
    readonly ConcurrentQueue<(Type, object)> order = [];

    /// <param name="asked">Everything that the answer depends on, the load among it; compared by value.</param>
    public T Of<T>(object asked, Func<T> read) where T : class
    {
        var key = (typeof(T), asked);
        var answer = kept.GetOrAdd(key, _ =>
        {
            order.Enqueue(key);
            return new(read);
        });
        try { return (T)answer.Value; }
        catch
        {
            kept.TryRemove(new(key, answer)); // what failed is asked again
            throw;
        }
        finally { LetGo(); }
    }

    void LetGo()
    {
        while (order.Count > Most && order.TryDequeue(out var oldest)) kept.TryRemove(oldest, out _);
    }
}
