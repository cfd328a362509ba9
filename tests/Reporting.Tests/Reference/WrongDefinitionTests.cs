using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reference;

/// <summary>Each file of cases/wrong is put into an empty data/definitions; its last lines say which problems must be named.</summary>
public partial class WrongDefinitionTests
{
    static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Reference", "cases", "wrong");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Cases).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void A_wrong_definition_is_named_by_file_line_and_key(string file)
    {
        var text = File.ReadAllText(Path.Combine(Cases, file));
        var expected = Expectation().Matches(text).Select(match => (
            Line: int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), Key: match.Groups["key"].Value, Words: match.Groups["words"].Value)).ToList();
        Assert.NotEmpty(expected);

        using var folder = new DefinitionFolder().With(file, text);
        var problems = folder.Problems();

        Assert.All(problems, problem => Assert.Equal(Path.Combine(folder.Path, file), problem.File));
        Assert.Equal(expected.Select(one => (one.Line, one.Key)).Order(), problems.Select(problem => (problem.Line, problem.Key)).Order());
        Assert.All(expected, one => Assert.Contains(problems, problem => problem.Line == one.Line && problem.Message.Contains(one.Words, StringComparison.Ordinal)));
        Assert.All(problems, problem => Assert.DoesNotMatch(Chinese(), Quoted().Replace(problem.MessageEn, "")));
    }

    [Fact]
    public void The_exception_lists_every_problem_of_every_file_with_its_place()
    {
        using var folder = new DefinitionFolder()
            .With("a.yaml", "breakdowns:\n  - { id: p, nam: 试, group: p }\n")
            .With("b.yaml", "indicators:\n  - id: q\n    name: 试\n    unit: 人\n    numerator: [{ element: nowhere, time: sum }]\n    meaning: 试\n");
        var exception = Assert.Throws<DefinitionException>(folder.Read);
        Assert.Equal(3, exception.Problems.Count);
        Assert.Contains($"{Path.Combine(folder.Path, "a.yaml")}:2 [nam] 没有“nam”这个键，是不是“name”？", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{Path.Combine(folder.Path, "b.yaml")}:5 [element] 没有填报指标“nowhere”", exception.Message, StringComparison.Ordinal);
        Assert.Contains("there is no element 'nowhere'", exception.MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_utf_8_is_named()
    {
        using var folder = new DefinitionFolder().With("gbk.yaml", [.. Encoding.ASCII.GetBytes("breakdowns: # "), 0xC5, 0xAE, 0xD0, 0xD4]);
        var problem = Assert.Single(folder.Problems());
        Assert.Contains("UTF-8", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_of_shipped_definitions_is_named()
    {
        var problem = Assert.Single(Assert.Throws<DefinitionException>(() => DefinitionFiles.Read("/nowhere/definitions", null)).Problems);
        Assert.Equal(("/nowhere/definitions", 0), (problem.File, problem.Line));
    }

    [Fact]
    public void A_unit_role_taken_away_is_noticed_where_the_form_needs_it()
    {
        using var folder = new DefinitionFolder().With("310151.yaml",
            DefinitionFolder.Shipped("Reference/districts/310151.yaml").Replace("role: training_center", "role: training_centre", StringComparison.Ordinal));
        var problems = folder.Problems();
        Assert.All(problems, problem => Assert.Contains("是不是“training_centre”", problem.Message, StringComparison.Ordinal));
        Assert.Equal(["history.yaml", "training-monthly.yaml"],
            problems.Where(problem => problem.Key == "role").Select(problem => Path.GetFileName(problem.File)).Order(StringComparer.Ordinal));
        Assert.Equal(2, problems.Count);
    }

    [Theory]
    [InlineData("2022-01-01\t元旦\tof", 2, "kind"), InlineData("2022-1-1\t元旦\toff", 2, "date"), InlineData("2022-01-01 元旦 off", 2, ""), InlineData("", 1, "")]
    public void A_wrong_line_of_a_holiday_table_is_named(string line, int number, string key)
    {
        using var folder = new DefinitionFolder().With("china-holidays.tsv", $"date\tname\tkind\n{line}\n");
        Assert.Contains(folder.Problems(), problem => problem.Line == number && problem.Key == key);
    }

    [Fact]
    public void A_day_in_two_holiday_tables_is_named()
    {
        using var folder = new DefinitionFolder().With("shanghai.tsv", "2022-05-01\t劳动节\toff\n");
        var problem = Assert.Single(folder.Problems());
        Assert.Equal(1, problem.Line);
        Assert.Contains("2022-05-01", problem.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^# expect (?<line>\d+) \[(?<key>[^\]]*)\] (?<words>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Expectation();

    [GeneratedRegex("[一-鿿]")]
    private static partial Regex Chinese();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
