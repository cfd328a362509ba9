namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>The end of a plan, of what is promised over all of it: a total goes on at the speed of the last years, a level along its own course.</summary>
static class PlanEnds
{
    const int TrendMonths = 24, PaceYears = 2;

    public static LandedEnd? Of(Sighting sighting)
    {
        if (Judging.IsYearly(sighting.Question) || sighting.LeftOfPlan <= 0 || sighting.Judged() is not { } judged) return null;
        var isTotal = sighting.Track.Shape == FigureShape.flow;
        // Of these the plan's end is judged by its last year's sum, which no pace of the plan foresees.
        if (isTotal && sighting.Commitment.Kind is "growth_on_base" or "benchmark") return null;
        var end = isTotal ? Total(sighting) : Level(sighting);
        if (end is null) return null;
        // What is needed of a total is counted from all of the plan, not from this year.
        var soFar = isTotal ? PlanSoFar.Of(sighting.Question).Value : null;
        var landed = Ends.Landed(sighting, end, judged, sighting.TargetOf(sighting.Plan.LastYear), sighting.LeftOfPlan);
        if (soFar is not { } total) return landed;
        var summed = landed with { SoFar = Figures.Round(total, sighting.Track.Indicator.Decimals) };
        return landed.Target is { } target ? Reached(sighting, summed, total, target) : summed;
    }

    static LandedEnd Reached(Sighting sighting, LandedEnd landed, decimal total, decimal target)
    {
        var need = Need.Of(sighting with { Month = null }, target, total, sighting.LeftOfPlan);
        var end = landed with { Needed = need.PerMonth is { } each ? Figures.Round(each, Math.Max(sighting.Decimals, 1)) : null, NeededUnit = need.Unit, NeededWords = need.Words };
        return (sighting.Against(total, target), sighting.IsCeiling) switch
        {
            (Verdict.holds, false) when sighting.IsFloor => Final(Outlook.holds),
            (Verdict.fails, true) => Final(Outlook.fails),
            _ => end,
        };

        LandedEnd Final(Outlook outlook) => end with { Outlook = outlook, OutlookWords = outlook.InWords(sighting.IsCeiling, sighting.IsAspirational) };
    }

    static End? Total(Sighting sighting)
    {
        var (plan, soFar) = (sighting.Plan, PlanSoFar.Of(sighting.Question));
        if (soFar is not { State: FigureState.reported, Bound: Bound.exact, Value: { } total }) return null;
        var year = YearEnds.Raw(sighting);
        if (year is null && soFar.Latest is { Month: not 12 }) return null;
        var last = year is null ? soFar.Latest?.Year ?? sighting.Year - 1 : sighting.Year - 1;
        // The running year counts as a year of its own speed, as far as it can be foreseen.
        List<decimal> speeds = [.. year is null ? Array.Empty<decimal>() : [year.Value],
            .. Enumerable.Range(plan.FirstYear, Math.Max(0, last - plan.FirstYear + 1)).Reverse().Select(one => sighting.Question.Year(one)).TakeWhile(one => one is { State: FigureState.reported, Value: not null }).Select(one => one.Value!.Value)];
        if (speeds.Count == 0) return null;
        var (pace, left) = (speeds.Take(PaceYears).Average(), plan.LastYear - (year is null ? last : sighting.Year));
        var value = total + (year is null ? 0 : year.Value - sighting.SoFar!.Value) + pace * left;
        var (width, words) = Width(sighting, year, pace, left);
        return new(plan.LastYear, value, width is { } half ? (Math.Max(total, value - half), value + half) : null, LandingMethod.yearly_pace,
            $"以后每年按近 {Math.Min(PaceYears, speeds.Count)} 年{(year is null ? "" : "（含今年预计）")}的平均数 {sighting.Printed(pace)} 推算；{words}");
    }

    static (decimal? Half, string Words) Width(Sighting sighting, End? year, decimal pace, int left)
    {
        var own = YearToYear(sighting.Track, sighting.Plan.FirstYear, sighting.Year);
        var yearly = Band.Of(own, sighting.Others.Where(other => other.Shape == FigureShape.flow).SelectMany(other => YearToYear(other, sighting.Plan.FirstYear, sighting.Year)));
        if (year is { Around: null } || left > 0 && yearly is null) return (null, "往年可回测的太少，不给区间");
        var half = (year?.Around is { } around ? around.High - year.Value : 0) + (yearly?.Half ?? 0) * pace * left;
        return (half, left == 0 ? "区间同全年" : $"区间：今年的区间，加以后每年 {Shown.Percent(yearly!.Value.Half)}（以上年数预计下年，{yearly.Value.Errors} 次中八成误差不超过它）");
    }

    // The year before as a forecast of a year.
    static IReadOnlyList<decimal> YearToYear(Track track, int first, int before) =>
    [
        .. from year in Enumerable.Range(first, Math.Max(0, before - first))
           let came = track.Value.At(year, 12)
           let foreseen = track.Value.At(year - 1, 12)
           where came is not null && foreseen is not (null or 0)
           select came.Value / foreseen.Value - 1,
    ];

    static End? Level(Sighting sighting)
    {
        var (track, plan) = (sighting.Track, sighting.Plan);
        if (sighting.Month is { } month)
            return track.Value.Slope(sighting.Year, month, TrendMonths) is not { } slope ? null
                : Line(track.Value.At(sighting.Year, month)!.Value, slope * sighting.LeftOfPlan, $"按最近一期的数和近 {TrendMonths} 个月以内的走势推算");
        var ends = Enumerable.Range(plan.FirstYear - 1, sighting.Year - plan.FirstYear + 2).Select(year => (Year: year, Figure: Held.Year(sighting.Question.Evidence, track.Indicator.Id, year, 12)))
            .Where(end => end.Figure is { State: FigureState.reported, Bound: Bound.exact, Value: not null } && sighting.Horizon.IsOver(end.Year) && !Held.Breaks(sighting.Question.Evidence, track.Indicator.Id, end.Year, sighting.Year)).ToList();
        if (ends.Count < 2) return null;
        var (first, last) = (ends[0], ends[^1]);
        return Line(last.Figure.Value!.Value, (last.Figure.Value.Value - first.Figure.Value!.Value) / (last.Year - first.Year) * (plan.LastYear - last.Year), $"按 {first.Year}—{last.Year} 年年末数的走势推算");

        End Line(decimal now, decimal change, string how) => new(plan.LastYear, now >= 0 ? Math.Max(0, now + change) : now + change, null, LandingMethod.trend, $"{how}；没有可回测的往期，不给区间");
    }
}
