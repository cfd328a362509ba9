using System.Reflection;

namespace Reporting.Portal.Operations;

/// <summary>The statements of this folder, by file name under it: <c>Runs/RecordRun.sql</c>.</summary>
static class OperationsSql
{
    const string Folder = "Operations/";
    static readonly Assembly Home = typeof(OperationsSql).Assembly;

    public static string Of(string name)
    {
        using var stream = Home.GetManifestResourceStream(Folder + name) ?? throw new InvalidOperationException($"no statement {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>All files, in the order of their names: schema scripts come numbered.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Home.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Schema => Names.Where(name => name.StartsWith("Schema/", StringComparison.Ordinal));
}
