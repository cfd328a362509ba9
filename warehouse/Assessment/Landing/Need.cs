namespace Reporting.Warehouse.Assessment.Landing;

/// <summary>What has to come from now on so that the number is reached (of a ceiling: so that it is kept), as a plain rule of three.</summary>
sealed record Need(decimal? PerMonth, string? Unit, string? Words)
{
    public static readonly Need None = new(null, null, null);

    /// <param name="target">Of the figure that is followed: of a reduction the level that it allows.</param>
    /// <param name="soFar">The figure now.</param>
    /// <param name="months">Months left.</param>
    public static Need Of(Sighting sighting, decimal? target, decimal soFar, int months)
    {
        if (target is not { } number || months <= 0) return None;
        var isCeiling = sighting.IsCeiling || sighting.Commitment.Kind == "yearly_reduction";
        return sighting.Track.Shape switch
        {
            FigureShape.flow => Flow(sighting, number - soFar, months, isCeiling),
            FigureShape.level => Level(sighting, number - soFar, months, isCeiling),
            _ => months <= sighting.LeftOfYear && sighting.Month is { } month ? Rate(sighting, number, month) : None,
        };
    }

    static Need Flow(Sighting sighting, decimal left, int months, bool isCeiling)
    {
        var (each, unit) = (left / months, sighting.Track.Indicator.Unit);
        if (left < 0 || left == 0 && !isCeiling) return new(null, null, isCeiling ? $"已超出 {Number(sighting, -left)} {unit}" : "目标数已经完成");
        return new(each, unit, $"余下 {months} 个月每月{(isCeiling ? "至多" : "还需")} {Number(sighting, each)} {unit}{Speed(sighting, unit)}");
    }

    static string Speed(Sighting sighting, string unit) =>
        sighting is { SoFar: { } soFar, Month: { } month } ? $"（今年 1—{month} 月月均 {Number(sighting, soFar / month)} {unit}）" : "";

    static Need Level(Sighting sighting, decimal left, int months, bool isCeiling)
    {
        var unit = sighting.Track.Indicator.Unit;
        if (isCeiling ? left >= 0 : left <= 0) return new(null, null, isCeiling ? $"离限额还有 {Number(sighting, left)} {unit}" : $"高出目标 {Number(sighting, -left)} {unit}");
        var each = Math.Abs(left) / months;
        return new(each, unit, $"余下 {months} 个月每月要{(isCeiling ? "减少" : "增加")} {Number(sighting, each)} {unit}");
    }

    // Of the cases that are still to come so many must be done: more than all of them cannot be.
    static Need Rate(Sighting sighting, decimal target, int month)
    {
        var track = sighting.Track;
        if (!track.HasParts || sighting.IsCeiling || track.Parts(sighting.Year, month) is not { } parts || track.Above.At(sighting.Year, month) is not { } done || track.Below.At(sighting.Year, month) is not { } due) return None;
        var (rest, missing) = (parts.Below - due, target / Figures.ScaleOf(track.Indicator) * parts.Below - done);
        if (rest <= 0) return None;
        var share = Figures.Round(missing / rest * Figures.ScaleOf(track.Indicator), 1);
        return missing <= 0 ? new(null, null, "分子已经够了") : new(share, track.Indicator.Unit,
            $"余下预计新增分母 {Shown.Number(Figures.Round(rest, 0))}，分子还需 {Shown.Number(Figures.Round(missing, 0))}，合 {Shown.Number(share)}{track.Indicator.Unit}{(missing > rest ? "，余下的全算上也不够" : "")}");
    }

    static string Number(Sighting sighting, decimal value) => Shown.Number(Figures.Round(value, sighting.Track.Indicator.Decimals));
}
