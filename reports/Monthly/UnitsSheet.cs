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
        var portrait = indicators.Length <= 6; // down the page, where the units fit on one
        var width = Math.Clamp((portrait ? 72 : 116) / Math.Max(1, indicators.Length), 10, 18);
        var table = new Table(
            [
                new("序号", Alignment.center), new("街镇（园区）"),
                .. indicators.Select(indicator => new Column($"{indicator.Name}（{indicator.Unit}）", Alignment.right)),
            ],
            [.. Rows(facts, indicators)]);
        return new(name, !portrait, [6, 24, .. indicators.Select(_ => width)],
        [
            Heading.Of(facts.Content, "各街镇本年累计"), Heading.Below(facts.Content), table,
            new Line(LineKind.note, "注：—：该单位不报此项；未报：应报未报，不等于0；*：该单位年内有缺报月份，累计数不全；全区合计按指标口径直接计算，比率不由各单位平均。"),
        ], MostPages: 1, table, 2);
    }

    static IEnumerable<Row> Rows(MonthlyFacts facts, IReadOnlyList<Indicator> indicators)
    {
        var counted = facts.Units.Where(unit => unit.Counts).ToList();
        var others = facts.Units.Where(unit => !unit.Counts).ToList();
        foreach (var (number, unit) in counted.Index()) yield return UnitRow(facts, indicators, unit, $"{number + 1}", "");
        var residuals = indicators.Select(indicator => Residual(facts, indicator, counted)).ToList();
        if (residuals.Any(residual => residual is not null and not 0))
            yield return new(["", "区本级/未分列", .. residuals.Zip(indicators, ResidualCell)]);
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
            && facts.Content.Catalog.Element(term.Element, facts.Content.Period.Start)?.Rollup is not Rollup.none);
        var values = counted.Select(unit => facts.Figure(unit.Code, indicator.Id)?.Value()).ToList();
        return adds && values.Any(value => value is not null) && facts.Figure(facts.District, indicator.Id)?.Value() is { } total
            ? total - values.Sum(value => value ?? 0)
            : null;
    }

    static Cell ResidualCell(decimal? residual, Indicator indicator) =>
        residual is { } value ? FigureCells.Measured(value, indicator) : FigureCells.NotApplicable;
}
