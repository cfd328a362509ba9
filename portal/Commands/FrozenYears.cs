using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Marts;

namespace Reporting.Portal.Commands;

/// <summary>What is said of a year that was frozen or certified when something of it still changes: nothing is locked, but it never goes unnoticed.</summary>
static class FrozenYears
{
    const long Now = long.MaxValue - 1;

    /// <summary>What a sheet of the year meets: 2022 年考核 3 号已冻结，本单位已认证; null where neither is.</summary>
    public static string? Met(MartQueries marts, string? district, string? orgUnit, int? year)
    {
        if (district is null || year is not { } of) return null;
        var (run, certified) = (Run(marts, district, of), orgUnit is not null && IsCertified(marts, district, orgUnit, of));
        return (run, certified) switch
        {
            (null, false) => null,
            (null, true) => $"本单位 {of} 年数据已认证，入库后要重新认证",
            ({ } frozen, _) => $"{of} 年考核 {frozen.Run} 号已冻结{(certified ? "，本单位已认证" : "")}：作为冻结后更正，{frozen.Run} 号不变，另立更正考核才体现",
        };
    }

    /// <summary>Follows a decision on the targets of such a year; empty where no run was frozen.</summary>
    public static string Stands(Request request, MartQueries marts, string district, int from, int to) =>
        marts.AssessmentRuns(district, Now).Where(run => from <= run.Year && run.Year <= to).GroupBy(run => run.Year).Select(year => year.Last()).ToList() is not { Count: > 0 } frozen ? ""
        : request.Say($"注意：{string.Join('、', frozen.Select(run => $"{run.Year} 年考核 {run.Run} 号"))}已冻结，不随着变；要体现，另立更正考核（assess --freeze --corrects）。",
            $" Run {string.Join(", ", frozen.Select(run => $"{run.Run} of {run.Year}"))} stands as it was frozen; only a correcting run (assess --freeze --corrects) will show this.");

    /// <summary>冻结后更正: sheets that were accepted for a run's months after it was frozen; empty where none was.</summary>
    public static string Since(IEnumerable<FrozenCorrections> corrections) => corrections.Sum(one => one.Times) is > 0 and var times ? $"冻结后更正 {times}" : "";

    public static IReadOnlyList<FrozenCorrections> Since(MartQueries marts, string district) => marts.CorrectionsAfterFreeze(district, Now);

    /// <summary>The last run of a year: the one that the next correction would correct.</summary>
    public static AssessmentRun? Run(MartQueries marts, string district, int year) => marts.AssessmentRuns(district, Now).LastOrDefault(run => run.Year == year);

    static bool IsCertified(MartQueries marts, string district, string orgUnit, int year) =>
        marts.Certifications(district, year, Now).Where(act => act.OrgUnit == orgUnit).MaxBy(act => act.KnownFromLoad) is { Act: CertificationAct.certified };
}
