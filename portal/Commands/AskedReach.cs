using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Portal.Commands;

/// <summary>How far the figures of a district's year have come: what lies beyond is not judged.</summary>
static class AskedReach
{
    /// <summary>The last month of a year that has come in or was owed, none after the load's own; 12 where only whole years are told; 0 where nothing is there.</summary>
    public static int Of(MartQueries marts, string district, int year, Load asOf)
    {
        var today = ShanghaiTime.DateOf(asOf.CommittedAt);
        var owed = marts.LatestOwedMonth(district, year, asOf.LoadId) ?? 0;
        var begun = year < today.Year ? 12 : year > today.Year ? 0 : today.Month;
        var month = Math.Max(marts.LatestMonth(district, year, asOf.LoadId) ?? 0, Math.Min(owed, begun));
        return month > 0 ? month : marts.Observations(district, null, new(year, 1, 1), new(year, 12, 31), asOf.LoadId).Count > 0 ? 12 : 0;
    }

    /// <summary>The last month asked for by <c>--through</c>; null where it was not.</summary>
    /// <exception cref="MisuseException">It lies beyond what has come in.</exception>
    public static int? Through(Request request, MartQueries marts, string district, int year, Load asOf)
    {
        if (request["--through"] is null) return null;
        var (through, reach) = (Asked.Through(request, year, null), Of(marts, district, year, asOf));
        return through <= reach ? through
            : throw new MisuseException(reach == 0 ? $"{year} 年还没有数据。" : $"{year} 年的数据只到 {reach} 月，还没有 {through} 月的。",
                reach == 0 ? $"There are no figures of {year} yet." : $"The figures of {year} reach to month {reach}; there are none of month {through} yet.");
    }

    /// <exception cref="MisuseException">Nothing of the year has come in or was owed.</exception>
    public static void Check(MartQueries marts, string district, int year, Load asOf)
    {
        if (Of(marts, district, year, asOf) == 0) throw new MisuseException($"{year} 年还没有数据。", $"There are no figures of {year} yet.");
    }
}
