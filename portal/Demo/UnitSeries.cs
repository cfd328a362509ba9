using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>
/// What units say about themselves, month by month: whole numbers; parts never exceed wholes. A district's year is shared out among those
/// that count; one that does not count has figures of its own beside them.
/// </summary>
sealed class UnitSeries(Catalog catalog, string district, IReadOnlyList<Form> forms, int seed)
{
    readonly Dictionary<(string Element, int Year), Dictionary<(string Unit, string Breakdown), int[]>> years = [];
    readonly OrgUnit[] units = [.. catalog.OrgUnits.Where(unit => unit.District == district && unit.Measures == unit.Code && forms.Any(form => form.ObligationOf(unit.Role) is not null))
        .DistinctBy(unit => unit.Code)];
    readonly ILookup<string, string> breakdowns = forms.SelectMany(form => form.Lines).Where(line => line.Breakdown != Breakdown.Total)
        .Select(line => (line.Element, line.Breakdown)).Distinct().ToLookup(pair => pair.Element, pair => pair.Breakdown);

    readonly Dictionary<(string Element, string Part), string> wholes = Nested(forms);

    /// <summary>Those whose figures are about themselves, whether they exist yet, still or no more.</summary>
    public IReadOnlyList<OrgUnit> Units => units;

    /// <summary>A unit's month with what it took over from those that were merged into it.</summary>
    public int Month(OrgUnit unit, Element element, string breakdown, Period month) => units
        .Where(other => other.ValidTo < month.Start && other.Successors.Any(successor => successor.Code == unit.Code))
        .Append(unit).Sum(each => Of(element, month.Start.Year)[(each.Code, breakdown)][month.Start.Month - 1]);

    /// <summary>All that count, as they stand in the month.</summary>
    public int Sum(Element element, string breakdown, Period month) =>
        units.Where(unit => unit.Counts && unit.IsValidOn(month.Start)).Sum(unit => Month(unit, element, breakdown, month));

    Dictionary<(string, string), int[]> Of(Element element, int year)
    {
        if (years.TryGetValue((element.Id, year), out var known)) return known;
        var figures = new Dictionary<(string, string), int[]>();
        var profile = DemoProfiles.Of(district, element);
        if (profile.Of is { } whole) AddShares(figures, element, whole, profile, year);
        else AddWholes(figures, element, profile, year);
        foreach (var unit in units)
            foreach (var group in breakdowns[element.Id].OrderBy(part => WholeOf(element.Id, part) == Breakdown.Total ? 0 : 1).GroupBy(GroupOf)) AddGroup(figures, unit, element, [.. group], year);
        return years[(element.Id, year)] = figures;
    }

    void AddWholes(Dictionary<(string, string), int[]> figures, Element element, DemoProfile profile, int year)
    {
        var counting = units.Where(unit => unit.Counts).ToArray();
        var random = DemoRandom.For(seed, "shares", element.Id);
        var weights = counting.Select(unit => DemoScale.Size(unit, seed) * random.Between(0.88, 1.12)).ToArray();
        var totals = Apportioned.Among((int)Math.Round(profile.Level * profile.Factor(year)), weights);
        foreach (var unit in units)
        {
            var index = Array.IndexOf(counting, unit);
            var share = (index >= 0 ? weights[index] : DemoScale.Size(unit, seed)) / weights.Sum();
            figures[(unit.Code, Breakdown.Total)] = element.Kind == ElementKind.stock
                ? [.. Months(year).Select(month => Level(unit, element, profile, share, month))]
                : [.. Apportioned.Among(index >= 0 ? totals[index] : (int)Math.Round(profile.Level * profile.Factor(year) * share), DemoScale.MonthShares(unit.Code, element.Id, year, seed))
                    .Select((value, month) => DemoProfiles.OnceOnly(unit.Code, element.Id, Period.Month(year, month + 1)) ?? value)];
        }
    }

