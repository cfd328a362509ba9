using System.Text;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>The long CSV goes the way of any submission: a receipt, findings by line, a load.</summary>
public sealed class LongCsvTests : IDisposable
{
    const string Header = "district,org,element,period,basis,breakdown,value,state,bound\n";

    readonly TrialDistrict trial = new();

    static LongCsvTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => trial.Dispose();

    [Fact]
    public void Lines_become_values_of_who_is_their_authority()
    {
        var answer = trial.Submit("数.csv", Header + """
            310999,310999101,new_jobs,2022-01,in_period,total,12,reported,exact
            310999,310999101,new_jobs,2022-01,in_period,female,5,reported,
            310999,310999,eco_jobs,2016/2020,in_period,total,18000,reported,at_least
            310999,310999,eco_jobs,2016,in_period,total,,not_applicable,
            310999,310999,unemployed_limit,2022,in_period,total,7350,reported,exact
            310999,310999,pension,2021,in_period,total,1075.55555,reported,exact

            """);
        Assert.Equal(["value_rounded"], answer.AllFindings.Select(finding => finding.Code));
        Assert.Equal((TableState.loaded, "long-csv", "310999"), (answer.State, answer.Tables[0].Table.Form, answer.Tables[0].Table.OrgUnit));
        Assert.Equal(["310999 eco_jobs 2016 = not_applicable", "310999 eco_jobs 2016/2020 = 18000 at_least", "310999 pension 2021 = 1075.5556", "310999 unemployed_limit 2022 = 7350",
            "310999101 new_jobs 2022-01 = 12", "310999101 new_jobs 2022-01 = 5"], trial.Values());
        Assert.Equal("长表 CSV（逐条数据）", Standing.Of(trial.Warehouse, answer.Submission).Tables[0].FormName);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "310997,310999101,new_jobs,2022-01,in_period,total,1,reported", "row_district_unknown" },
        { "310999,310999777,new_jobs,2022-01,in_period,total,1,reported", "row_org_unit_unknown" },
        { "310999,310998101,new_jobs,2022-01,in_period,total,1,reported", "row_org_unit_foreign" },
        { "310999,310999102,new_jobs,2022-01,in_period,total,1,reported", "row_org_unit_not_valid" },
        { "310999,310999101,old_jobs,2022-01,in_period,total,1,reported", "row_element_unknown" },
        { "310999,310999101,new_jobs,2022-13,in_period,total,1,reported", "row_period" },
        { "310999,310999101,new_jobs,2022-12,in_period,total,1,reported", "row_period_in_future" },
        { "310999,310999101,insured,2022-01,year_to_date,total,1,reported", "row_basis" },
        { "310999,310999,eco_jobs,2016/2020,year_to_date,total,1,reported", "row_basis" },
        { "310999,310999101,new_jobs,2022-01,monthly,total,1,reported", "row_basis" },
        { "310999,310999101,new_jobs,2022-01,in_period,male,1,reported", "row_breakdown_unknown" },
        { "310999,310999101,new_jobs,2022-01,in_period,total,1.2万,reported", "row_value" },
        { "310999,310999101,new_jobs,2022-01,in_period,total,123456789012345,reported", "row_value" },
        { "310999,310999101,new_jobs,2022-01,in_period,total,,reported", "row_value" },
        { "310999,310999101,new_jobs,2022-01,in_period,total,1,blank", "row_state" },
        { "310999,310999101,new_jobs,2022-01,in_period,total,,withdrawn", "row_state" },
        { "310999,310999101,new_jobs,2022-01,in_period,total,1,reported,more", "row_bound" },
        { "310999,310999101,new_jobs,2022-01", "row_incomplete" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_with_a_line_is_said_with_its_number(string line, string code)
    {
        var answer = trial.Submit("数.csv", $"{Header}310999,310999101,new_jobs,2021-12,in_period,total,3,reported,exact\n{line}\n");
        Assert.Equal(TableState.returned, answer.State);
        var finding = Assert.Single(answer.AllFindings);
        Assert.Equal((code, "第 3 行"), (finding.Code, finding.Place.Line));
    }

    public static TheoryData<string, string> AgainstForms => new()
    {
        { "310999101,new_jobs,2022-01,in_period,total,-1", "value_negative" },
        { "310999101,new_jobs,2022-01,in_period,total,1.5", "value_not_whole" },
        { "310999101,new_jobs,2022-01,in_period,total,3|310999101,new_jobs,2022-01,in_period,female,4", "part_above_whole" },
        // December's 7 to date is another year's; January's 12 is held.
        { "310999101,new_jobs,2022-02,in_period,total,5|310999101,new_jobs,2022-02,year_to_date,total,16", "ytd_not_previous_plus_month" },
        { "310999101,new_jobs,2022-02,in_period,total,5|310999101,new_jobs,2022-01,in_period,total,9|310999101,new_jobs,2022-02,year_to_date,total,17", "ytd_not_previous_plus_month" },
        { "310999,wages_recovered,2016,in_period,total,-0.5", "value_negative" },
        { "310999,wages_recovered,2016,in_period,total,0.125", "value_not_whole" },
    };

    [Theory, MemberData(nameof(AgainstForms))]
    public void Figures_are_held_against_the_forms_that_ask_for_them(string lines, string code)
    {
        Assert.Equal(TableState.loaded, trial.Submit("held.csv", Header + "310999,310999101,new_jobs,2022-01,in_period,total,12,reported,exact\n").State);
        var text = string.Concat(lines.Split('|').Select(line => $"310999,{line},reported,exact\n"));
        var answer = trial.Submit("数.csv", Header + text);
        Assert.Equal((code.StartsWith("ytd_", StringComparison.Ordinal) ? TableState.loaded : TableState.returned, code), (answer.State, Assert.Single(answer.AllFindings, finding => !ChangeFindings.Is(finding.Code)).Code));
        Assert.StartsWith("第 ", answer.AllFindings.First().Place.Line, StringComparison.Ordinal);
        // January's 12 is held; where the file says 9 beside a fault that only warns, it is told what that changes, and of nothing else.
        Assert.Equal(answer.State == TableState.loaded && lines.Contains("2022-01", StringComparison.Ordinal) ? ["已存 12，现为 9，相差 -3。"] : [], answer.Tables[0].ChangedValues.Select(value => value.Message));
        // The same figures without the fault.
        Assert.Equal(TableState.loaded, trial.Submit("好.csv", Header + "310999,310999101,new_jobs,2022-02,in_period,total,5,reported,exact\n310999,310999101,new_jobs,2022-02,year_to_date,total,17,reported,exact\n").State);
    }

    [Fact]
    public void A_file_without_lines_says_so()
    {
        var answer = trial.Submit("空.csv", Header);
        Assert.Equal((TableState.returned, "rows_none"), (answer.State, Assert.Single(answer.AllFindings).Code));
    }

    [Fact]
    public void One_figure_stated_twice_is_refused_only_where_it_differs()
    {
        const string line = "310999,310999101,new_jobs,2022-01,in_period,total,12,reported,exact\n";
        Assert.Equal(TableState.loaded, trial.Submit("a.csv", Header + line + line).State);
        var answer = trial.Submit("b.csv", Header + line + line.Replace(",12,", ",13,", StringComparison.Ordinal));
        Assert.Equal((TableState.returned, "row_repeated"), (answer.State, Assert.Single(answer.AllFindings).Code));
    }

    [Fact]
    public void A_unit_speaks_for_itself_and_what_it_measures()
    {
        const string own = "310999,310999101,new_jobs,2022-01,in_period,total,12,reported\n", whole = "310999,310999,eco_jobs,2021,in_period,total,9,reported\n";
        Assert.Equal(TableState.loaded, trial.Submit("a.csv", Short + own, "310999101").State);
        Assert.Equal("row_org_unit_foreign", Assert.Single(trial.Submit("b.csv", Short + whole, "310999101").AllFindings).Code);
        Assert.Equal(TableState.loaded, trial.Submit("c.csv", Short + whole, "310999-RSJ").State);
        Assert.Equal(TableState.loaded, trial.Submit("d.csv", Encoding.UTF8.GetBytes(Short + whole), named: new(null, "310999-RSJ", null)).State);
        Assert.Equal("row_org_unit_foreign", Assert.Single(trial.Submit("e.csv", Encoding.UTF8.GetBytes(Short + own), named: new(null, "310999-RSJ", null)).AllFindings).Code);
    }

    const string Short = "district,org,element,period,basis,breakdown,value,state\n";

    [Theory, InlineData("utf-8"), InlineData("gb18030"), InlineData("utf-16")]
    public void It_is_known_in_any_encoding(string encoding)
    {
        var text = "\uFEFFDistrict, Org ,element,period,basis,breakdown,value,state,备注\r\n310999,310999101,new_jobs,2022-01,in_period,total,12,reported,一月\r\n\r\n";
        var answer = trial.Submit("数.csv", Encoding.GetEncoding(encoding).GetBytes(encoding == "gb18030" ? text[1..] : text));
        Assert.Equal((TableState.loaded, "310999101 new_jobs 2022-01 = 12"), (answer.State, Assert.Single(trial.Values())));
    }

    [Fact]
    public void Each_district_settles_by_itself()
    {
        var answer = trial.Submit("数.csv", Header + "310999,310999101,new_jobs,2022-01,in_period,total,12,reported,\n310998,310998101,new_jobs,2022-01,in_period,total,x,reported,\n");
        Assert.Equal([TableState.loaded, TableState.returned], answer.Tables.Select(table => table.Table.State));
        Assert.Single(trial.Values());
    }

    [Fact]
    public void A_fault_in_every_line_is_not_told_a_thousand_times()
    {
        var text = new StringBuilder(Header);
        for (var line = 0; line < 1000; line++) text.Append("310999,310999777,new_jobs,2022-01,in_period,total,1,reported,\n");
        var findings = trial.Submit("数.csv", text.ToString()).AllFindings.ToList();
        Assert.Equal((201, "rows_more"), (findings.Count, findings[^1].Code));
    }
}
