namespace Reporting.Tests.Warehouse;

/// <summary>The cases that the grain must hold, each a file of given and expected rows.</summary>
public class GrainTests
{
    static string Folder => Path.Combine(AppContext.BaseDirectory, "Warehouse", "cases");

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)).Order()];

    [Theory, MemberData(nameof(Cases))]
    public void The_grain_holds(string file) => Assert.Empty(new GrainCase(Path.Combine(Folder, file)).Run());

    [Fact]
    public void Every_case_of_the_design_has_a_file() =>
        Assert.Equal(Enumerable.Range(1, 17), Directory.GetFiles(Folder).Select(file => int.Parse(Path.GetFileName(file)[..2], null)).Distinct().Order());
}
