using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Monthly;

/// <summary>分街镇: units by indicators, the year to date; what is not part of the district's total stands below it.</summary>
static class UnitsSheet
{
    /// <summary>More indicators than this go to a second sheet, of A4 across; there is no third.</summary>
    const int IndicatorsOfOneSheet = 12;

    public static IEnumerable<SheetLayout> Of(MonthlyFacts facts)
    {
        var indicators = facts.Indicators.Where(facts.IsOfUnits).ToList();
        var chunks = indicators.Chunk(Math.Max(IndicatorsOfOneSheet, (indicators.Count + 1) / 2)).DefaultIfEmpty([]).ToList();
        return chunks.Select((indicators, index) => Of(facts, indicators, chunks.Count == 1 ? "分街镇" : $"分街镇{index + 1}"));
    }

    static SheetLayout Of(MonthlyFacts facts, Indicator[] indicators, string name)
    {
        var portrait = indicators.Length <= 5; // down the page, where the units fit on one
        var ranks = indicators.Select(indicator => Ranking.Of(facts, facts.Numbered.First(promise => promise.Indicator?.Id == indicator.Id))).ToList();
        var width = Math.Clamp(((portrait ? 72 : 116) - 6 * ranks.Count(rank => rank.Exists)) / Math.Max(1, indicators.Length), 10, 18);
        var table = new Table(
            [
                new("序号", Alignment.center), new("街镇（园区）"),
                .. ranks.SelectMany(rank => Beside(rank, new Column($"{rank.Promise.Indicator!.Name}（{rank.Promise.Indicator.Unit}）", Alignment.right), new Column($"{rank.Word}名次", Alignment.center))),
            ],
            [.. Rows(facts, indicators).Select(row => row.Kind == RowKind.divider ? row : new([.. row.Cells.Take(2), .. row.Cells.Skip(2).Zip(ranks, (cell, rank) => Beside(rank, cell, Place(rank, cell))).SelectMany(cells => cells)], row.Kind))]);
        return new(name, !portrait, [6, 24, .. ranks.SelectMany(rank => Beside(rank, width, 6))],
        [
            Heading.Of(facts.Content.Cover, "各街镇本年累计"), facts.Below, table,
            new Line(LineKind.note, "注：—：该单位不报此项；未报：应报未报，不等于0；*：该单位年内有缺报月份，累计数不全；全区合计按指标口径直接计算，比率不由各单位平均。"),
            .. Ranks(ranks) is { Length: > 0 } words ? [new Line(LineKind.note, $"　　{words}。")] : Array.Empty<Block>(),
        ], MostPages: 1, table, 2);
    }

    /// <summary>With a column of places, where units are ranked at all.</summary>
    static T[] Beside<T>(Ranking rank, T figure, T place) => rank.Exists ? [figure, place] : [figure];

    static Cell Place(Ranking rank, Cell figure) => figure.Of is { } of && rank.PlaceOf(of.OrgUnit) is { } place ? new Number(place, "0") : FigureCells.NotApplicable;

    static string Ranks(IReadOnlyList<Ranking> ranks) => string.Join("；", ranks.Where(rank => rank.Exists).GroupBy(RanksSheet.How)
        .Select(how => $"{how.Key}：{string.Join("、", how.Select(rank => rank.Promise.Indicator!.Name))}"));

    static IEnumerable<Row> Rows(MonthlyFacts facts, IReadOnlyList<Indicator> indicators)
    {
        var counted = facts.Units.Where(unit => unit.Counts).ToList();
        var others = facts.Units.Where(unit => !unit.Counts).ToList();
        foreach (var (number, unit) in counted.Index()) yield return UnitRow(facts, indicators, unit, $"{number + 1}", "");
        var residuals = indicators.Select(indicator => Residual(facts, indicator, counted)).ToList();
        if (residuals.Any(residual => residual is not null and not 0))
            yield return new(["", "区本级/未分列", .. residuals.Zip(indicators, (residual, indicator) => ResidualCell(facts, residual, indicator))]);
        yield return new(["", "全区合计", .. indicators.Select(indicator => ProgressSheet.YearToDate(facts.Figure(facts.District, indicator.Id), indicator))], RowKind.total);
        yield return new(["", "缺报单位", .. indicators.Select(indicator => ProgressSheet.Missing(facts.Figure(facts.District, indicator.Id)))]);
        if (others.Count > 0) yield return Row.Divider("以下单位不计入全区");
        foreach (var (number, unit) in others.Index()) yield return UnitRow(facts, indicators, unit, $"{counted.Count + number + 1}", "（不计入全区）");
    }

    static Row UnitRow(MonthlyFacts facts, IReadOnlyList<Indicator> indicators, OrgUnit unit, string number, string remark)
    {
        var ended = unit.ValidTo is { } last && last < facts.Content.Period.End ? $"（至{Period.Month(last).InWords()}）" : "";
        return new([number, unit.Name + ended + remark, .. indicators.Select(indicator => UnitCell(facts, unit, indicator))]);
    }

    static Cell UnitCell(MonthlyFacts facts, OrgUnit unit, Indicator indicator)
    {
        var figure = facts.Figure(unit.Code, indicator.Id);
        return figure is not null ? FigureCells.Value(figure, indicator, figure.Present < figure.Owed ? "*" : "")
            : facts.Owes(unit, indicator) ? FigureCells.NotReported : FigureCells.NotApplicable;
    }

    /// <summary>
    /// What the district's figure holds beyond its units, where one is the sum of the other at all: a plain sum over units and months.
    /// </summary>
    static decimal? Residual(MonthlyFacts facts, Indicator indicator, IReadOnlyList<OrgUnit> counted)
    {
        var adds = !indicator.IsRatio && indicator.Numerator.All(term => term.Time is TimeRule.sum or TimeRule.first or TimeRule.last
            && facts.Content.Catalog.Element(term.Element, facts.Content.LastMonth)?.Rollup is not Rollup.none);
        var values = counted.Select(unit => facts.Figure(unit.Code, indicator.Id)?.Value()).ToList();
        return adds && values.Any(value => value is not null) && facts.Figure(facts.District, indicator.Id)?.Value() is { } total
            ? total - values.Sum(value => value ?? 0)
            : null;
    }

    static Cell ResidualCell(MonthlyFacts facts, decimal? residual, Indicator indicator) => residual is { } value
        ? FigureCells.Measured(value, indicator) with { Of = FigureCells.Of(facts.Figure(facts.District, indicator.Id)) } : FigureCells.NotApplicable;
}
