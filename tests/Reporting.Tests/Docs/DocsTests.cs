using System.Text.RegularExpressions;
using Reporting.Etl.Rules;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Warehouse.Rules;

namespace Reporting.Tests.Docs;

/// <summary>The documents say what the program has, and nothing that it has not.</summary>
public partial class DocsTests
{
    static readonly string Rules = Repository.Text("docs/rules.md");
    static readonly string Readme = Repository.Text("README.md");

    [Fact]
    public void Every_finding_code_is_explained_and_no_other() =>
        Assert.Equal(CodesInTheProgram(), Documented().Select(row => row.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_check_of_the_warehouse_is_explained()
    {
        foreach (var check in Repository.Files("warehouse/Schema/checks", "*.sql"))
            Assert.Contains($"| `{Path.GetFileNameWithoutExtension(check)}` |", Rules, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_is_explained_under_its_own_title_and_severity()
    {
        var rows = Documented().ToDictionary(row => row.Code);
        foreach (var rule in RuleTexts.All.Where(rule => rule != RuleTexts.CrossLine))
            Assert.Equal((rule.Severity.ToString(), rule.Title), (rows[rule.Code].Severity, rows[rule.Code].Title));
        Assert.All(rows.Values.Where(row => row.Code != "part_exceeds_whole"), row => Assert.Equal(row.Title, RuleTexts.TitleOf(row.Code)));
    }

    [Fact]
    public void Every_verb_and_job_is_in_the_readme()
    {
        foreach (var verb in Verbs.All) Assert.Contains($"`{verb.Name}`", Readme, StringComparison.Ordinal);
        foreach (var job in JobCatalog.Shipped.Kinds) Assert.Contains($"`{job.Name}`", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_shown_in_the_readme_are_understood()
    {
        var shown = Fence().Matches(Readme).SelectMany(block => Command().Matches(block.Value)).Select(match => match.Groups[1].Value.Trim()).ToList();
        Assert.True(shown.Count > 10, $"only {shown.Count} commands found in README.md");
        foreach (var line in shown)
        {
            var words = Words.Of([.. Word().Matches(line).Select(word => word.Value.Trim('"'))], Verbs.All);
            Assert.True(words.Verb is not null || words.Help, line);
        }
    }

    [Fact]
    public void A_decision_that_a_file_points_to_is_written_down()
    {
        var headings = Heading().Matches(Repository.Text("docs/decisions.md")).Select(match => match.Groups[1].Value).ToHashSet();
        var pointed = Repository.Files(".", "*.*").Where(path => Path.GetExtension(path) is ".cs" or ".props" or ".targets" or ".csproj" or ".editorconfig" or ".sql" or ".md")
            .SelectMany(path => Pointer().Matches(Repository.Text(path)).Select(match => (Path: path, Decision: match.Groups[1].Value))).ToList();
        Assert.NotEmpty(pointed);
        Assert.DoesNotContain(pointed, pointer => !headings.Contains(pointer.Decision));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        foreach (var path in new[] { "README.md", "docs/decisions.md", "docs/rules.md" })
            foreach (var link in Link().Matches(Repository.Text(path)).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal)))
                Assert.True(Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, link)), $"{path} links to {link}");
    }

    /// <summary>Codes of rules that all forms share, of the shipped forms' own, and every literal of that spelling in a file of findings.</summary>
    static IEnumerable<string> CodesInTheProgram() => RuleTexts.All.Where(rule => rule != RuleTexts.CrossLine).Select(rule => rule.Code)
        .Concat(Repository.Files("warehouse/Reference/forms", "*.yaml").SelectMany(path => FormRule().Matches(Repository.Text(path)).Select(match => match.Groups[1].Value)))
        .Concat(Repository.Files("etl", "*Findings.cs").SelectMany(path => Literal().Matches(Repository.Text(path)).Select(match => match.Groups[1].Value)))
        .Distinct().Order(StringComparer.Ordinal);

    static IEnumerable<(string Code, string Severity, string Title)> Documented() =>
        Row().Matches(Rules).Select(match => (match.Groups[1].Value, match.Groups[2].Value.Trim(), match.Groups[3].Value.Trim()));

    [GeneratedRegex(@"^\| `([a-z_]+)` \| (error|warning|info) \|([^|]+)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"""([a-z]+(?:_[a-z]+)+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{ code: ([a-z_]+),")]
    private static partial Regex FormRule();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?:\$ )?(?:reporting|dotnet run --project portal -c Release --) ([^|<>\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"docs/decisions\.md, ""([^""]+)""")]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\]\(([^)#\s]+)\)")]
    private static partial Regex Link();
}
