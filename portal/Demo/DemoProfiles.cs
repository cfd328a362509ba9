using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>
/// The demo's districts in numbers: made up, near what their plans promise, so that some commitments are met, some are late and some are
/// missed. Whatever is not listed gets a level by its kind and unit.
/// </summary>
static class DemoProfiles
{
    public const string Chongming = "310151", Songjiang = "310117";

    static readonly Dictionary<(string District, string Element), DemoProfile> Known = new()
    {
        [(Chongming, "new_employment")] = new(9_000, 1.00, 1.041, 1.013, 1.02),
        [(Chongming, "venture_support")] = new(200, 1.0, 1.06, 0.93, 0.86),
        [(Chongming, "youth_employment")] = new(430, 1.0, 1.023, 1.007, 0.91),
        [(Chongming, "training_sessions")] = new(10_000, 0.95, 0.968, 1.052, 1.08),
        [(Chongming, "new_jobs")] = new(9_600, 1.0, 1.02, 1.03, 1.03),
        [(Chongming, "registered_unemployed")] = new(3_420, 1.0, 1.01, 1.045, 1.01),
        // 2020年末无账户人数是演示虚构的基数，规划没有写。
        [(Chongming, "no_account_residents")] = new(12_600, 1.0, 0.893, 0.806, 0.722),
        [(Chongming, "resident_insured")] = new(148_000, 1.0, 0.985, 0.972, 0.962),
        [(Chongming, "harmonious_firms")] = new(200, 1.03, 1.045, 1.055, 1.07),
        [(Chongming, "dispute_cases")] = new(2_350, 1.0, 1.04, 1.1, 1.08),
        [(Chongming, "arbitration_accepted")] = new(1_960, 1.0, 1.03, 1.09, 1.05),
        [(Chongming, "inspection_due")] = new(720, 1.0, 1.05, 1.08, 1.02),
        [(Chongming, "pension_average")] = DemoProfile.Yearly(1_276.39, 1.0, 1.071, 1.142, 1.208),
        [(Chongming, "low_income_standard")] = DemoProfile.Yearly(1_240, 1.0, 1.0726, 1.1452, 1.2177),

        [(Songjiang, "new_jobs")] = new(15_000, 1.2, 1.062, 1.018, 0.93),
        [(Songjiang, "new_employment")] = new(18_200, 1.0, 1.03, 1.01, 1.02),
        [(Songjiang, "venture_support")] = new(500, 1.4, 1.04, 1.08, 1.02),
        [(Songjiang, "youth_employment")] = new(400, 1.1, 1.03, 0.965, 1.03),
        [(Songjiang, "training_people")] = new(31_000, 1.08, 1.043, 0.972, 1.03),
        [(Songjiang, "registered_unemployed")] = new(6_800, 1.0, 1.01, 1.035, 1.02),
        [(Songjiang, "no_account_residents")] = new(5_400, 1.0, 0.9, 0.815, 0.75),
        [(Songjiang, "resident_insured")] = new(61_000, 1.0, 0.99, 0.98, 0.975),
        [(Songjiang, "harmonious_firms")] = new(550, 1.0, 1.013, 1.034, 1.05),
        [(Songjiang, "dispute_cases")] = new(9_400, 1.0, 1.05, 1.12, 1.08),
        [(Songjiang, "arbitration_accepted")] = new(6_100, 1.0, 1.05, 1.11, 1.07),
        [(Songjiang, "inspection_due")] = new(2_300, 1.0, 1.03, 1.1, 1.05),
        [(Songjiang, "apprentices")] = new(600, 1.0, 1.08, 0.985, 1.1),
        [(Songjiang, "top_skilled")] = new(10, 1.0, 1.2, 0.9, 1.0),
        [(Songjiang, "talents_recruited")] = new(300, 1.0, 1.1, 0.94, 1.05),
        [(Songjiang, "startup_communities")] = new(10, 0.1, 0.3, 0.5, 0.6),
        [(Songjiang, "skilled_workers")] = new(312_000, 1.0, 1.01, 1.02, 1.03),
        [(Songjiang, "pension_average")] = DemoProfile.Yearly(1_293.14, 1.0, 1.074, 1.147, 1.212),
        [(Songjiang, "land_pension")] = DemoProfile.Yearly(2_284, 1.0, 1.0648, 1.1191, 1.1603),
    };

