namespace Reporting.Portal.Demo;

/// <summary>
/// Chance from a seed (SplitMix64). Every question has a stream of its own, named by what it decides, so that a new question
/// leaves the answers to all others as they were.
/// </summary>
sealed class DemoRandom
{
    const ulong Golden = 0x9E3779B97F4A7C15;
    ulong state;

    DemoRandom(ulong state) => this.state = state;

    public static DemoRandom For(int seed, params ReadOnlySpan<string> names)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var name in names)
            foreach (var letter in name + '\n') hash = (hash ^ letter) * 1099511628211UL;
        return new(hash);
    }

    public double NextDouble() => (Draw() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Both ends may come up.</summary>
    public int Between(int least, int most) => least + (int)(Draw() % (ulong)(most - least + 1));

    public double Between(double least, double most) => least + (most - least) * NextDouble();

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        for (var last = shuffled.Length - 1; last > 0; last--)
        {
            var other = Between(0, last);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }
        return shuffled;
    }

    ulong Draw()
    {
        state += Golden;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
