using System.Text;

namespace Reporting.Etl.Answer.Marked;

/// <summary>Changes to a text, gathered while it is read and made in one go. A change within a part that is taken out is lost with it.</summary>
sealed class Patch(string text)
{
    readonly List<(int Start, int End, string With)> edits = [];

    public bool IsEmpty => edits.Count == 0;

    public void Replace(int start, int end, string with) => edits.Add((start, end, with));

    public void Insert(int at, string with) => edits.Add((at, at, with));

    public void Remove(Element element) => edits.Add((element.Start, element.End, ""));

    /// <summary>Sets an attribute of a tag, putting it first where it is not there yet.</summary>
    public void Set(Tag tag, string attribute, string value)
    {
        if (tag.Find(attribute, anyPrefix: false) is { } found) Replace(found.ValueStart, found.ValueEnd, XmlWords.Escaped(value));
        else Insert(tag.NameEnd, $" {attribute}=\"{XmlWords.Escaped(value)}\"");
    }

    public void Drop(Tag tag, string attribute, bool anyPrefix = false)
    {
        if (tag.Find(attribute, anyPrefix) is { } found) Replace(found.Start, found.ValueEnd + 1, "");
    }

    /// <summary>Puts something at the end of an element, opening it where it is empty.</summary>
    public void Append(Element element, string content)
    {
        if (element.Open.IsEmpty) Replace(element.Open.End - 2, element.Open.End, $">{content}</{element.Open.Name}>");
        else Insert(element.ContentEnd, content);
    }

    public string Applied()
    {
        var (made, at) = (new StringBuilder(text.Length + 1024), 0);
        // What is put in at a place comes before what is replaced from there on; of several put in the order given stays.
        foreach (var (start, end, with) in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End > edit.Start))
        {
            if (start < at) continue;
            made.Append(text, at, start - at).Append(with);
            at = end;
        }
        return made.Append(text, at, text.Length - at).ToString();
    }
}
