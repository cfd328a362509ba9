using System.Runtime.CompilerServices;

namespace Reporting.Tests.Rules;

/// <summary>
/// Expected texts kept as files beside the tests. <c>REPORTING_REWRITE_EXPECTED=1</c> writes what the program says now in their place;
/// the change is then read in the diff.
/// </summary>
static class ExpectedText
{
    static readonly bool Rewrite = Environment.GetEnvironmentVariable("REPORTING_REWRITE_EXPECTED") == "1";

    /// <param name="file">Path beside the calling test's own source file.</param>
    public static void Matches(string file, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, file);
        if (Rewrite) File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{path} is missing; write it with REPORTING_REWRITE_EXPECTED=1 and read it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
