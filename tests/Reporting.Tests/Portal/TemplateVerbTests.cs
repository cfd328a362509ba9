using Reporting.Tests.Templates;

namespace Reporting.Tests.Portal;

/// <summary>The verb <c>template</c> as people type it.</summary>
public class TemplateVerbTests
{
    [Fact]
    public void A_form_is_written_to_a_file_or_into_a_folder()
    {
        using var program = RunningProgram.WithDefinitions();
        var path = Path.Combine(program.Home, "三月.xlsx");
        var one = program.RunShipped("template", "就业工作月报表", "--org", "城桥镇", "--period", "2022-03", "--out", path, "--json");
        Assert.Equal((0, ""), (one.ExitCode, one.Error));
        Assert.Equal("employment-monthly", Assert.Single(one.Json.GetProperty("forms").EnumerateArray()).GetProperty("id").GetString());
        var table = Assert.Single(FilledTemplate.Read(File.ReadAllBytes(path)));
        Assert.Equal(("employment-monthly", "310151101", "2022-03"), (table.Form?.Id, table.Unit?.Code, table.Period?.ToString()));

        Assert.Equal(0, program.RunShipped("template", "--org", "310151101", "--period", "2022-03", "--out", program.Home).ExitCode);
        var all = FilledTemplate.Read(File.ReadAllBytes(Path.Combine(program.Home, "城桥镇 报表 2022年3月.xlsx")));
        Assert.Equal(["chongming-labor-relations-monthly", "employment-monthly", "chongming-social-security-monthly"], all.Select(each => each.Form?.Id));
    }

    [Theory]
    [InlineData("employment-month", "310151101", "2022-03", "employment-monthly")]
    [InlineData("employment-monthly", "310151999", "2022-03", "310151999")]
    [InlineData("employment-monthly", "310151101", "三月", "2022-03")]
    [InlineData("employment-monthly", "310151101", "2022", "2022-01")]
    [InlineData("employment-monthly", "310151-RSJ", "2022-03", "chongming-bureau-yearly")]
    [InlineData("employment-monthly", "310151101", "2019-03", "2021-01-01")]
    [InlineData(null, "310151101", "2022", "employment-monthly")]
    public void What_cannot_be_drawn_is_said_with_what_can(string? form, string org, string period, string help)
    {
        using var program = RunningProgram.WithDefinitions();
        string[] words = ["template", .. form is null ? Array.Empty<string>() : [form], "--org", org, "--period", period, "--out", Path.Combine(program.Home, "x.xlsx")];
        BadInputTests.AssertOneMessage(program.RunShipped(words), 2, help);
        Assert.Empty(Directory.EnumerateFiles(program.Home, "*.xlsx"));
    }
}
