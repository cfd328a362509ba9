using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>
/// The true figures of the demo, made up from a seed: for any unit, line and month, of any year, the same whenever asked.
/// Units' figures are whole numbers; parts never exceed wholes; cumulative figures are the running sums of the months.
/// </summary>
sealed class DemoFigures(Catalog catalog, string district, int seed)
{
    readonly Dictionary<(Form Form, int Year), Dictionary<(string Unit, int Line), int[]>> years = [];

    /// <summary>What a cell of the form should say; null where the line does not fill the column or the unit does not owe the line.</summary>
    public decimal? Cell(OrgUnit reporter, Form form, FormLine line, FormColumn column, Period month)
    {
        if (!line.Fills(column.Id) || form.ObligationOf(reporter.Role)?.Owes(line.Number) != true) return null;
        var quoted = month.YearsBack(column.YearsBack);
        return column.Basis == Basis.in_period || IsStock(line, month)
            ? Month(reporter, form, line, quoted)
            : MonthsUntil(column.Basis, quoted).Sum(each => Month(reporter, form, line, each));
    }

    /// <summary>One month of one line: a unit's own figure, or the district's for who measures the district.</summary>
    public int Month(OrgUnit reporter, Form form, FormLine line, Period month)
    {
        if (reporter.Measures == reporter.Code) return Of(form, month.Start.Year)[(reporter.Code, line.Number)][month.Start.Month - 1];
        var sum = Measured(form).Where(unit => unit.Counts && unit.IsValidOn(month.Start)).Sum(unit => Month(unit, form, line, month));
        return IsStock(line, month) ? sum + DistrictItself(line, month) : sum;
    }

    /// <summary>Those whose figures are about themselves.</summary>
    public IEnumerable<OrgUnit> Measured(Form form) => catalog.OrgUnits
        .Where(unit => unit.District == district && unit.Measures == unit.Code && form.ObligationOf(unit.Role) is not null)
        .DistinctBy(unit => unit.Code);

    IEnumerable<Period> MonthsUntil(Basis basis, Period month)
    {
        var firstYear = basis == Basis.year_to_date ? month.Start.Year
            : catalog.Plans.FirstOrDefault(plan => plan.District == district && plan.FirstYear <= month.Start.Year && month.Start.Year <= plan.LastYear)
                ?.FirstYear ?? month.Start.Year;
        for (var each = Period.Month(firstYear, 1); each <= month; each = each.Next()) yield return each;
    }

    Dictionary<(string Unit, int Line), int[]> Of(Form form, int year)
    {
        if (years.TryGetValue((form, year), out var known)) return known;
        var figures = new Dictionary<(string, int), int[]>();
        foreach (var line in form.Lines.OrderBy(line => line.Level).Where(line => form.WholeOf(line) is null)) AddWhole(figures, form, line, year);
        foreach (var whole in form.Lines.OrderBy(line => line.Level)) AddParts(figures, form, whole);
        return years[(form, year)] = figures;

        void AddParts(Dictionary<(string, int), int[]> into, Form of, FormLine whole)
        {
            foreach (var group in of.PartsOf(whole).GroupBy(part => GroupOf(part.Breakdown)))
                foreach (var unit in Measured(of)) AddGroup(into, unit, whole, [.. group], year);
        }
    }

    void AddWhole(Dictionary<(string, int), int[]> figures, Form form, FormLine line, int year)
    {
        var element = ElementOf(line, year);
        var level = DemoScale.DistrictLevel(catalog, district, element, year, seed);
        var units = Measured(form).ToArray();
        var counting = units.Where(unit => unit.Counts).ToArray();
        var whole = (counting.Length > 0 ? counting : units).Sum(unit => DemoScale.Size(unit, seed));
        var random = DemoRandom.For(seed, "shares", element.Id, line.Breakdown, $"{(element.Kind == ElementKind.stock ? 0 : year)}");
        var shares = Apportioned.Among(level, [.. counting.Select(unit => DemoScale.Size(unit, seed) * random.Between(0.88, 1.12))]);
        foreach (var unit in units)
        {
            var index = Array.IndexOf(counting, unit);
            var own = index >= 0 ? shares[index] : (int)Math.Round(level * DemoScale.Size(unit, seed) / whole);
            figures[(unit.Code, line.Number)] = element.Kind == ElementKind.stock
                ? [.. Enumerable.Range(1, 12).Select(month => Moving(own, year * 12 + month, unit.Code, element.Id))]
                : Apportioned.Among(own, DemoScale.MonthShares(unit, element.Id, year, seed));
        }
    }

    /// <summary>Alternatives (女性, 男性) share one whole: together never more than it, and all of it where they exhaust it.</summary>
    void AddGroup(Dictionary<(string, int), int[]> figures, OrgUnit unit, FormLine whole, IReadOnlyList<FormLine> parts, int year)
    {
        var left = (int[])figures[(unit.Code, whole.Number)].Clone();
        var members = catalog.Breakdowns.Where(breakdown => breakdown.Group == GroupOf(parts[0].Breakdown)).ToArray();
        var exhausts = members.Length == parts.Count && members.All(member => member.Exhaustive);
        foreach (var part in parts)
        {
            var random = DemoRandom.For(seed, "parts", unit.Code, part.Element, part.Breakdown, $"{year}");
            var share = DemoScale.PartShare(unit, part.Breakdown, seed);
            var takesRest = exhausts && part == parts[^1];
            var months = figures[(unit.Code, whole.Number)].Select((count, month) => takesRest
                ? left[month]
                : Math.Clamp((int)Math.Round(count * share + random.Between(-0.4, 0.4) * Math.Sqrt(count)), 0, left[month])).ToArray();
            figures[(unit.Code, part.Number)] = months;
            for (var month = 0; month < 12; month++) left[month] -= months[month];
        }
    }

    /// <summary>区本级: who is registered with the district itself, in no township.</summary>
    int DistrictItself(FormLine line, Period month) =>
        line.Breakdown == Breakdown.Total ? Moving(170, month.Start.Year * 12 + month.Start.Month, district, line.Element) : 0;

    /// <summary>A level that moves slowly about its mean, up and down within 30 months, without leaps at the turn of a year.</summary>
    int Moving(int mean, int monthNumber, string unit, string element)
    {
        var phase = DemoRandom.For(seed, "phase", unit, element).Between(0, 29);
        var wave = Math.Abs((monthNumber + phase) % 30 - 15) / 7.5 - 1;
        var ripple = DemoRandom.For(seed, "ripple", unit, element, $"{monthNumber}").Between(-0.006, 0.006);
        return (int)Math.Round(mean * (1 + 0.05 * wave + ripple));
    }

    bool IsStock(FormLine line, Period month) => ElementOf(line, month.Start.Year).Kind == ElementKind.stock;

    string GroupOf(string breakdown) => catalog.Breakdowns.FirstOrDefault(each => each.Id == breakdown)?.Group ?? breakdown;

    /// <summary>The version of that year; for a year before the first one (上年同期 of the first year), the earliest there is.</summary>
    Element ElementOf(FormLine line, int year) =>
        catalog.Element(line.Element, new(year, 12, 1))
        ?? catalog.Elements.Where(element => element.Id == line.Element).MinBy(element => element.AppliesFrom)
        ?? throw new InvalidOperationException($"line {line.Number} '{line.Label}' asks for the element '{line.Element}', which is not defined");
}
