using System.Globalization;

namespace Reporting.Etl.Answer.Marked;

/// <summary>One numbered list of the styles part (fonts, fills, borders, cellXfs): what is there keeps its number, further ones follow.</summary>
sealed class StyleList
{
    readonly Element? written;
    readonly int before;
    readonly List<string> items;

    public StyleList(string name, Element? written, IReadOnlyList<string> whereMissing)
    {
        (Name, this.written) = (name, written);
        items = written is { } there ? [.. Markup.Children(there).Select(item => item.Outer)] : [];
        before = items.Count;
        if (items.Count == 0) items.AddRange(whereMissing);
    }

    public string Name { get; }
    public int Count => items.Count;
    public string this[int number] => items[number];

    /// <summary>The number of an item; one that is there in the same words is not put in twice.</summary>
    public int NumberOf(string item)
    {
        var known = items.IndexOf(item);
        if (known >= 0) return known;
        items.Add(item);
        return items.Count - 1;
    }

    /// <summary>Writes what has come; where the list itself is new, it is given back to be put in its place.</summary>
    public string? Save(Patch patch, string prefix)
    {
        var more = string.Concat(items.Skip(before));
        if (more.Length == 0) return null;
        var count = items.Count.ToString(CultureInfo.InvariantCulture);
        if (written is not { } there) return $"<{prefix}{Name} count=\"{count}\">{more}</{prefix}{Name}>";
        patch.Set(there.Open, "count", count);
        patch.Append(there, more);
        return null;
    }
}
