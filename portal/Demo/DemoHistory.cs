using System.Globalization;
using Reporting.Warehouse;

namespace Reporting.Portal.Demo;

/// <summary>
/// What departments write into the 基数/历史表: the figures of the 十三五 as the two plans state them, in their words. They reach the
/// warehouse only through those sheets. What no plan states stays empty, but for two that commitments cannot be judged without and that are
/// made up: the townships' own of 无账户人数 2020, and 松江's 城镇登记失业人数, of which its plan says only that they kept to about 7350.
/// </summary>
static class DemoHistory
{
    const string Chongming = DemoProfiles.Chongming, Songjiang = DemoProfiles.Songjiang, WholePlan = "2016/2020";

    // With 余 or 以上 where the plan has it: the number is then a bound.
    static readonly Dictionary<(string District, string Element, string Period), string> Stated = new()
    {
        [(Chongming, "eco_jobs", WholePlan)] = "13000", [(Chongming, "incubated_teams", "2020")] = "270余",
        [(Chongming, "startup_training", WholePlan)] = "20000余", [(Chongming, "startup_consulting", WholePlan)] = "4600余",
        [(Chongming, "ventures_helped", WholePlan)] = "1312", [(Chongming, "training_sessions", WholePlan)] = "46000余",
        [(Chongming, "pension_average", "2020")] = "1276.39",
        [(Chongming, "cases_accepted", WholePlan)] = "9572", [(Chongming, "cases_closed", WholePlan)] = "9405",
        [(Chongming, "inspected_firms", WholePlan)] = "4691",
        [(Chongming, "wages_recovered_people", WholePlan)] = "14000余", [(Chongming, "wages_recovered", WholePlan)] = "11800",
        [(Chongming, "premiums_recovered_people", WholePlan)] = "353", [(Chongming, "premiums_recovered", WholePlan)] = "534.27",
        [(Chongming, "paying_share", "2020")] = "26",

        [(Songjiang, "venture_support", WholePlan)] = "3600", [(Songjiang, "high_skilled_share_stated", "2020")] = "28",
        [(Songjiang, "pension_average", "2015")] = "825.04", [(Songjiang, "pension_average", "2020")] = "1293.14",
        [(Songjiang, "land_pension", "2015")] = "1394", [(Songjiang, "land_pension", "2020")] = "2284",
        [(Songjiang, "social_card_coverage", "2020")] = "100", [(Songjiang, "mediation_org_coverage", "2020")] = "100",
        [(Songjiang, "youth_employment", WholePlan)] = "2327", [(Songjiang, "training_people", WholePlan)] = "166860",
        [(Songjiang, "school_enterprise_bases", "2020")] = "30", [(Songjiang, "injury_recognitions", WholePlan)] = "19730",
        [(Songjiang, "capacity_appraisals", WholePlan)] = "16429", [(Songjiang, "harmonious_created", WholePlan)] = "550",
        [(Songjiang, "bargaining_covered_people", "2020")] = "216000以上", [(Songjiang, "mediation_arbitration_cases", WholePlan)] = "20130",
        [(Songjiang, "complaints_total", WholePlan)] = "10949", [(Songjiang, "wage_cases", WholePlan)] = "1256",
        [(Songjiang, "admin_actions", WholePlan)] = "984", [(Songjiang, "transferred_cases", WholePlan)] = "19", [(Songjiang, "blacklisted", WholePlan)] = "17",
        [(Songjiang, "agency_actions", WholePlan)] = "121", [(Songjiang, "agencies_closed", WholePlan)] = "790",
        [(Songjiang, "labor_age_change", WholePlan)] = "-1504", [(Songjiang, "labor_age_years", WholePlan)] = "0.43",
        [(Songjiang, "young_labor_change", WholePlan)] = "-6204",
        [(Songjiang, "registered_unemployed", "2016")] = "7312", [(Songjiang, "registered_unemployed", "2017")] = "7286",
        [(Songjiang, "registered_unemployed", "2018")] = "7341", [(Songjiang, "registered_unemployed", "2019")] = "7298",
        [(Songjiang, "registered_unemployed", "2020")] = "7335",
        [(Songjiang, "labor_rank", "2015")] = "7", [(Songjiang, "labor_rank", "2020")] = "11",
    };

    /// <summary>Stated of each year of the 十三五 alike. 扶持成功创业每年500以上 is left to its total: lower bounds of years would hide the 3600.</summary>
    static readonly Dictionary<(string District, string Element), string> EachYear = new()
    {
        [(Songjiang, "urban_new_jobs")] = "18000以上", [(Songjiang, "bargaining_covered_firms")] = "4000以上",
        [(Songjiang, "arbitration_rate_stated")] = "92以上", [(Songjiang, "mediation_rate_stated")] = "65以上",
    };

    /// <summary>Null for a cell that no plan has a figure for: it stays empty on the sheet.</summary>
    public static Entry? Entry(string district, string element, Period period)
    {
        var words = Stated.TryGetValue((district, element, $"{period}"), out var stated) ? stated
            : period is { Kind: PeriodKind.year, Start.Year: >= 2016 and <= 2020 } && EachYear.TryGetValue((district, element), out var yearly) ? yearly : null;
        if (words is null) return null;
        var number = decimal.Parse(words.TrimEnd('余', '以', '上'), CultureInfo.InvariantCulture);
        return char.IsAsciiDigit(words[^1]) ? Demo.Entry.Of(number) : Demo.Entry.Worded(number, words);
    }
}
