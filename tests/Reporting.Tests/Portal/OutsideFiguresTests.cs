using System.Text.Json;

namespace Reporting.Tests.Portal;

/// <summary>
/// Another office's published figures, by definitions alone: a reporting unit, its elements and indicators, a long CSV of yearly totals. Nothing
/// in the program knows of them.
/// </summary>
public sealed class OutsideFiguresTests : IDisposable
{
    readonly OutsideOffice outside = new();

    public void Dispose() => outside.Dispose();

    static string Totals => OutsideOffice.Totals;

    // As such offices print them: rates and the unemployed at two decimals of a per cent, the fund in 亿元, the months it lasts at one decimal.
    [Theory]
    [InlineData("outside_closing_rate", "96.19 %", "94.25 %", "92.4 %")]
    [InlineData("outside_year_balance", "2.66 亿元", "2.15 亿元", "-1.32 亿元")]
    [InlineData("outside_end_balance", "15 亿元", "17.15 亿元", "15.83 亿元")]
    [InlineData("outside_months", "5 个月", "5.2 个月", "4.1 个月")]
    [InlineData("outside_unemployment_rate", "2.09 %", "2.23 %", "2.14 %")]
    public void Rates_and_balances_come_out_at_the_printed_precision(string indicator, params string[] years)
    {
        Submit(Totals);
        Assert.Equal(years, Enumerable.Range(2021, 3).Select(year => outside.Ask("query", "--district", "320599", "--indicator", indicator, "--year", $"{year}").Out.Split("12月  ")[1].Trim()));
    }

    /// <summary>Three years together are three questions, and of a rate the cells above the line are told from those below it.</summary>
    [Fact]
    public void An_explained_figure_leads_to_all_its_cells()
    {
        Submit(Totals);
        var commands = outside.Ask("explain", "outside-accepted").Out.Split('\n').Where(line => line.Contains("reporting lineage", StringComparison.Ordinal)).Select(line => line[line.IndexOf("reporting", StringComparison.Ordinal)..]).ToList();
        Assert.Equal(["--year 2021", "--year 2022", "--year 2023"], commands.Select(command => command[command.IndexOf("--year", StringComparison.Ordinal)..]));
        var cells = outside.Ask([.. commands[0].Split(' ').Skip(1)]).Out;
        Assert.Contains("分子 劳动争议结案 1,793  ", cells, StringComparison.Ordinal);
        Assert.Contains("分母 劳动争议受理 1,864  ", cells, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_of_theirs_is_judged_year_by_year_and_pooled()
    {
        Submit(Totals);
        var judged = outside.Json("assess", "--plan", "outside-plan").GetProperty("commitments").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
        Assert.Equal([96.19m, 94.25m, 92.40m], judged["outside-closing"].GetProperty("years").EnumerateArray().Select(year => year.GetProperty("value").GetDecimal()));
        // Pooled it would be above 94; the last year by itself is not.
        Assert.Equal("missed", judged["outside-closing"].GetProperty("state").GetString());
        Assert.Equal((94.18m, true), (judged["outside-accepted"].GetProperty("value").GetDecimal(), judged["outside-accepted"].GetProperty("reproduced").GetBoolean()));
        Assert.Equal("missed", judged["outside-unemployed"].GetProperty("state").GetString());
    }

    [Fact]
    public void What_agrees_is_taken_in_without_a_word() => Assert.Empty(Findings(Submit(Totals)));

    [Theory]
    [InlineData("outside_accepted,2022,in_period,total,2071", "outside_accepted,2022,in_period,total,2073", "row_total_differs", "2073", "2071", 2)] // of two kinds of disputes
    [InlineData("outside_accepted,2021/2023,in_period,total,6133", "outside_accepted,2021/2023,in_period,total,6130", "row_total_differs", "6130", "6133", 1)] // of three years
    [InlineData("outside_balance,2022,in_period,total,17.15", "outside_balance,2022,in_period,total,17.51", "balance_differs", "17.51", "17.15", 1)] // of opening, income, spending
    public void A_published_total_that_differs_from_its_parts_is_flagged_and_kept(string right, string wrong, string code, string found, string expected, int times)
    {
        Assert.Contains(right, Totals, StringComparison.Ordinal);
        var answer = Submit(Totals.Replace(right, wrong, StringComparison.Ordinal));
        var findings = Findings(answer);
        Assert.Equal(times, findings.Count);
        Assert.All(findings, finding => Assert.Equal((code, "warning"), (Text(finding, "code"), Text(finding, "severity"))));
        Assert.Contains(findings, finding => Text(finding, "found") == found && Text(finding, "expected").Contains(expected, StringComparison.Ordinal));
        Assert.Equal("loaded", answer.GetProperty("tables")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void The_parts_may_come_later_than_the_total()
    {
        var (head, lines) = (Totals[..Totals.IndexOf('\n', StringComparison.Ordinal)], Totals.Split('\n').Skip(1).Where(line => line.Length > 0).ToList());
        Assert.Empty(Findings(Submit($"{head}\n{string.Join('\n', lines.Where(line => !line.Contains("collective", StringComparison.Ordinal)))}\n")));
        var later = Findings(Submit($"{head}\n320599,320599,outside_accepted,2022,in_period,collective_dispute,87,reported\n"));
        Assert.Equal(("row_total_differs", "2071", "2072"), (Text(Assert.Single(later), "code"), Text(later[0], "found"), Text(later[0], "expected")));
    }

    JsonElement Submit(string text) => outside.Submit(text);

    static List<JsonElement> Findings(JsonElement answer) => [.. answer.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("findings").EnumerateArray())];

    static string Text(JsonElement one, string key) => one.GetProperty(key).GetString()!;
}