    static readonly Dictionary<string, DemoProfile> Everywhere = new()
    {
        ["resident_paying"] = DemoProfile.Part("resident_insured", 0.26, 0.257, 0.252, 0.249),
        ["farm_households_due"] = new(640, 1.0, 0.98, 0.95, 0.93),
        ["farm_households_served"] = DemoProfile.Part("farm_households_due", 0.97, 0.985, 1.0, 1.0),
        ["poor_due"] = new(2_150, 1.0, 0.99, 0.97, 0.96),
        ["poor_insured"] = DemoProfile.Part("poor_due", 1.0, 1.0, 1.0, 1.0),
        ["insured_due"] = new(286_000, 1.0, 1.01, 1.02, 1.03),
        ["insured_done"] = DemoProfile.Part("insured_due", 0.985, 0.988, 0.991, 0.993),
        ["mass_incidents"] = new(0),
        ["wage_incidents"] = new(0),
        ["premediated_cases"] = DemoProfile.Part("dispute_cases", 0.78, 0.815, 0.832, 0.79),
        ["base_resolved_cases"] = DemoProfile.Part("dispute_cases", 0.57, 0.612, 0.587, 0.634),
        ["arbitration_closed"] = DemoProfile.Part("arbitration_accepted", 0.93, 0.934, 0.926, 0.905),
        ["arbitration_in_limit"] = DemoProfile.Part("arbitration_closed", 0.985, 0.992, 0.995, 0.99),
        ["arbitration_open_start"] = DemoProfile.Yearly(165, 1.0, 0.96, 1.04, 1.12),
        ["inspection_closed_in_time"] = DemoProfile.Part("inspection_due", 0.978, 0.9856, 0.976, 0.991),
        ["complaints_accepted"] = new(1_900, 1.0, 1.04, 1.1, 1.02),
        ["high_skilled_workers"] = DemoProfile.Part("skilled_workers", 0.338, 0.3455, 0.3532, 0.3571),
        ["competition_brands"] = new(3, 0.34, 0.67, 1.0, 1.0),
        ["bargaining_firms"] = new(3_900, 1.0, 1.02, 1.035, 1.04),
        ["union_firms"] = new(4_300, 1.0, 1.01, 1.02, 1.03),
        ["basic_pension"] = DemoProfile.Yearly(1_100, 1.0, 1.0909, 1.1818, 1.2727),
        ["land_pension"] = DemoProfile.Yearly(2_240, 1.0, 1.06, 1.115, 1.155),
        ["land_retirement_subsidy"] = DemoProfile.Yearly(1_050, 1.0, 1.06, 1.12, 1.17),
        ["online_items"] = new(212, 0.95, 0.97, 1.0, 1.02),
        ["online_items_done"] = DemoProfile.Part("online_items", 0.93, 0.962, 0.985, 1.0),
        ["participation_rate"] = DemoProfile.Yearly(71.2, 1.0, 1.006, 1.01, 1.012),
        ["startup_activity"] = DemoProfile.Yearly(12.4, 1.0, 1.02, 0.99, 1.01),
        ["skill_plan_partners"] = DemoProfile.Yearly(32),
    };

    /// <summary>What happened once, to one unit: an incident, a firm that lost its standing.</summary>
    static readonly Dictionary<(string Unit, string Element, string Month), int> Once = new()
    {
        [("310117107", "mass_incidents", "2022-08")] = 1,
        [(Chongming, "harmonious_firms", "2022-03")] = 197,
    };

    static readonly Dictionary<(string District, string Element, string Breakdown), double> Parts = new()
    {
        [(Chongming, "venture_support", "youth_graduate")] = 0.36, [(Songjiang, "venture_support", "youth_graduate")] = 0.615,
    };

    public static DemoProfile Of(string district, Element element) =>
        Known.GetValueOrDefault((district, element.Id)) ?? Everywhere.GetValueOrDefault(element.Id) ?? element switch
        {
            { Unit: "%" } => DemoProfile.Yearly(96, 0.98, 0.985, 0.99, 0.995),
            { Rollup: Rollup.none } => DemoProfile.Yearly(1_200, 1.0, 1.05, 1.1, 1.15),
            { Kind: ElementKind.stock } => new(400, 1.0, 1.02, 1.03, 1.04),
            _ => new(600, 1.0, 1.03, 1.01, 1.02),
        };

    public static int? OnceOnly(string unit, string element, Period month) => Once.TryGetValue((unit, element, $"{month}"), out var value) ? value : null;

    /// <summary>A part's share of its whole; null where chance may decide.</summary>
    public static double? PartShare(string district, string element, string breakdown) =>
        Parts.TryGetValue((district, element, breakdown), out var share) ? share : null;
}
