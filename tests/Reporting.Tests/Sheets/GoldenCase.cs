using System.Runtime.CompilerServices;

namespace Reporting.Tests.Sheets;

/// <summary>Case folders with <c>sheet.txt</c> and <c>expected.txt</c>. With UPDATE_EXPECTED=1 the expected files are written anew, to be reviewed in the diff.</summary>
static class GoldenCase
{
    public static TheoryData<string> Names(string room) =>
        [.. Directory.GetDirectories(Folder(room)).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public static string Sheet(string room, string name) => File.ReadAllText(Path.Combine(Folder(room), name, "sheet.txt"));

    public static void Check(string room, string name, string actual)
    {
        var path = Path.Combine(Folder(room), name, "expected.txt");
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    static string Folder(string room) => Path.Combine(Root(), room, "cases");

    static string Root([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;
}
