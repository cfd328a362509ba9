using System.Runtime.CompilerServices;
using System.Text;
using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Tests.Rules;

/// <summary>
/// <c>cases/rules.txt</c>: under the code of each rule, sheets that fail it and sheets that pass. A line <c>given …</c> changes a faultless
/// sheet (<see cref="SheetInHand"/>); what follows it is all that the rules say.
/// </summary>
public class RuleCasesTests
{
    static readonly string Path = System.IO.Path.Combine(Folder(), "cases", "rules.txt");

    [Fact]
    public void Every_case_says_what_is_written_below_it() => ExpectedText.Matches("cases/rules.txt", Judged(File.ReadAllText(Path)));

    [Fact]
    public void Every_code_has_a_failing_and_a_passing_case()
    {
        foreach (var text in RuleTexts.All)
        {
            var cases = Cases(text.Code).ToList();
            Assert.True(cases.Any(found => found.Any(finding => finding.Code == text.Code || IsCrossLine(text, finding))), $"no case fails {text.Code}");
            Assert.True(cases.Any(found => !found.Any(finding => finding.Code == text.Code || IsCrossLine(text, finding))), $"no case passes {text.Code}");
        }
    }

    [Fact]
    public void Every_finding_is_said_in_full_in_both_languages()
    {
        var findings = RuleTexts.All.SelectMany(text => Cases(text.Code)).SelectMany(found => found).ToList();
        Assert.All(findings, finding => Assert.DoesNotContain("{", finding.Message + finding.MessageEn, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.DoesNotMatch("[\u4e00-\u9fff]{2,}，", finding.MessageEn));
        Assert.NotEmpty(findings);
    }

    [Fact]
    public void Findings_come_errors_first_and_the_weightiest_rule_first()
    {
        var found = SheetInHand.Given("7.month=-1 2.month=空 1.last_year=1 8.ytd=3 3.ytd=1 5.*=无").Check();
        Assert.Equal(found.OrderBy(finding => finding.Severity), found);
        Assert.Equal([Severity.error, Severity.warning, Severity.info], found.Select(finding => finding.Severity).Distinct());
        Assert.Equal("line_missing", found[0].Code);
        // Nine tenths of a headline figure before a tenth of a part's.
        Assert.Equal(["ytd_not_previous_plus_month", "value_negative"], SheetInHand.Given("7.month=-1 7.ytd=151 1.ytd=30 2.ytd=30 held:2022-02.2.ytd=0 2.month=30").Check()
            .Where(finding => finding.Code is "ytd_not_previous_plus_month" or "value_negative").Select(finding => finding.Code).Distinct());
    }

    [Fact]
    public void The_lines_of_a_rule_stay_together_as_printed()
    {
        var found = SheetInHand.Given("*.ytd=1").Check();
        var codes = found.Select(finding => (finding.Severity, finding.Code)).ToList();
        Assert.Equal(codes.Distinct().Count(), codes.Zip(codes.Skip(1)).Count(pair => pair.First != pair.Second) + 1);
        foreach (var rule in found.GroupBy(finding => (finding.Severity, finding.Code)))
            Assert.Equal(rule.OrderBy(finding => finding.Place.Line ?? ""), rule);
    }

    /// <summary>The words of every sheet in the case file.</summary>
    internal static IEnumerable<string> Sheets() => File.ReadAllLines(Path).Where(line => line.StartsWith("given", StringComparison.Ordinal)).Select(line => line["given".Length..]);

    static bool IsCrossLine(RuleText text, Finding finding) => text.Code == "cross_line" && SmallForm.Form.Rules.Any(rule => rule.Code == finding.Code);

    static IEnumerable<IReadOnlyList<Finding>> Cases(string code) => File.ReadAllLines(Path)
        .SkipWhile(line => line != $"# {code}").Skip(1).TakeWhile(line => !line.StartsWith('#'))
        .Where(line => line.StartsWith("given", StringComparison.Ordinal)).Select(line => SheetInHand.Given(line["given".Length..]).Check());

    /// <summary>The case file again, with what the rules say now below each of its sheets.</summary>
    static string Judged(string file)
    {
        var text = new StringBuilder();
        foreach (var line in file.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith('#')) text.Append(text.Length > 0 ? "\n" : "").Append(line).Append('\n');
            if (!line.StartsWith("given", StringComparison.Ordinal)) continue;
            text.Append(line).Append('\n');
            var found = SheetInHand.Given(line["given".Length..]).Check();
            if (found.Count == 0) text.Append("  passes\n");
            foreach (var finding in found) Append(text, finding);
        }
        return text.ToString();
    }

    static void Append(StringBuilder text, Finding finding) => text
        .Append("  ").Append(finding.Severity).Append(' ').Append(finding.Code).Append(" | ").Append(finding.Place)
        .Append(" | ").Append(finding.Found ?? "-").Append(" | ").Append(finding.Expected ?? "-")
        .Append(" | ").Append(finding.Difference?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-").Append('\n')
        .Append("    ").Append(finding.Message).Append('\n').Append("    ").Append(finding.MessageEn).Append('\n');

    static string Folder([CallerFilePath] string caller = "") => System.IO.Path.GetDirectoryName(caller)!;
}
