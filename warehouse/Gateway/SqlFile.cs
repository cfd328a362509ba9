using System.Collections.Concurrent;
using System.Reflection;

namespace Reporting.Warehouse.Gateway;

/// <summary>SQL lives in files embedded in this assembly; code names them by path, such as <c>Schema/loads/desired.sql</c>.</summary>
static class SqlFile
{
    static readonly Assembly Home = typeof(SqlFile).Assembly;
    static readonly ConcurrentDictionary<string, string> Texts = new();

    /// <exception cref="FileNotFoundException">The program was built without this file.</exception>
    public static string Text(string path) => Texts.GetOrAdd(path, static wanted =>
    {
        using var stream = Home.GetManifestResourceStream(wanted)
            ?? throw new FileNotFoundException($"the statement '{wanted}' is not part of this program", wanted);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>Paths below a folder in name order: the order in which numbered scripts run.</summary>
    public static IReadOnlyList<string> Below(string folder) =>
        [.. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal) && !name[(folder.Length + 1)..].Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
}
