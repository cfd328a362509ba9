using Reporting.Warehouse.Assessment.Kinds;

namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>The end of the year that is running.</summary>
static class YearEnds
{
    public static LandedEnd? Of(Sighting sighting)
    {
        if (sighting.LeftOfYear == 0 || Raw(sighting) is not { } end || sighting.Judged() is not { } judged) return null;
        var target = Judging.IsYearly(sighting.Question) ? sighting.TargetOf(sighting.Year) * sighting.Times : null;
        return Ends.Landed(sighting, end, judged, target, sighting.LeftOfYear);
    }

    /// <summary>In the figure that is followed; of a kept level its worst check point of the year.</summary>
    public static End? Raw(Sighting sighting)
    {
        var (track, year) = (sighting.Track, sighting.Year);
        if (sighting.Month is not { } month || track.Foresee(year, month) is not { } foreseen) return null;
        if (month == 12) return new(year, foreseen.Value, (foreseen.Value, foreseen.Value), foreseen.Method, "全年已报");
        var own = Band.Errors(track, foreseen.Method, year, month);
        var width = Band.Of(own, sighting.Others.Where(other => other.Shape == track.Shape).SelectMany(other => Band.Errors(other, foreseen.Method, year, month)));
        var around = width is { } band ? Band.Around(track.Shape, foreseen.Value, band.Half, track.Shape == FigureShape.flow ? track.Value.At(year, month) : null) : ((decimal Low, decimal High)?)null;
        var end = new End(year, foreseen.Value, around, foreseen.Method, $"{Method(track, foreseen.Method, year)}；{Width(track.Shape, width, month)}");
        return sighting.Commitment.Kind == "kept_level" && CheckPoints(sighting) is [_, ..] points ? Kept(sighting, end, points) : end;
    }

    static End Kept(Sighting sighting, End end, IReadOnlyList<decimal> points)
    {
        return end with { How = $"{end.How}；按年内最{(sighting.IsCeiling ? "高" : "低")}的检查点判定，至今最{(sighting.IsCeiling ? "高" : "低")} {Shown.Number(sighting.IsCeiling ? points.Max() : points.Min())}", Value = Worse(end.Value), Around = end.Around is { } both ? (Worse(both.Low), Worse(both.High)) : null };

        decimal Worse(decimal foreseen) => sighting.IsCeiling ? points.Append(foreseen).Max() : points.Append(foreseen).Min();
    }

    /// <summary>Of a kept level what was said at the check points of the year so far; its last month is one whatever the step.</summary>
    public static IReadOnlyList<decimal> CheckPoints(Sighting sighting) =>
        [.. KeptLevels.CheckPoints(sighting.Question, sighting.Year).Select(month => sighting.Track.Value.At(sighting.Year, month)).OfType<decimal>()];

    static string Method(Track track, LandingMethod method, int year)
    {
        var before = track.Value.Profiles(year).Count;
        return method switch
        {
            LandingMethod.linear => $"没有报齐的往年，{method.InWords()}",
            LandingMethod.level when track.HasParts => "按今年以来的率",
            LandingMethod.level => $"不足三个月，看不出走势，{method.InWords()}",
            LandingMethod.trend => method.InWords(),
            _ => method.InWords().Replace("往年", $"前 {before} 年", StringComparison.Ordinal),
        };
    }

    static string Width(FigureShape shape, (decimal Half, int Errors)? width, int month) => width is not { } band ? "往年可回测的太少，不给区间"
        : $"区间：往年 {Math.Max(1, month - 1)}—{Math.Min(11, month + 1)} 月同法回测 {band.Errors} 次，八成误差不超过 {(shape == FigureShape.rate ? $"{Shown.Number(Figures.Round(band.Half, 2))} 个百分点" : Shown.Percent(band.Half))}";
}
