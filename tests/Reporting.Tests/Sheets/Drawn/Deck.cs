namespace Reporting.Tests.Sheets.Drawn;

/// <summary>Choices taken one after the other from random numbers. 0 is always the plainest choice, so that a failing case shrinks to a plain one.</summary>
sealed class Deck(int[] cards)
{
    int next;

    /// <summary>0 to <paramref name="count"/> − 1; 0 when the deck is used up.</summary>
    public int Pick(int count) => next < cards.Length ? cards[next++] % count : 0;

    public T Of<T>(params T[] choices) => choices[Pick(choices.Length)];

    /// <summary>True once in so many times.</summary>
    public bool Once(int times) => Pick(times) == times - 1;

    /// <summary>So many different ones, in an order of chance.</summary>
    public List<T> Some<T>(IEnumerable<T> choices, int count)
    {
        var (rest, taken) = (choices.ToList(), new List<T>());
        while (taken.Count < count && rest.Count > 0)
        {
            var index = Pick(rest.Count);
            taken.Add(rest[index]);
            rest.RemoveAt(index);
        }
        return taken;
    }
}
