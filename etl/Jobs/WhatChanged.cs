using Reporting.Etl.Answer;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>What a sheet sent again says against what is held of the same figures. Nothing, where the unit sends them for the first time.</summary>
public static class WhatChanged
{
    /// <summary>Of a form's own sheet: places are its lines and columns.</summary>
    internal static IReadOnlyList<Finding> In(MatchedTable table, IReadOnlyList<StagedCell> claims, Held held)
    {
        var sheet = CheckedTable.PlaceOf(table);
        return Of(claims, held.Observations, sheet, claim => sheet with
        {
            Line = claim.LineNumber is { } number && table.Form?.Line(number) is { } line ? CheckedTable.NameOf(line) : null,
            Column = table.Form?.Columns.FirstOrDefault(column => column.Id == claim.ColumnId)?.Title,
            Cell = claim.CellAddress,
        });
    }

    /// <param name="claims">What is stated now; what is only quoted changes nothing.</param>
    /// <param name="held">What the same reporter is held to have stated, and perhaps more.</param>
    /// <param name="whole">The place of all of it.</param>
    /// <param name="most">Changed values named one by one; all are counted.</param>
    public static IReadOnlyList<Finding> Of(
        IReadOnlyList<StagedCell> claims, IReadOnlyList<Observation> held, Place whole, Func<StagedCell, Place> placeOf, string what = "格", int most = int.MaxValue)
    {
        var before = Before(claims, held);
        // All taken back is nothing held: the sheet sent after it is a first one.
        if (before.Values.All(value => value.State == ValueState.withdrawn)) return [];
        // A period stated for the first time beside others that are held is no change either.
        var known = before.Keys.Select(PeriodOf).ToHashSet();
        var (changed, unchanged) = (new List<StagedCell>(), 0);
        foreach (var claim in claims.Where(claim => !claim.Quoted && known.Contains(PeriodOf(KeyOf(claim)))))
        {
            var was = before.GetValueOrDefault(KeyOf(claim));
            if (was is null && claim.State == ValueState.blank) continue;
            if (was is not null && (was.Value, was.State, was.Bound) == (claim.Value, claim.State, claim.Bound)) unchanged++;
            else changed.Add(claim);
        }
        return [.. changed.Take(most).Select(claim => OfValue(claim, before.GetValueOrDefault(KeyOf(claim)), placeOf)), ChangeFindings.OfAll(whole, changed.Count, unchanged, what)];
    }

    static Finding OfValue(StagedCell claim, Observation? was, Func<StagedCell, Place> placeOf) => ChangeFindings.OfValue(placeOf(claim),
        was is null ? "无" : InWords(was.Value, was.State, was.Bound), InWords(claim.Value, claim.State, claim.Bound), claim.Value - was?.Value);

    static Dictionary<Key, Observation> Before(IReadOnlyList<StagedCell> claims, IReadOnlyList<Observation> held)
    {
        var stated = claims.Where(claim => !claim.Quoted).Select(KeyOf).ToHashSet();
        return held.Where(value => stated.Contains(KeyOf(value))).GroupBy(KeyOf).ToDictionary(key => key.Key, key => key.MaxBy(value => value.LoadId)!);
    }

    /// <summary>A value as people write it, whatever stands behind it.</summary>
    public static string InWords(decimal? value, ValueState state, Bound bound) => (value, state) switch
    {
        ({ } number, _) => Figures.Printed(number) + bound switch { Bound.at_least => "以上", Bound.at_most => "以下", Bound.about => "左右", _ => "" },
        (_, ValueState.not_applicable) => "—",
        (_, ValueState.below_unit) => "…",
        (_, ValueState.withdrawn) => "已撤回",
        _ => "空白",
    };

    static Key KeyOf(StagedCell claim) => new(
        claim.OrgUnit, claim.Reporter, claim.Element, claim.Breakdown, claim.Basis, claim.PeriodKind, claim.PeriodStart, claim.PeriodEnd);

    static Key KeyOf(Observation value) => new(
        value.OrgUnit, value.Reporter, value.Element, value.Breakdown, value.Basis, value.PeriodKind, value.PeriodStart, value.PeriodEnd);

    static (string, PeriodKind, DateOnly, DateOnly) PeriodOf(Key key) => (key.Reporter, key.PeriodKind, key.PeriodStart, key.PeriodEnd);

    readonly record struct Key(
        string OrgUnit, string Reporter, string Element, string Breakdown, Basis Basis, PeriodKind PeriodKind, DateOnly PeriodStart, DateOnly PeriodEnd);
}
