using System.Globalization;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Answer.Marked;

/// <summary>The comments of one sheet: ours of an earlier round go, ours of this round come, a sender's own stay as they are.</summary>
sealed class CommentPart
{
    readonly string? text;
    readonly Element root;
    readonly Patch patch;
    readonly List<string> authors = [];
    readonly HashSet<string> others = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> removed = [];

    public CommentPart(string? written, bool strict)
    {
        text = written ?? $"{XmlParts.Declaration}<comments xmlns=\"{XmlParts.MainOf(strict)}\"><authors></authors><commentList></commentList></comments>";
        (root, patch) = (Markup.Root(text), new(text));
        if (Markup.Child(root, "authors") is { } list) authors.AddRange(Markup.Children(list).Select(author => Markup.Decoded(author.Content)));
        if (Markup.Child(root, "commentList") is not { } comments) return;
        foreach (var comment in Markup.Children(comments).Where(comment => comment.Is("comment")))
        {
            var place = comment.Open["ref"] ?? "";
            if (!IsOwn(comment)) { others.Add(place); continue; }
            removed.Add(place);
            patch.Remove(comment);
        }
    }

    /// <summary>Places of our comments of an earlier round: their boxes go too.</summary>
    public IReadOnlyList<string> Removed => removed;

    /// <summary>A cell takes one comment: where the sender has one, ours stands in the list of results only.</summary>
    public bool HasOther(string address) => others.Contains(address);

    public string With(IReadOnlyList<(string Address, string Text)> comments)
    {
        var p = root.Open.Prefix;
        var author = authors.FindIndex(OwnMarks.IsOwnAuthor);
        if (author < 0)
        {
            author = authors.Count;
            var line = $"<{p}author>{OwnMarks.Author}</{p}author>";
            if (Markup.Child(root, "authors") is { } list) patch.Append(list, line);
            else patch.Insert(root.Open.End, $"<{p}authors>{line}</{p}authors>");
        }
        var added = string.Concat(comments.Select(comment => Written(comment.Address, comment.Text, author, p)));
        if (Markup.Child(root, "commentList") is { } commentList) patch.Append(commentList, added);
        else patch.Insert(root.ContentEnd, $"<{p}commentList>{added}</{p}commentList>");
        return patch.Applied();
    }

    bool IsOwn(Element comment)
    {
        if (comment.Open.NumberOf("authorId") is { } author && author < authors.Count && OwnMarks.IsOwnAuthor(authors[author])) return true;
        var words = new System.Text.StringBuilder();
        for (var at = comment.Open.End; Markup.Next(comment.Open.Text, at, comment.ContentEnd) is { } tag; at = tag.End)
            if (tag is { IsClosing: false, IsEmpty: false } && tag.Is("t")) words.Append(Markup.Decoded(Markup.Of(tag, comment.ContentEnd).Content));
        return OwnMarks.IsOwnText(words.ToString());
    }

    // The first line is the head: bold, as Excel writes the author's name.
    static string Written(string address, string text, int author, string p)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var found ? found : text.Length;
        return string.Create(CultureInfo.InvariantCulture, $"<{p}comment ref=\"{address}\" authorId=\"{author}\"><{p}text>{Run(text[..end], true, p)}{(end < text.Length ? Run(text[end..], false, p) : "")}</{p}text></{p}comment>");
    }

    static string Run(string text, bool bold, string p) =>
        $"<{p}r><{p}rPr>{(bold ? $"<{p}b/>" : "")}<{p}sz val=\"10\"/><{p}rFont val=\"宋体\"/><{p}charset val=\"134\"/></{p}rPr><{p}t xml:space=\"preserve\">{XmlWords.InCell(text)}</{p}t></{p}r>";
}
