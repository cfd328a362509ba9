using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Answer.Marked;

/// <summary>
/// Takes out of a workbook what belongs to its sender and not to its figures: macros, links to other files, queries, names and paths of
/// persons. What is taken out is said in words. Figures that came from elsewhere stay as the values they had.
/// </summary>
sealed partial class CopyForOthers(PackageParts parts, MarkedBook marked)
{
    const string Nobody = "填报人";
    readonly BookEdit book = marked.Book;
    readonly List<string> leftOut = [];

    /// <summary>Queries behind pivot tables and links within charts cannot be taken out by themselves; such a book is copied as values.</summary>
    public static bool IsEntangled(PackageParts parts) => parts.Names.Any(name =>
        name.Contains("/model/", StringComparison.OrdinalIgnoreCase)
        || (name.Contains("pivotCacheDefinition", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && parts.TextOf(name) is { } cache && OutsideCache().IsMatch(cache))
        || (name.Contains("/charts/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && parts.TextOf(name) is { } chart && OutsideChart().IsMatch(chart)));

    public IReadOnlyList<string> Clean()
    {
        Say(TakeMacros(), "宏");
        var linked = TakeLinks("externalLink");
        if (linked && book.Child("externalReferences") is { } references) book.Patch.Remove(references);
        var queried = TakeLinks("connections") | TakeLinks("customXml") | TakeTables();
        var outside = new OutsideFormulas(parts, book);
        var (hyperlinks, printers, formulas, objects) = (false, false, outside.TakeNames(), false);
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Part is not null).ToList())
        {
            formulas |= outside.TakeFrom(sheet.Part!);
            objects |= TakeObjects(sheet.Part!);
            queried |= Take(new Links(parts, sheet.Part!), "queryTable");
            printers |= TakePrinter(sheet.Part!);
            hyperlinks |= TakeHyperlinks(sheet.Part!);
        }
        if (formulas) TakeLinks("calcChain"); // it would name formulas that are gone; programs make it anew
        hyperlinks |= BlankOtherLinks();
        Say(linked || formulas, "外部链接（公式已换成数值）");
        Say(queried, "查询和数据连接");
        Say(hyperlinks, "超链接");
        Say(printers, "打印机设置");
        Say(objects, "嵌入的对象");
        Say(TakeLinks("usernames") | TakeLinks("revisionHeaders"), "修订记录和用户名");
        Say(TakeAuthors(), "批注作者");
        Say(TakePersons(), "作者和存放路径");
        return leftOut;
    }

    void Say(bool taken, string what)
    {
        if (taken) leftOut.Add(what);
    }

    bool TakeMacros()
    {
        var package = new Links(parts, "");
        var taken = TakeLinks("vbaProject") | Take(package, "extensibility") | marked.HasMacros;
        foreach (var sheet in book.Sheets.Where(sheet => sheet.Link is { } link && (link.Is("xlMacrosheet") || link.Is("xlIntlMacrosheet"))).ToList())
        {
            book.Remove(sheet);
            taken = true;
        }
        marked.Types.WithoutMacros();
        return taken;
    }

    bool TakeLinks(string kind)
    {
        var found = book.Links.All.Where(link => link.Is(kind)).ToList();
        foreach (var link in found) Take(book.Links, link);
        return found.Count > 0;
    }

    bool Take(Links links, string kind)
    {
        var found = links.All.Where(link => link.Is(kind)).ToList();
        foreach (var link in found) Take(links, link);
        links.Save();
        return found.Count > 0;
    }

    // A part goes with what hangs on it alone: the signature of macros, the paths of a link.
    void Take(Links links, Link link)
    {
        links.Remove(link);
        if (link.External || !parts.Has(link.Part)) return;
        var below = new Links(parts, link.Part);
        foreach (var inner in below.All.Where(inner => !inner.External && parts.Has(inner.Part)).ToList()) Drop(inner.Part);
        if (parts.Has(below.Name)) parts.Remove(below.Name);
        Drop(link.Part);
    }

    void Drop(string part)
    {
        parts.Remove(part);
        marked.Types.Remove(part);
    }

    // A table that a query fills becomes a table of what stands in it.
    bool TakeTables()
    {
        var taken = false;
        foreach (var table in book.Sheets.Where(sheet => sheet.Part is not null).SelectMany(sheet => new Links(parts, sheet.Part!).All).Where(link => link.Is("table") && !link.External))
        {
            if (parts.TextOf(table.Part) is not { } text || !Take(new Links(parts, table.Part), "queryTable")) continue;
            parts.Put(table.Part, QueryWords().Replace(text, ""));
            taken = true;
        }
        return taken;
    }

    // Another file within the file, with all that is in it; the picture that stands for it stays.
    bool TakeObjects(string part)
    {
        var links = new Links(parts, part);
        if (!(Take(links, "oleObject") | Take(links, "package") | Take(links, "control")) || parts.TextOf(part) is not { } text) return false;
        var patch = new Patch(text);
        foreach (var child in Markup.Children(Markup.Root(text)).Where(IsOfObjects)) patch.Remove(child);
        parts.Put(part, patch.Applied());
        return true;
    }

    static bool IsOfObjects(Element child) => child.Open.LocalName is "oleObjects" or "controls"
        || child.Is("AlternateContent") && (child.Content.Contains("oleObject", StringComparison.Ordinal) || child.Content.Contains("control", StringComparison.Ordinal));

    bool TakePrinter(string part)
    {
        if (!Take(new Links(parts, part), "printerSettings") || parts.TextOf(part) is not { } text) return false;
        var patch = new Patch(text);
        foreach (var set in Markup.Children(Markup.Root(text)).Where(child => child.Is("pageSetup"))) patch.Drop(set.Open, "id", anyPrefix: true);
        foreach (var views in Markup.Children(Markup.Root(text)).Where(child => child.Is("customSheetViews"))) patch.Remove(views); // each has a printer of its own
        parts.Put(part, patch.Applied());
        return true;
    }

    bool TakeHyperlinks(string part)
    {
        var links = new Links(parts, part);
        var outside = links.All.Where(link => link.External && link.Is("hyperlink")).ToList();
        if (outside.Count == 0 || parts.TextOf(part) is not { } text) return false;
        var patch = new Patch(text);
        if (Markup.Child(Markup.Root(text), "hyperlinks") is { } list)
        {
            var all = Markup.Children(list).ToList();
            var gone = all.Where(link => outside.Any(known => known.Id == link.Open.Prefixed("id"))).ToList();
            if (gone.Count == all.Count) patch.Remove(list);
            else foreach (var link in gone) patch.Remove(link);
        }
        foreach (var link in outside) links.Remove(link);
        links.Save();
        parts.Put(part, patch.Applied());
        return true;
    }

    // Pictures, charts and drawings keep their places; where they pointed to is gone.
    bool BlankOtherLinks()
    {
        var found = false;
        foreach (var name in parts.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && name.Contains("_rels/", StringComparison.Ordinal)).ToList())
        {
            if (parts.TextOf(name)?.Contains("External", StringComparison.Ordinal) != true) continue;
            var of = name.Replace("_rels/", "", StringComparison.Ordinal)[..^".rels".Length];
            if (of == book.Part) continue;
            var links = new Links(parts, of);
            foreach (var link in links.All.Where(link => link.External)) { links.Blank(link); found = true; }
            links.Save();
        }
        return found;
    }

    bool TakeAuthors()
    {
        var found = false;
        foreach (var name in parts.Names.Where(name => name.Contains("comments", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            if (parts.TextOf(name) is not { } text || !AuthorName().IsMatch(text)) continue;
            var names = AuthorName().Matches(text).Select(author => author.Groups[2].Value).Where(author => author.Length > 0 && author != OwnMarks.Author).Distinct().ToList();
            text = AuthorName().Replace(text, author => author.Groups[2].Value == OwnMarks.Author ? author.Value : $"{author.Groups[1].Value}{Nobody}{author.Groups[3].Value}");
            foreach (var author in names) text = Regex.Replace(text, $">{Regex.Escape(author)}([:：]?\\s*)</", $">{Nobody}$1</");
            parts.Put(name, text);
            found |= names.Count > 0;
        }
        foreach (var link in book.Links.All.Where(link => link.Is("person") && !link.External))
            if (parts.TextOf(link.Part) is { } persons) parts.Put(link.Part, PersonWords().Replace(persons, match => match.Groups[1].Value == "displayName" ? $" displayName=\"{Nobody}\"" : match.Groups[1].Value == "providerId" ? " providerId=\"None\"" : ""));
        return found;
    }

    bool TakePersons()
    {
        var package = new Links(parts, "");
        var taken = false;
        foreach (var link in package.All.Where(link => (link.Is("core-properties") || link.Is("extended-properties")) && !link.External))
            if (parts.TextOf(link.Part) is { } text && OwnWords().IsMatch(text))
            {
                parts.Put(link.Part, OwnWords().Replace(text, "$1$3"));
                taken = true;
            }
        taken |= Take(package, "custom-properties") | Take(package, "thumbnail");
        foreach (var child in book.Children.Where(child => child.Is("fileSharing") || (child.Is("AlternateContent") && child.Content.Contains("absPath", StringComparison.Ordinal))))
        {
            book.Patch.Remove(child);
            taken = true;
        }
        return taken;
    }

    [GeneratedRegex("<(\\w+:)?cacheSource\\s[^>]*type=\"(external|consolidation)\"|connectionId=")]
    private static partial Regex OutsideCache();

    [GeneratedRegex(">[^<]*\\[[0-9]+\\][^<]*</(\\w+:)?f>")]
    private static partial Regex OutsideChart();

    [GeneratedRegex("\\s(tableType=\"queryTable\"|queryTableFieldId=\"[0-9]+\"|connectionId=\"[0-9]+\")")]
    private static partial Regex QueryWords();

    [GeneratedRegex("(<(?:\\w+:)?author>)([^<]*)(</)")]
    private static partial Regex AuthorName();

    [GeneratedRegex("\\s(displayName|userId|providerId)=\"[^\"]*\"")]
    private static partial Regex PersonWords();

    [GeneratedRegex("(<(?:\\w+:)?(?:creator|lastModifiedBy|Company|Manager|HyperlinkBase|Template)(?:\\s[^>]*)?(?<!/)>)([^<]+)(</)")]
    private static partial Regex OwnWords();
}
