using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>The values of a table that are read otherwise than before. Pure.</summary>
static class ChangedClaims
{
    /// <param name="tables">The table before, and as it is read now; forms name its lines and columns.</param>
    /// <param name="counts">Whether the table is, or would be, loaded.</param>
    public static IReadOnlyList<RereadValue> Of(
        IReadOnlyList<StagedCell> before, IReadOnlyList<StagedCell> after, (SubmissionTable Before, SubmissionTable? After) tables, Catalog catalog, bool counts)
    {
        var (was, now) = (ByMeaning(before), ByMeaning(after));
        return [.. now.Keys.Union(was.Keys).SelectMany(key => Pairs(was.GetValueOrDefault(key, []), now.GetValueOrDefault(key, [])))
            .Where(pair => pair.Before is null || pair.After is null || ReadOf(pair.Before) != ReadOf(pair.After))
            .Select(pair => Named(pair.Before, pair.After, tables, catalog, counts))];
    }

    // The cell is part of what was read: a figure taken from another cell is another figure, even where both say the same.
    static (decimal?, ValueState, Bound, string, int) ReadOf(StagedCell claim) => (claim.Value, claim.State, claim.Bound, claim.CellAddress, claim.ElementVersion);

    static IEnumerable<(StagedCell? Before, StagedCell? After)> Pairs(List<StagedCell> before, List<StagedCell> after) =>
        Enumerable.Range(0, Math.Max(before.Count, after.Count)).Select(index => (before.ElementAtOrDefault(index), after.ElementAtOrDefault(index)));

    static Dictionary<Meaning, List<StagedCell>> ByMeaning(IReadOnlyList<StagedCell> claims) => claims.GroupBy(claim => new Meaning(
        claim.District, claim.OrgUnit, claim.Reporter, claim.Element, claim.Breakdown, claim.Basis, claim.PeriodKind, claim.PeriodStart, claim.PeriodEnd, claim.Quoted))
        .ToDictionary(claim => claim.Key, claim => claim.OrderBy(each => each.CellAddress, StringComparer.Ordinal).ToList());

    static RereadValue Named(StagedCell? before, StagedCell? after, (SubmissionTable Before, SubmissionTable? After) tables, Catalog catalog, bool counts)
    {
        var (claim, table) = after is null ? (before!, tables.Before) : (after, tables.After ?? tables.Before);
        var form = catalog.Forms.LastOrDefault(form => form.Id == table.Form && form.Version == table.FormVersion) ?? catalog.Forms.LastOrDefault(form => form.Id == table.Form);
        var line = claim.LineNumber is { } number ? form?.Line(number) : null;
        return new(line is null ? null : CheckedTable.NameOf(line), form?.Columns.FirstOrDefault(column => column.Id == claim.ColumnId)?.Title, before, after, counts);
    }

    readonly record struct Meaning(
        string District, string OrgUnit, string Reporter, string Element, string Breakdown, Basis Basis, PeriodKind PeriodKind, DateOnly PeriodStart,
        DateOnly PeriodEnd, bool Quoted);
}
