using System.Xml;

namespace Reporting.Etl.Intake;

/// <summary>
/// The comments of a workbook's cells. Newer Excel keeps a conversation in a part of its own and writes a stand-in for it among the
/// old comments ("[Threaded comment] Your version of Excel …"): the conversation then counts.
/// </summary>
sealed class XlsxComments
{
    readonly XlsxPackage package;
    readonly XlsxNames names;
    readonly ReadBudget budget;
    readonly Dictionary<string, string> persons = new(StringComparer.OrdinalIgnoreCase);
    readonly XlsxText text;

    XlsxComments(XlsxPackage package, XlsxNames names, ReadBudget budget)
    {
        (this.package, this.names, this.budget, text) = (package, names, budget, new(budget));
        foreach (var part in package.RelationshipsOf(XlsxWorkbook.PartOf(package)).Where(part => part.Is("person")))
            Read(part.Part, "person", xml => persons.TryAdd(xml.GetAttribute("id") ?? "", xml.GetAttribute("displayName") ?? ""));
    }

    /// <summary>Null where the book has none: it must not pay for them.</summary>
    public static XlsxComments? In(XlsxPackage package, XlsxNames names, ReadBudget budget) =>
        package.HasPartNamed("comment") ? new(package, names, budget) : null;

    public IReadOnlyList<CellComment> Of(string sheetPart)
    {
        var (comments, threads) = (new List<CellComment>(), new List<CellComment>());
        foreach (var part in package.RelationshipsOf(sheetPart))
        {
            if (part.Is("comments")) ReadComments(part.Part, comments);
            else if (part.Is("threadedComment")) ReadThreads(part.Part, threads);
        }
        comments.RemoveAll(OwnMarks.IsOwn); // ours of an earlier round is no word of the sender's
        var talkedAbout = threads.Select(thread => (thread.Row, thread.Column)).ToHashSet();
        return [.. comments.Where(comment => !talkedAbout.Contains((comment.Row, comment.Column))), .. threads
            .GroupBy(thread => (thread.Row, thread.Column))
            .Select(thread => thread.First() with { Text = string.Join('\n', thread.Select(said => said.Text)) })];
    }

    void ReadComments(string part, List<CellComment> comments)
    {
        var authors = new List<string>();
        Read(part, "author", xml => { text.Clear(); text.Append(xml); authors.Add(text.Shown() ?? ""); });
        Read(part, "comment", xml =>
        {
            var (place, author) = (xml.GetAttribute("ref"), xml.GetAttribute("authorId"));
            text.Clear();
            text.AppendItem(xml, names);
            Add(comments, place, int.TryParse(author, out var index) && index >= 0 && index < authors.Count ? authors[index] : "");
        });
    }

    void ReadThreads(string part, List<CellComment> comments) => Read(part, "threadedComment", xml =>
    {
        var (place, person, depth) = (xml.GetAttribute("ref"), xml.GetAttribute("personId") ?? "", xml.Depth);
        text.Clear();
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "text") text.Append(xml);
        Add(comments, place, persons.GetValueOrDefault(person, ""));
    });

    void Add(List<CellComment> comments, string? place, string author)
    {
        if (CellAddress.TryRead(place, out var row, out var column) && text.Shown() is { } shown) comments.Add(new(row, column, author, shown));
        budget.CheckEntries(comments.Count);
    }

    void Read(string part, string element, Action<XmlReader> take)
    {
        using var xml = package.Open(part);
        while (xml?.Read() == true)
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element) take(xml);
    }
}
