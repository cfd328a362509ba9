namespace Reporting.Tests.Docs;

/// <summary>The repository that the tests were built in, as text.</summary>
static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Paths below a folder of the repository, what the build makes left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or ".git" or "TestResults" or "data"))
        .Order(StringComparer.Ordinal);

    static string Find(string folder) => File.Exists(Path.Combine(folder, "Reporting.sln"))
        ? folder
        : Path.GetDirectoryName(folder) is { } above ? Find(above) : throw new DirectoryNotFoundException("no Reporting.sln above the tests");
}
