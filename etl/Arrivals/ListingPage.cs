using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Reporting.Etl.Arrivals;

/// <summary>A file that a listing names.</summary>
/// <param name="Row">What the page says of it: name, time and size in that server's own words.</param>
sealed record ListedFile(string Name, Uri Url, string Row);

/// <summary>Reads the page with which a web server lists a folder (nginx, Apache, Python and their like). Only plain files directly below the page count.</summary>
static partial class ListingPage
{
    const int LongestRow = 200, LongestName = 255;

    /// <summary>Null where the page is no listing: neither a file nor the way up nor the words of one.</summary>
    public static IReadOnlyList<ListedFile>? Read(Uri page, string html)
    {
        var files = new Dictionary<string, ListedFile>(StringComparer.Ordinal);
        var isListing = Words().IsMatch(html);
        var links = Link.Matches(html);
        foreach (var (index, link) in links.Index())
        {
            var words = WebUtility.HtmlDecode(link.Groups["quoted"] is { Success: true } quoted ? quoted.Value : link.Groups["bare"].Value).Trim();
            if (words is "../" or "..") isListing = true;
            if (NameOf(page, words) is not { } name) continue;
            var end = index + 1 < links.Count ? links[index + 1].Index : html.Length;
            files.TryAdd(name, new(name, new(page, words), RowIn(html[(link.Index + link.Length)..end])));
        }
        // A page that asks for a name and a password has links of its own.
        return isListing || files.Count > 0 && !html.Contains("<form", StringComparison.OrdinalIgnoreCase) ? [.. files.Values] : null;
    }

    // Another host, another folder, a query for sorting, a folder below: none of them is a file of this listing.
    static string? NameOf(Uri page, string words)
    {
        if (words.Length is 0 or > 2048 || !Uri.TryCreate(page, words, out var url) || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0) return null;
        if (Uri.Compare(page, url, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0) return null;
        var folder = page.AbsolutePath[..(page.AbsolutePath.LastIndexOf('/') + 1)];
        if (!url.AbsolutePath.StartsWith(folder, StringComparison.Ordinal)) return null;
        var name = Uri.UnescapeDataString(url.AbsolutePath[folder.Length..]);
        return name.Length == 0 || name is "." or ".." || name.Contains('/') || name.Contains('\\') || name.Any(char.IsControl)
            || name.Contains('\uFFFD') || Encoding.UTF8.GetByteCount(name) > LongestName ? null : name;
    }

    static string RowIn(string html)
    {
        var words = Blank().Replace(WebUtility.HtmlDecode(Tag.Replace(html, " ")), " ").Trim();
        return words.Length > LongestRow ? words[..LongestRow] : words;
    }

    // Pages of strangers: no pattern may take longer the more crooked a page is.
    static readonly Regex Link = new("""<a\s(?:[^<>"']|"[^"]*"|'[^']*')*?href\s*=\s*(?:"(?<quoted>[^"<>]*)"|'(?<quoted>[^'<>]*)'|(?<bare>[^\s<>"']+))""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    static readonly Regex Tag = new("^[^<>]*>|<[^>]*>", RegexOptions.NonBacktracking);

    [GeneratedRegex("index of|directory listing", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
