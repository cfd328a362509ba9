using System.Text.RegularExpressions;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>What a person once said of a sheet's words: learned from an answer, used where matching would have to ask again.</summary>
public static partial class Remembered
{
    /// <summary>Fewer signs than this (报表, 统计表) are no name of anything.</summary>
    const int ShortestTitle = 4;

    /// <summary>What an answered table teaches: its title's words for a form that was named, its unit's words for a unit.</summary>
    /// <param name="own">What was known of the file without the answer: what would have been found by it alone teaches nothing.</param>
    public static IEnumerable<WordAlias> From(MatchedTable table, Answers answers, Catalog catalog, MatchHints own, string decidedBy)
    {
        if (table is not { Unit: { } unit, Form: { } form }) yield break;
        var alone = Matcher.Match(table.Table, catalog, own);
        if (answers.Form == form.Id && alone.Form?.Id != form.Id && TitleWords(table.Table, catalog) is { } title)
            yield return new WordAlias(AliasKind.form, unit.District, title, form.Id, decidedBy, 0);
        if (answers.OrgUnit == unit.Code && alone.Unit?.Code != unit.Code && table.Table.OrgWords is { } words && Words.Bare(words) is { Length: > 0 } bare
            && OrgMatcher.Find(catalog.OrgUnits.Where(known => known.District == unit.District), words) is null) // another unit's name stays its own
            yield return new WordAlias(AliasKind.org_unit, unit.District, bare, unit.Code, decidedBy, 0);
    }

    /// <summary>Id of the form that somebody said such a title is of; null where nobody did.</summary>
    internal static string? Form(UnderstoodTable table, Catalog catalog, string? district) =>
        catalog.Aliases.Count > 0 && TitleWords(table, catalog) is { } title ? Meaning(catalog, AliasKind.form, district, title) : null;

    internal static OrgUnit? Unit(Catalog catalog, string? district, string words) =>
        Meaning(catalog, AliasKind.org_unit, district, Words.Bare(words)) is { } code ? catalog.OrgUnit(code) : null;

    // Words that mean one thing in one district and another elsewhere mean nothing where the district is not known.
    static string? Meaning(Catalog catalog, AliasKind kind, string? district, string words) => catalog.Aliases
        .Where(alias => alias.Kind == kind && alias.Words == words && (district is null || alias.District == district))
        .Select(alias => alias.Target).Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>The title without what changes from sheet to sheet: units, periods, signs.</summary>
    static string? TitleWords(UnderstoodTable table, Catalog catalog)
    {
        if (table.Title is null) return null;
        var bare = Words.Bare(table.Title);
        foreach (var name in catalog.OrgUnits.SelectMany(unit => unit.Aliases.Prepend(unit.Name)).Select(Words.Bare).Where(name => name.Length > 1).Distinct()
            .OrderByDescending(name => name.Length)) bare = bare.Replace(name, "|", StringComparison.Ordinal);
        var longest = Pieces().Split(bare).MaxBy(piece => piece.Length);
        return longest is { Length: >= ShortestTitle } ? longest : null;
    }

    [GeneratedRegex(@"[0-9〇零一二三四五六七八九十]+[-—~至]?[0-9〇零一二三四五六七八九十]*个?[年月日季号]份?度?|第[一二三四1-4]季度|[上下]半年|全年|[^\u4E00-\u9FFF〇]+")]
    private static partial Regex Pieces();
}
