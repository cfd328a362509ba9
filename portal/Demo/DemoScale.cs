using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>A unit's weight in its district, a month's share of the year, a part's share of its whole.</summary>
static class DemoScale
{
    // Rough size of the units, in ten thousand people; a unit that is not here gets a size drawn by its kind of name.
    static readonly Dictionary<string, double> KnownSizes = new()
    {
        ["城桥镇"] = 12.0, ["长兴镇"] = 9.5, ["陈家镇"] = 6.6, ["堡镇"] = 6.2, ["庙镇"] = 5.6, ["新河镇"] = 4.9, ["港沿镇"] = 4.6,
        ["竖新镇"] = 4.1, ["三星镇"] = 3.7, ["中兴镇"] = 3.2, ["向化镇"] = 2.9, ["建设镇"] = 2.8, ["横沙乡"] = 2.6, ["港西镇"] = 2.5, ["东平镇"] = 1.7, ["新海镇"] = 1.5,
        ["绿华镇"] = 1.1, ["新村乡"] = 0.9, ["前卫农场"] = 0.5, ["东平林场"] = 0.3, ["上实现代农业园区"] = 0.6,
    };

    // Hiring peaks after the Spring Festival and in autumn.
    static readonly double[] Season = [0.055, 0.062, 0.108, 0.098, 0.088, 0.084, 0.080, 0.079, 0.097, 0.092, 0.085, 0.072];

    /// <summary>Weight of a unit among those of its district; only proportions matter.</summary>
    public static double Size(OrgUnit unit, int seed)
    {
        if (KnownSizes.TryGetValue(unit.Name, out var known)) return known;
        var random = DemoRandom.For(seed, "size", unit.Code);
        return unit.Name switch
        {
            [.., '街', '道'] => random.Between(5.0, 12.0),
            [.., '镇'] => random.Between(2.0, 8.0),
            [.., '乡'] => random.Between(0.8, 2.0),
            _ => random.Between(0.3, 1.0),
        };
    }

    public static IReadOnlyList<double> MonthShares(string unit, string element, int year, int seed)
    {
        var random = DemoRandom.For(seed, "season", unit, element, $"{year}");
        return [.. Season.Select(share => share * random.Between(0.85, 1.15))];
    }

    /// <summary>Share of a whole that belongs to a part, the same for the district's units up to a little.</summary>
    public static double PartShare(OrgUnit unit, string element, string breakdown, int seed)
    {
        var share = DemoProfiles.PartShare(unit.District, element, breakdown) ?? DemoRandom.For(seed, "part", breakdown).Between(0.25, 0.48);
        return share * DemoRandom.For(seed, "part", breakdown, unit.Code).Between(0.95, 1.05);
    }
}
