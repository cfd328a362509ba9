using System.Runtime.CompilerServices;

namespace Reporting.Tests.Reports;

/// <summary>
/// What an output said when it was last looked at. <c>REPORTING_GOLDEN=write</c> writes it anew beside the test; the diff is then reviewed.
/// </summary>
static class GoldenText
{
    public static void Check(string name, string actual, [CallerFilePath] string test = "")
    {
        if (Environment.GetEnvironmentVariable("REPORTING_GOLDEN") == "write")
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(test)!, "cases", name), actual);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(Path.GetDirectoryName(test)!), "cases", name)).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }
}