    int Level(OrgUnit unit, Element element, DemoProfile profile, double share, Period month) =>
        DemoProfiles.OnceOnly(unit.Code, element.Id, month)
        ?? (int)Math.Round(profile.LevelAt(month.Start) * share * (1 + DemoRandom.For(seed, "ripple", unit.Code, element.Id, $"{month}").Between(-0.004, 0.004)));

    /// <summary>A share of another element: of a stock at each month's end, of a flow in its running sum, so that neither ever exceeds it.</summary>
    void AddShares(Dictionary<(string, string), int[]> figures, Element element, string whole, DemoProfile profile, int year)
    {
        var wholes = Of(ElementOf(whole, year), year);
        foreach (var unit in units)
        {
            var share = Math.Min(1, profile.Factor(year) * (profile.Factor(year) < 1 ? DemoRandom.For(seed, "share", unit.Code, element.Id).Between(0.985, 1.015) : 1));
            figures[(unit.Code, Breakdown.Total)] = Shared(wholes[(unit.Code, Breakdown.Total)], share, element.Kind);
        }
    }

    public static int[] Shared(int[] whole, double share, ElementKind kind)
    {
        if (kind == ElementKind.stock) return [.. whole.Select(value => (int)Math.Floor(value * share))];
        var (sum, taken) = (0, 0);
        return [.. whole.Select(value =>
        {
            var next = (int)Math.Round((sum += value) * share);
            var own = next - taken;
            taken = next;
            return own;
        })];
    }

    /// <summary>Alternatives (女性, 男性) share one whole: together never more than it, and all of it where they exhaust it.</summary>
    void AddGroup(Dictionary<(string Unit, string Breakdown), int[]> figures, OrgUnit unit, Element element, IReadOnlyList<string> parts, int year)
    {
        var whole = figures[(unit.Code, WholeOf(element.Id, parts[0]))];
        var left = (int[])whole.Clone();
        var members = catalog.Breakdowns.Where(breakdown => breakdown.Group == GroupOf(parts[0])).ToArray();
        var exhausts = members.Length == parts.Count && members.All(member => member.Exhaustive);
        foreach (var part in parts)
        {
            var random = DemoRandom.For(seed, "parts", unit.Code, element.Id, part, $"{year}");
            var share = DemoScale.PartShare(unit, element.Id, part, seed);
            var takesRest = exhausts && part == parts[^1];
            var months = whole.Select((count, month) => takesRest
                ? left[month]
                : Math.Clamp((int)Math.Round(count * share + random.Between(-0.4, 0.4) * Math.Sqrt(count)), 0, left[month])).ToArray();
            figures[(unit.Code, part)] = months;
            for (var month = 0; month < 12; month++) left[month] -= months[month];
        }
    }

    string WholeOf(string element, string part) => wholes.GetValueOrDefault((element, part), Breakdown.Total);

    /// <summary>Parts of parts (35周岁以下离土青年 among 农民), as the forms' conditions tell them.</summary>
    static Dictionary<(string, string), string> Nested(IReadOnlyList<Form> forms) =>
        (from form in forms
         from rule in form.Rules
         let lines = DemoMistakes.LinesOf(rule)
         where lines.Length == 2
         let pair = (Whole: form.Line(lines[0])!, Part: form.Line(lines[1])!)
         where pair.Whole.Element == pair.Part.Element && pair.Whole.Breakdown != Breakdown.Total
         select pair).DistinctBy(pair => (pair.Part.Element, pair.Part.Breakdown)).ToDictionary(pair => (pair.Part.Element, pair.Part.Breakdown), pair => pair.Whole.Breakdown);

    string GroupOf(string breakdown) => catalog.Breakdowns.FirstOrDefault(each => each.Id == breakdown)?.Group ?? breakdown;

    Element ElementOf(string id, int year) => catalog.ElementIn(id, year);

    static IEnumerable<Period> Months(int year) => Enumerable.Range(1, 12).Select(month => Period.Month(year, month));
}
