using System.Text.RegularExpressions;

namespace Reporting.Tests.Walls;

/// <summary>The source as it lies in the checkout, for rules that are about the code itself.</summary>
static partial class Checkout
{
    public static readonly string[] ProductFolders = ["warehouse", "etl", "reports", "portal"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths of the product's files with this ending, from the root, with forward slashes; what a build leaves is no source.</summary>
    public static IReadOnlyList<string> Product(string ending) =>
    [
        .. ProductFolders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + ending, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>A C# file without its comments.</summary>
    public static string Code(string path) => CommentPattern().Replace(Text(path), match => match.Value[0] == '"' ? match.Value : " ");

    /// <summary>The string literals of a C# file, quotes included.</summary>
    public static IEnumerable<string> Literals(string path) => LiteralPattern().Matches(Code(path)).Select(match => match.Value);

    // A literal is matched first, so that // inside one does not count as a comment.
    [GeneratedRegex(""" "{3,}[\s\S]*?"{3,} | @"(?:[^"]|"")*" | "(?:[^"\\\n]|\\.)*" | //[^\n]* | /\*[\s\S]*?\*/ """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentPattern();

    [GeneratedRegex(""" "{3,}[\s\S]*?"{3,} | @"(?:[^"]|"")*" | "(?:[^"\\\n]|\\.)*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex LiteralPattern();

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Reporting.sln"))) return folder.FullName;
        throw new InvalidOperationException($"no checkout above {AppContext.BaseDirectory}: these tests are about the source");
    }
}
