using Reporting.Warehouse;

namespace Reporting.Portal.Demo;

/// <summary>
/// What stands in the 基数/历史表: the figures of the 十三五 as the two plans state them. They reach the warehouse only through those sheets.
/// Figures that no plan states are made up for the demo, and stand in <see cref="MadeUp"/>.
/// </summary>
static class DemoHistory
{
    const string Chongming = DemoProfiles.Chongming, Songjiang = DemoProfiles.Songjiang;

    static readonly Dictionary<(string District, string Element, string Period), decimal> Stated = new()
    {
        [(Chongming, "eco_jobs", "2016/2020")] = 13_000, [(Chongming, "incubated_teams", "2016/2020")] = 270,
        [(Chongming, "startup_training", "2016/2020")] = 20_000, [(Chongming, "startup_consulting", "2016/2020")] = 4_600,
        [(Chongming, "ventures_helped", "2016/2020")] = 1_312, [(Chongming, "training_sessions", "2016/2020")] = 46_000,
        [(Chongming, "pension_average", "2020")] = 1_276.39m,
        [(Chongming, "cases_accepted", "2016/2020")] = 9_572, [(Chongming, "cases_closed", "2016/2020")] = 9_405,
        [(Chongming, "inspected_firms", "2016/2020")] = 4_691,
        [(Chongming, "wages_recovered_people", "2016/2020")] = 14_000, [(Chongming, "wages_recovered", "2016/2020")] = 11_800,
        [(Chongming, "premiums_recovered_people", "2016/2020")] = 353, [(Chongming, "premiums_recovered", "2016/2020")] = 534.27m,
        [(Chongming, "paying_share", "2020")] = 26,

        [(Songjiang, "venture_support", "2016/2020")] = 3_600, [(Songjiang, "high_skilled_share_stated", "2020")] = 28,
        [(Songjiang, "pension_average", "2015")] = 825.04m, [(Songjiang, "pension_average", "2020")] = 1_293.14m,
        [(Songjiang, "land_pension", "2015")] = 1_394, [(Songjiang, "land_pension", "2020")] = 2_284,
        [(Songjiang, "social_card_coverage", "2020")] = 100, [(Songjiang, "mediation_org_coverage", "2020")] = 100,
        [(Songjiang, "youth_employment", "2016/2020")] = 2_327, [(Songjiang, "training_people", "2016/2020")] = 166_860,
        [(Songjiang, "school_enterprise_bases", "2016/2020")] = 30, [(Songjiang, "injury_recognitions", "2016/2020")] = 19_730,
        [(Songjiang, "capacity_appraisals", "2016/2020")] = 16_429, [(Songjiang, "harmonious_created", "2016/2020")] = 550,
        [(Songjiang, "bargaining_covered_firms", "2016/2020")] = 4_000, [(Songjiang, "bargaining_covered_people", "2016/2020")] = 216_000,
        [(Songjiang, "mediation_arbitration_cases", "2016/2020")] = 20_130, [(Songjiang, "arbitration_rate_stated", "2016/2020")] = 92,
        [(Songjiang, "mediation_rate_stated", "2016/2020")] = 65, [(Songjiang, "complaints_total", "2016/2020")] = 10_949,
        [(Songjiang, "wage_cases", "2016/2020")] = 1_256, [(Songjiang, "admin_actions", "2016/2020")] = 984,
        [(Songjiang, "transferred_cases", "2016/2020")] = 19, [(Songjiang, "blacklisted", "2016/2020")] = 17,
        [(Songjiang, "agency_actions", "2016/2020")] = 121, [(Songjiang, "agencies_closed", "2016/2020")] = 790,
        [(Songjiang, "labor_age_change", "2016/2020")] = -1_504, [(Songjiang, "labor_age_years", "2016/2020")] = 0.43m,
        [(Songjiang, "young_labor_change", "2016/2020")] = -6_204,
        [(Songjiang, "labor_rank", "2015")] = 7, [(Songjiang, "labor_rank", "2020")] = 11,
    };

    static readonly Dictionary<(string District, string Element, string Period), decimal> MadeUp = new()
    {
        // 规划只说每年18000以上；逐年数是虚构的。
        [(Songjiang, "urban_new_jobs", "2016")] = 18_640, [(Songjiang, "urban_new_jobs", "2017")] = 18_420, [(Songjiang, "urban_new_jobs", "2018")] = 18_310,
        [(Songjiang, "urban_new_jobs", "2019")] = 18_260, [(Songjiang, "urban_new_jobs", "2020")] = 18_050,
        // 减少10%的基数，规划没有写。
        [(Chongming, "no_account_residents", "2020")] = 12_600, [(Songjiang, "no_account_residents", "2020")] = 5_400,
        [(Chongming, "registered_unemployed", "2020")] = 3_380, [(Songjiang, "registered_unemployed", "2020")] = 7_210,
        [(Chongming, "pension_average", "2015")] = 812.6m,
    };

    /// <summary>Null for a cell that nobody has a figure for: it stays empty on the sheet.</summary>
    public static decimal? Value(string district, string element, string breakdown, Period period) => breakdown != Warehouse.Reference.Breakdown.Total ? null
        : Stated.TryGetValue((district, element, $"{period}"), out var stated) ? stated
        : MadeUp.TryGetValue((district, element, $"{period}"), out var made) ? made : null;
}
