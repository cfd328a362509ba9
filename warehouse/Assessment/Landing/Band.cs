namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>
/// How far an end lay from what would have been foreseen in the same month of years before, one month to either side included. Of flows and levels as parts of what
/// was foreseen, of rates in points.
/// </summary>
static class Band
{
    // Two years of one month and its neighbours; with fewer of its own, a figure borrows from the unit's others of the same shape.
    const int OwnAreEnough = 6, Fewest = 4;
    public const decimal Part = 0.8m;

    public static IReadOnlyList<decimal> Errors(Track track, LandingMethod method, int year, int month, int years = 5) =>
    [
        .. from past in Enumerable.Range(year - years, years)
           from near in Enumerable.Range(month - 1, 3).Where(near => near is >= 1 and <= 11)
           let error = Error(track, method, past, near)
           where error is not null
           select error.Value,
    ];

    /// <summary>What came of a year less what was foreseen in a month of it; null where either is not held.</summary>
    public static decimal? Error(Track track, LandingMethod method, int year, int month) =>
        track.Value.At(year, 12) is not { } came || track.By(method, year, month) is not { } foreseen ? null
        : track.Shape == FigureShape.rate ? came - foreseen
        : foreseen == 0 ? null : came / foreseen - 1;

    /// <summary>Half of the band's width: four of five errors are not larger; null with fewer than four.</summary>
    public static (decimal Half, int Errors)? Of(IReadOnlyList<decimal> own, IEnumerable<decimal> others)
    {
        var sizes = (own.Count >= OwnAreEnough ? own : own.Concat(others)).Select(Math.Abs).Order().ToList();
        return sizes.Count < Fewest ? null : (sizes[Math.Min(sizes.Count, (int)Math.Ceiling(Part * (sizes.Count + 1))) - 1], sizes.Count);
    }

    /// <summary>The band around what is foreseen: never below what is in already of a flow, nor below nothing.</summary>
    public static (decimal Low, decimal High) Around(FigureShape shape, decimal foreseen, decimal half, decimal? least)
    {
        var width = shape == FigureShape.rate ? half : Math.Abs(foreseen) * half;
        var low = foreseen - width;
        return (Math.Max(low, least ?? (foreseen >= 0 ? 0 : low)), foreseen + width);
    }
}
