using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Scoring;

/// <summary>Ranks and grades within one peer group. Who is vetoed stands behind all others and has the last grade, whatever the score.</summary>
static class Ranking
{
    public static IEnumerable<ScoredUnit> Of(Scheme scheme, IReadOnlyList<ScoredUnit> group)
    {
        var scored = group.Where(unit => unit.Score is not null).ToList();
        var ranked = scored.Select(unit => unit with { Rank = 1 + scored.Count(other => IsBefore(other, unit)), Of = scored.Count }).ToList();
        var graded = Graded(scheme, ranked, group.Count);
        return graded.Concat(group.Where(unit => unit.Score is null).Select(unit => unit with { Of = scored.Count }))
            .OrderBy(unit => unit.Rank ?? int.MaxValue).ThenBy(unit => unit.OrgUnit, StringComparer.Ordinal);
    }

    static bool IsBefore(ScoredUnit one, ScoredUnit other) =>
        one.IsVetoed != other.IsVetoed ? other.IsVetoed : one.Score > other.Score;

    /// <summary>Units of equal rank are taken together or not at all: where they no longer fit into the quota, all of them go to the next grade.</summary>
    static List<ScoredUnit> Graded(Scheme scheme, List<ScoredUnit> ranked, int groupSize)
    {
        var graded = new List<ScoredUnit>();
        var waiting = ranked.GroupBy(unit => unit.Rank).OrderBy(same => same.Key).Select(same => same.ToList()).ToList();
        foreach (var (number, grade) in scheme.Grades.Index())
        {
            var (isLast, places) = (number == scheme.Grades.Count - 1, Places(scheme, grade, groupSize));
            while (waiting is [var next, ..] && (isLast || (!next[0].IsVetoed && next[0].Score >= grade.From)))
            {
                if (next.Count > places)
                {
                    waiting = [.. waiting.Select(same => same.ConvertAll(unit => Beyond(unit, grade, scheme, groupSize)))];
                    break;
                }
                graded.AddRange(next.Select(unit => Given(unit, grade)));
                places -= next.Count;
                waiting.RemoveAt(0);
            }
        }
        return graded;
    }

    static ScoredUnit Given(ScoredUnit unit, GradeBand grade) => unit with { Grade = grade.Name, GradeWords = unit.IsVetoed ? $"一票否决，定为{grade.Name}" : unit.GradeWords };

    static ScoredUnit Beyond(ScoredUnit unit, GradeBand grade, Scheme scheme, int groupSize) => unit.Score >= grade.From && !unit.IsVetoed
        ? unit with { GradeWords = $"达到{grade.Name}的分数，名额 {Places(scheme, grade, groupSize)} 个（{groupSize} 家的 {Quantity.Percent(grade.Quota!.Value)}）不足，顺延下一等" } : unit;

    static int Places(Scheme scheme, GradeBand grade, int groupSize) => grade.Quota is not { } quota ? int.MaxValue : (int)(scheme.QuotaRounding switch
    {
        QuotaRounding.down => Math.Floor(quota * groupSize),
        QuotaRounding.up => Math.Ceiling(quota * groupSize),
        _ => Figures.Round(quota * groupSize, 0),
    });
}
