using System.Runtime.CompilerServices;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Whose table it is: what the sheet says, held against the channel it came through.</summary>
static class OrgMatcher
{
    public static (OrgUnit? Unit, IReadOnlyList<Finding> Findings) Match(UnderstoodTable table, Catalog catalog, MatchHints hints, Period? period, string? district = null)
    {
        if (hints.OrgUnit is { } code)
            return (catalog.OrgUnit(code, period?.Start) ?? catalog.OrgUnit(code)) is { } answered ? (answered, Overridden(table, answered, catalog, period)) : (null, [MatchFindings.OrgUnitUnknown(table, code, [])]);
        var units = UnitsOf(catalog, hints.ChannelUnit?.District ?? district, period);
        if (table.OrgWords is { } words)
            return Find(units, words) is { } named ? AgainstChannel(table, named, words, catalog, hints)
                : Remembered.Unit(catalog, hints.ChannelUnit?.District ?? district, words) is { } meant ? Noted(AgainstChannel(table, meant, words, catalog, hints), MatchFindings.OrgUnitRemembered(table, words, meant))
                : (null, [MatchFindings.OrgUnitUnknown(table, words, Near(units, words))]);
        if (FindInTitle(units, table) is { } titled) return AgainstChannel(table, titled, titled.Name, catalog, hints);
        return FromOutside(table, units, hints);
    }

    /// <summary>A person named the unit; where the sheet says otherwise, that is told.</summary>
    static IReadOnlyList<Finding> Overridden(UnderstoodTable table, OrgUnit answered, Catalog catalog, Period? period)
    {
        var units = UnitsOf(catalog, answered.District, period);
        var named = table.OrgWords is { } words ? Find(units, words) ?? Find(UnitsOf(catalog, null, period), words) : FindInTitle(units, table);
        return named?.Code == answered.Code || (named?.Name ?? table.OrgWords) is not { } said ? [] : [MatchFindings.OrgUnitOverridden(table, table.OrgWords ?? said, named, answered)];
    }

    /// <summary>The unit that words name: its name or alias, alone or inside them; the longest name wins.</summary>
    public static OrgUnit? Find(IEnumerable<OrgUnit> units, string words)
    {
        var bare = Cleaned(words);
        if (bare.Length == 0) return null;
        var all = units.ToList();
        return Only(all.Where(unit => Names(unit).Any(name => name == bare)))
            ?? LongestInside(all.Where(unit => unit.Kind is not (OrgUnitKind.district or OrgUnitKind.city)), bare)
            ?? Only(all.Where(unit => unit.Kind is OrgUnitKind.district && Names(unit).Any(name => bare.StartsWith(name, StringComparison.Ordinal) && bare.Length <= name.Length + 4)))
            ?? Only(all.Where(unit => Names(unit).Any(name => name.Length > 2 && bare.Length >= 2 && name[..^1] == bare)));
    }

    static IReadOnlyList<OrgUnit> UnitsOf(Catalog catalog, string? district, Period? period)
    {
        var known = catalog.OrgUnits.Where(unit => period is null || unit.ValidFrom <= period.Value.End && (unit.ValidTo is null || unit.ValidTo >= period.Value.Start));
        return [.. known.GroupBy(unit => unit.Code).Select(versions => versions.MaxBy(unit => unit.ValidFrom)!)
            .Where(unit => district is null || unit.District == district)];
    }

    /// <summary>The one district that the title names, by code.</summary>
    public static string? DistrictIn(UnderstoodTable table, Catalog catalog) => table.Title is null ? null
        : LongestInside(catalog.OrgUnits.Where(unit => unit.Kind == OrgUnitKind.district), Words.Bare(table.Title))?.Code;

    /// <summary>A title names the district of the form as a matter of course; only a unit below it says who reports.</summary>
    static OrgUnit? FindInTitle(IReadOnlyList<OrgUnit> units, UnderstoodTable table) =>
        table.Title is null ? null : LongestInside(units.Where(unit => unit.Kind is not (OrgUnitKind.district or OrgUnitKind.city)), Words.Bare(table.Title));

    static (OrgUnit?, IReadOnlyList<Finding>) Noted((OrgUnit? Unit, IReadOnlyList<Finding> Findings) matched, Finding note) =>
        matched.Unit is null ? matched : (matched.Unit, [note, .. matched.Findings]);

    static (OrgUnit?, IReadOnlyList<Finding>) AgainstChannel(UnderstoodTable table, OrgUnit named, string words, Catalog catalog, MatchHints hints)
    {
        if (hints.ChannelUnit is not { } channel || channel.Code == named.Code || channel.ReportsFor.Contains(named.Code)) return (named, []);
        return (null, [MatchFindings.OrgUnitConflict(table, words, named, channel)]);
    }

    static (OrgUnit?, IReadOnlyList<Finding>) FromOutside(UnderstoodTable table, IReadOnlyList<OrgUnit> units, MatchHints hints)
    {
        var ofFile = LongestInside(units.Where(unit => unit.Kind is not (OrgUnitKind.district or OrgUnitKind.city)), Words.Bare(hints.FileName));
        if (hints.ChannelUnit is { } channel)
            return (channel, ofFile is { } other && other.Code != channel.Code && !channel.ReportsFor.Contains(other.Code)
                ? [MatchFindings.OrgUnitFromChannel(table, channel), MatchFindings.OrgUnitFileNameDiffers(table, hints.FileName, other, channel)]
                : [MatchFindings.OrgUnitFromChannel(table, channel)]);
        return ofFile is null ? (null, [MatchFindings.OrgUnitMissing(table)]) : (ofFile, [MatchFindings.OrgUnitFromFileName(table, ofFile, hints.FileName)]);
    }

    static OrgUnit? LongestInside(IEnumerable<OrgUnit> units, string text)
    {
        var found = units.SelectMany(unit => Names(unit).Where(name => name.Length >= 2 && text.Contains(name, StringComparison.Ordinal)).Select(name => (unit, name.Length))).ToList();
        return found.Count == 0 ? null : Only(found.Where(pair => pair.Length == found.Max(each => each.Length)).Select(pair => pair.unit));
    }

    static OrgUnit? Only(IEnumerable<OrgUnit> units) => units.DistinctBy(unit => unit.Code).Take(2).ToList() is [var only] ? only : null;

    static IReadOnlyList<OrgUnit> Near(IEnumerable<OrgUnit> units, string words)
    {
        var key = new LabelKey(Cleaned(words), Cleaned(words));
        return [.. units.Select(unit => (unit, Score: Names(unit).Max(name => key.Likeness(new(name, name))))).Where(pair => pair.Score >= 0.45m)
            .OrderByDescending(pair => pair.Score).Take(2).Select(pair => pair.unit)];
    }

    // A unit's names are the same for every row that may speak of it.
    static readonly ConditionalWeakTable<OrgUnit, string[]> Known = [];

    static string[] Names(OrgUnit unit) => Known.GetValue(unit, known => [.. known.Aliases.Prepend(known.Name).Select(Words.Bare).Where(name => name.Length > 0)]);

    static string Cleaned(string words)
    {
        var bare = Words.Bare(words);
        var bracket = bare.IndexOf('(', StringComparison.Ordinal);
        return (bracket > 0 ? bare[..bracket] : bare).Trim('_', '-', ':', ',', '.');
    }
}
