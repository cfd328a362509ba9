using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Tests.Rules;

/// <summary>What a finding says would pass is put into the sheet, and the finding is gone: of every failing case there is.</summary>
public partial class ExpectedPassesTests
{
    // Codes of which no single cell's value is the remedy, with the remedy there is.
    static readonly Dictionary<string, string> WithoutValue = new()
    {
        ["period_in_future"] = "another period in the heading", ["period_not_owed"] = "another unit or period", ["period_unchanged"] = "another heading, or the word 更正",
        ["rules_waiting"] = "the doubt settled", ["column_missing"] = "the column", ["line_missing"] = "the line", ["part_waiting"] = "another sheet",
        ["signature_missing"] = "a signature", ["ytd_not_checked"] = "an earlier period", ["ytd_later_differs"] = "the later sheets", ["sheet_repeats_period"] = "the true sheet, or a reason",
        ["unit_scale"] = "another unit", ["columns_exchanged"] = "the columns changed over", ["sheet_of_period_before"] = "the true sheet",
        ["period_locked"] = "a reason", ["period_refused"] = "an opening by the district", ["blanks_are_zero"] = "several cells", ["blank_read_as_zero"] = "nothing: a remark", ["value_not_applicable"] = "— in the cell",
    };

    [Fact]
    public void A_value_that_a_finding_asks_for_passes()
    {
        var tried = new HashSet<string>();
        foreach (var words in RuleCasesTests.Sheets())
        {
            var sheet = SheetInHand.Given(words);
            // What follows from another cell's mistake asks for nothing itself.
            foreach (var finding in sheet.Check().Where(finding => !WithoutValue.ContainsKey(finding.Code) && finding is not { Severity: Severity.info, Expected: null }))
            {
                if (Passing(finding) is not { } value || sheet.WordFor(finding.Place, value) is not { } word) { Assert.True(IsLineAbsent(finding), $"{words}: {finding}"); continue; }
                var again = SheetInHand.Given($"{words} {word}").Check();
                Assert.DoesNotContain(again, other => (other.Code, other.Place.Line, other.Place.Column) == (finding.Code, finding.Place.Line, finding.Place.Column));
                tried.Add(finding.Code);
            }
        }
        string[] shared = [.. RuleTexts.All.Where(text => text != RuleTexts.CrossLine).Select(text => text.Code)];
        Assert.Empty(shared.Except(tried).Except(WithoutValue.Keys));
        Assert.Empty(WithoutValue.Keys.Except(shared));
    }

    [Theory]
    [InlineData("2.month=300"), InlineData("1.last_year=300 2.last_year=500"), InlineData("3.month=40 3.ytd=30"), InlineData("1.month=1290")]
    public void One_cell_put_right_settles_all_that_is_blamed_on_it(string words)
    {
        var found = SheetInHand.Given(words).Check();
        var blamed = found.First(finding => finding.Severity == Severity.error);
        Assert.Contains(found, finding => finding.Severity == Severity.info && finding.Message.Contains($"多半因 {blamed.Place.Cell} 而起", StringComparison.Ordinal));
        var mended = SheetInHand.Given($"{words} {SheetInHand.Given(words).WordFor(blamed.Place, Passing(blamed)!.Value)}").Check();
        Assert.DoesNotContain(mended, finding => finding.Severity == Severity.error || finding.Code == "month_jump");
    }

    [Fact]
    public void A_dash_passes_where_the_form_prints_one()
    {
        var finding = Assert.Single(SheetInHand.Given("8.ytd=3000").Check());
        Assert.Equal(("value_not_applicable", "—"), (finding.Code, finding.Expected));
        Assert.Empty(SheetInHand.Given($"8.ytd={finding.Expected}").Check());
    }

    // A line of which several columns are gone lists them all and names no one cell.
    static bool IsLineAbsent(Finding finding) => finding is { Code: "held_now_absent", Place.Column: null };

    /// <summary>The cell's value with which its side of the condition reaches what is expected: of a sum the cell takes the whole difference.</summary>
    static decimal? Passing(Finding finding)
    {
        var expected = finding.Expected ?? "";
        if (Words.TryGetValue(expected, out var plain)) return plain;
        if (Sample().Match(expected) is { Success: true }) return 12.06m;
        if (Condition().Match(expected) is not { Success: true } match) return null;
        var bound = Number(match.Groups["number"].Value);
        var target = match.Groups["sign"].Value switch { ">" => bound + 1, "<" => bound - 1, _ => bound };
        // What stands in a cell may be in another unit; a side of several terms says so in brackets.
        var side = finding.Found is { } found && Terms().Match(found) is { Success: true } terms ? Number(terms.Groups["first"].Value) + target - Number(terms.Groups["sum"].Value) : target;
        return side;
    }

    static readonly Dictionary<string, decimal> Words = new() { ["0 或实际数"] = 0, ["数字，例如 12"] = 12, ["整数"] = 12, ["确切的整数"] = 12, ["不超过 14 位整数"] = 12 };

    static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex("^至多 [0-9] 位小数的数$")]
    private static partial Regex Sample();

    [GeneratedRegex(@"^(?<sign>[≥≤=><]?)\s*(?<number>-?[0-9.]+)(?:（.*）)?$")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(?<sum>-?[0-9.]+)（(?<first>-?[0-9.]+) [+-] .*）$")]
    private static partial Regex Terms();
}
