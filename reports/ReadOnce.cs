namespace Reporting.Reports;

/// <summary>
/// What was read last, of each kind and with what it was asked by: the books of a district's units come one after another and are made of the same
/// rows, which are read for the first of them. Older answers are let go, so that a run over many districts holds one.
/// </summary>
public sealed class ReadOnce
{
    readonly Dictionary<Type, (object Asked, object Answer)> last = [];

    /// <param name="asked">Everything that the answer depends on.</param>
    public T Of<T>(object asked, Func<T> read) where T : class
    {
        if (last.TryGetValue(typeof(T), out var kept) && kept.Asked.Equals(asked)) return (T)kept.Answer;
        var answer = read();
        last[typeof(T)] = (asked, answer);
        return answer;
    }
}
