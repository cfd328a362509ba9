using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>What one method would have missed a finished year's end by, asked in some of its months.</summary>
/// <param name="Method">Null: the method that would have been taken.</param>
/// <param name="Median">Of flows and levels a fraction of what was foreseen, of rates points; <paramref name="EightOfTen"/>: four of five misses are not larger.</param>
public sealed record MethodMisses(FigureShape Shape, LandingMethod? Method, int FromMonth, int ToMonth, int Cases, decimal Median, decimal EightOfTen);

/// <summary>How often the end lay in the band that would have been given.</summary>
/// <param name="HalfWidth">The median one, in the terms of the misses.</param>
public sealed record BandCoverage(FigureShape Shape, int FromMonth, int ToMonth, int Cases, int Covered, decimal HalfWidth);

public sealed record BackTested(IReadOnlyList<MethodMisses> Methods, IReadOnlyList<BandCoverage> Bands);

/// <summary>
/// What would have been foreseen in each month of a finished year, beside what came. A method sees nothing of the year after its month. A band is made of the
/// errors of years before and of the unit's other figures in that same year, never of the figure's own: in the first year that can be tested there are no others.
/// </summary>
public static class BackTest
{
    static readonly (int From, int To)[] Seasons = [(1, 3), (4, 6), (7, 9), (10, 11)];

    /// <param name="units">The evidence of each unit, with every month-end of the years before.</param>
    public static BackTested Of(Plan plan, IReadOnlyList<Evidence> units, int year)
    {
        var asked = new Horizon(year, 12, new(year + 1, 12, 31));
        List<Told> told = [.. units.SelectMany(evidence => Of([.. Landings.Tracks(plan, evidence, asked).Values], year))];
        return new(
            [
                .. from season in Seasons
                   from one in told where season.From <= one.Month && one.Month <= season.To
                   group Math.Abs(one.Error) by (one.Shape, season, one.Method) into misses
                   orderby misses.Key.Shape, misses.Key.season, misses.Key.Method is null, misses.Key.Method
                   let sizes = misses.Order().ToList()
                   select new MethodMisses(misses.Key.Shape, misses.Key.Method, misses.Key.season.From, misses.Key.season.To, sizes.Count, Middle(sizes), Part(sizes)),
            ],
            [
                .. from season in Seasons
                   from one in told where season.From <= one.Month && one.Month <= season.To && one.Half is not null
                   group one by (one.Shape, season) into bands
                   orderby bands.Key.Shape, bands.Key.season
                   select new BandCoverage(bands.Key.Shape, bands.Key.season.From, bands.Key.season.To, bands.Count(), bands.Count(one => one.IsWithin), Middle([.. bands.Select(one => one.Half!.Value).Order()])),
            ]);
    }

    sealed record Told(FigureShape Shape, LandingMethod? Method, int Month, decimal Error, decimal? Half, bool IsWithin);

    static IEnumerable<Told> Of(IReadOnlyList<Track> tracks, int year) =>
        from track in tracks
        from month in Enumerable.Range(1, 11)
        from told in Of(track, [.. tracks.Where(other => other != track && other.Shape == track.Shape)], year, month)
        select told;

    static IEnumerable<Told> Of(Track track, IReadOnlyList<Track> others, int year, int month)
    {
        foreach (var method in track.Methods)
            if (Band.Error(track, method, year, month) is { } miss) yield return new(track.Shape, method, month, miss, null, false);
        if (track.Foresee(year, month) is not { } foreseen || Band.Error(track, foreseen.Method, year, month) is not { } error) yield break;
        var half = Band.Of(Band.Errors(track, foreseen.Method, year, month), others.SelectMany(other => Band.Errors(other, foreseen.Method, year + 1, month)))?.Half;
        var isWithin = half is { } width && Band.Around(track.Shape, foreseen.Value, width, track.Shape == FigureShape.flow ? track.Value.At(year, month) : null) is var band
            && band.Low <= track.Value.At(year, 12) && track.Value.At(year, 12) <= band.High;
        yield return new(track.Shape, null, month, error, half, isWithin);
    }

    static decimal Middle(List<decimal> sorted) => sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;

    static decimal Part(List<decimal> sorted) => sorted[Math.Min(sorted.Count, (int)Math.Ceiling(Band.Part * sorted.Count)) - 1];
}
