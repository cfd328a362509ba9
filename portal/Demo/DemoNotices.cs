namespace Reporting.Portal.Demo;

/// <summary>What the city issues each March: controls, targets and averages. All of them are made up; none is the city's real number.</summary>
static class DemoNotices
{
    /// <summary>Role of who sends them.</summary>
    public const string Role = "city";

    public const int Month = 3;

    // 2021, 2022, 2023.
    static readonly Dictionary<(string District, string Element), decimal[]> Issued = new()
    {
        [(DemoProfiles.Chongming, "registered_unemployed_limit")] = [3_750, 3_700, 3_650],
        [(DemoProfiles.Songjiang, "registered_unemployed_limit")] = [7_350, 7_300, 7_250],
        [(DemoProfiles.Chongming, "youth_target")] = [430, 430, 430],
        [(DemoProfiles.Songjiang, "youth_target")] = [400, 400, 400],
        [(DemoProfiles.Chongming, "city_pension_average")] = [1_352.5m, 1_441.2m, 1_525.6m],
        [(DemoProfiles.Songjiang, "city_pension_average")] = [1_352.5m, 1_441.2m, 1_525.6m],
        [(DemoProfiles.Chongming, "city_high_skilled_share")] = [35.03m, 35.2m, 35.45m],
        [(DemoProfiles.Songjiang, "city_high_skilled_share")] = [35.03m, 35.2m, 35.45m],
    };

    public static decimal? Value(string district, string element, int year) =>
        Issued.TryGetValue((district, element), out var years) ? years[Math.Clamp(year - 2021, 0, years.Length - 1)] : null;
}
