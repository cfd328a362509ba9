using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>
/// Published totals against the parts they are published with, whether or not a form asks for them: the members of a group that make up the
/// whole, and the years, quarters or months that make up a longer span. A total of which a part is not held is not judged.
/// </summary>
static class LongTotals
{
    static readonly PeriodKind[] Finer = [PeriodKind.year, PeriodKind.half, PeriodKind.quarter, PeriodKind.month];

    /// <param name="claims">Of one reporter, each with its line in the file.</param>
    /// <param name="standing">All that the reporter would stand by, its claims among it and after what they replace.</param>
    public static IEnumerable<Finding> Differing(IReadOnlyList<(StagedCell Cell, int Line)> claims, IReadOnlyList<Observation> standing, Catalog catalog)
    {
        var figures = new Dictionary<Key, decimal?>();
        foreach (var held in standing) figures[new(held.OrgUnit, held.Element, held.Breakdown, held.Basis, held.PeriodStart, held.PeriodEnd)] = Exact(held.State, held.Bound, held.Value);
        var spans = standing.Where(held => held.PeriodKind == PeriodKind.plan).Select(held => (held.PeriodStart, held.PeriodEnd)).Distinct().ToList();
        var groups = catalog.Breakdowns.Where(one => one.Exhaustive && one.Id != Breakdown.Total).GroupBy(one => one.Group).ToList();
        var flows = catalog.Elements.Where(element => element.Kind == ElementKind.flow).Select(element => element.Id).ToHashSet();
        // A total is told of once, at its own line where the file has it, else at the first line of its parts.
        return claims.OrderBy(claim => claim.Cell.Breakdown != Breakdown.Total).ThenByDescending(claim => claim.Cell.PeriodEnd.DayNumber - claim.Cell.PeriodStart.DayNumber)
            .SelectMany(claim => Totals(KeyOf(claim.Cell), spans).Select(total => (claim.Line, Total: total))).DistinctBy(one => one.Total)
            .SelectMany(one => ByGroup(one.Total, figures, groups).Concat(flows.Contains(one.Total.Element) ? BySpan(one.Total, figures) : [])
                .Select(parts => Finding(one.Line, one.Total, parts, catalog)));
    }

    // What a figure is itself, the whole it is a part of, and the longer spans that it lies in.
    static IEnumerable<Key> Totals(Key figure, List<(DateOnly Start, DateOnly End)> spans)
    {
        yield return figure;
        if (figure.Breakdown != Breakdown.Total) yield return figure with { Breakdown = Breakdown.Total };
        if (figure.Basis != Basis.in_period) yield break;
        var year = Period.Year(figure.Start.Year);
        foreach (var (start, end) in spans.Append((year.Start, year.End)).Where(span => span.Start <= figure.Start && figure.End <= span.End))
            yield return figure with { Start = start, End = end };
    }

    static IEnumerable<Parts> ByGroup(Key total, Dictionary<Key, decimal?> figures, List<IGrouping<string, Breakdown>> groups) => total.Breakdown != Breakdown.Total ? [] :
        from members in groups
        let parts = Sum(total, figures, [.. members.Select(member => total with { Breakdown = member.Id })], string.Join('、', members.Select(member => member.Name)))
        where parts is not null
        select parts;

    // The coarsest parts that are all there: years before quarters, quarters before months.
    static IEnumerable<Parts> BySpan(Key total, Dictionary<Key, decimal?> figures) => total.Basis != Basis.in_period ? [] : Finer
        .Select(kind => (Kind: kind, Keys: Pieces(total, kind).ToList())).Where(pieces => pieces.Keys.Count > 1 && pieces.Keys.TrueForAll(key => figures.GetValueOrDefault(key) is not null))
        .Take(1).Select(pieces => Sum(total, figures, pieces.Keys, pieces.Kind switch { PeriodKind.year => "各年", PeriodKind.half => "上、下半年", PeriodKind.quarter => "各季度", _ => "各月" })).OfType<Parts>();

    static IEnumerable<Key> Pieces(Key total, PeriodKind kind)
    {
        // Days and weeks have no such parts.
        if (total.Start.Day != 1 || total.End != Period.Month(total.End).End) yield break;
        for (var piece = Period.Of(kind, total.Start); piece.Start <= total.End; piece = piece.Next())
        {
            if (piece.Start < total.Start || piece.End > total.End) yield break;
            yield return total with { Start = piece.Start, End = piece.End };
        }
    }

    static Parts? Sum(Key total, Dictionary<Key, decimal?> figures, IReadOnlyList<Key> keys, string words)
    {
        if (figures.GetValueOrDefault(total) is not { } stated || keys.Select(key => figures.GetValueOrDefault(key)).ToList() is var values && values.Exists(value => value is null)) return null;
        var sum = values.Sum(value => value!.Value);
        // Counts add up exactly; figures with decimals were each rounded for print.
        var decimals = values.Append(stated).Max(value => (Figures.Plain(value) ?? 0).Scale);
        var slack = decimals == 0 ? 0 : keys.Count * new decimal(1, 0, 0, false, decimals) / 2;
        return Math.Abs(stated - sum) > slack ? new(words, stated, sum) : null;
    }

    static Finding Finding(int line, Key total, Parts parts, Catalog catalog)
    {
        var (what, when) = (catalog.Element(total.Element, total.Start)?.Name ?? total.Element, Span(total));
        var (stated, sum, difference) = (Figures.Printed(parts.Stated), Figures.Printed(parts.Sum), Figures.Printed(parts.Stated - parts.Sum));
        return LongRowFindings.TotalDiffers(line, stated, sum, parts.Stated - parts.Sum, $"{when.InWords()}“{what}”合计是 {stated}，{parts.Words}相加是 {sum}，相差 {difference}",
            $"'{total.Element}' of {when} is stated as {stated}, its parts add up to {sum}, a difference of {difference}");
    }

    static Period Span(Key total) => Finer.Where(kind => Period.Of(kind, total.Start) is var period && period.Start == total.Start && period.End == total.End)
        .Select(kind => Period.Of(kind, total.Start)).FirstOrDefault(Period.Plan(total.Start.Year, total.End.Year));

    // A — says that no figure is told there, not that there was nothing.
    static decimal? Exact(ValueState state, Bound bound, decimal? value) => (state, bound) is (ValueState.reported, Bound.exact) ? value : null;

    static Key KeyOf(StagedCell cell) => new(cell.OrgUnit, cell.Element, cell.Breakdown, cell.Basis, cell.PeriodStart, cell.PeriodEnd);

    sealed record Parts(string Words, decimal Stated, decimal Sum);

    readonly record struct Key(string OrgUnit, string Element, string Breakdown, Basis Basis, DateOnly Start, DateOnly End);
}
