using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>Forms of a year and of a plan: bases and history, and what the city issues for the year ahead.</summary>
public sealed class OwnPeriodTests : IDisposable
{
    const string History = """
        试验区“十三五”时期就业和社会保障基数和历史数据表
        填报单位：试验区人力资源和社会保障局
        指标,计量单位,2015年（基数）,2016年,2017,2018年,2019年,2020年末,“十三五”合计
        生态就业岗位,个,—,3000,3500,3600,3900,4000余,18000以上
        职业技能培训,人次,2万余人次,18000,18000,18000,18000,18000,9万
        追回拖欠工资,万元,120.5,1.2万元,1.5万,3500元,,,
        月人均养老金,元/月,1075.5,,,,,约1300元/月,
        社保卡覆盖率,%,,,,,,98.5%,

        """;

    readonly TrialDistrict trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void Each_column_of_a_history_is_of_its_own_period()
    {
        var answer = trial.Submit("历史.csv", History);
        Assert.Equal([], answer.AllFindings.Where(finding => finding.Severity != Severity.info).Select(finding => finding.ToString()));
        Assert.Equal((TableState.loaded, "trial-history", "2016/2020"), (answer.State, answer.Tables[0].Table.Form, answer.Tables[0].Period.ToString()));
        var values = trial.Values();
        Assert.Contains("310999 eco_jobs 2016 = 3000", values);
        Assert.Contains("310999 eco_jobs 2017 = 3500", values);
        Assert.Contains("310999 eco_jobs 2020 = 4000 at_least", values);
        Assert.Contains("310999 eco_jobs 2016/2020 = 18000 at_least", values);
        Assert.Contains("310999 eco_jobs 2015 = not_applicable", values);
        Assert.Contains("310999 training 2015 = 20000 at_least", values);
        Assert.Contains("310999 training 2016/2020 = 90000", values);
        Assert.Contains("310999 pension 2015 = 1075.5", values);
        Assert.Contains("310999 pension 2020 = 1300 about", values);
        Assert.Contains("310999 coverage 2020 = 98.5", values);
        Assert.DoesNotContain(values, value => value.Contains("pension 2016", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_in_the_cell_goes_before_the_units_of_its_row()
    {
        trial.Submit("历史.csv", History);
        var wages = trial.Values().Where(value => value.Contains("wages", StringComparison.Ordinal) && !value.EndsWith("blank", StringComparison.Ordinal));
        Assert.Equal(["310999 wages_recovered 2015 = 120.5", "310999 wages_recovered 2016 = 1.2", "310999 wages_recovered 2017 = 1.5", "310999 wages_recovered 2018 = 0.35"], wages);
    }

    [Fact]
    public void A_history_stands_as_it_was_answered()
    {
        var answer = trial.Submit("历史.csv", History);
        var again = Standing.Of(trial.Warehouse, answer.Submission);
        Assert.Equal((answer.Tables[0].Period, answer.Tables[0].FormName, TableState.loaded), (again.Tables[0].Period, again.Tables[0].FormName, again.State));
    }

    [Theory]
    [InlineData("基数和历史数据表", "period_from_columns"), InlineData("2016—2020年基数和历史数据表", null), InlineData("“十三五”期间基数和历史数据表（2021年填报）", null)]
    public void The_plan_is_known_from_title_or_columns(string title, string? finding)
    {
        var answer = trial.Submit("表.csv", History.Replace("试验区“十三五”时期就业和社会保障基数和历史数据表", title, StringComparison.Ordinal));
        Assert.Equal((TableState.loaded, "2016/2020"), (answer.State, answer.Tables[0].Period.ToString()));
        Assert.Equal(finding is not null, answer.AllFindings.Any(one => one.Code == "period_from_columns"));
    }

    [Fact]
    public void Years_may_stand_under_the_plans_name_and_any_other_year_is_left_out()
    {
        var answer = trial.Submit("表.csv", """
            试验区“十三五”时期基数和历史数据表
            填报单位：试验区人力资源和社会保障局
            指标,计量单位,“十三五”时期,,,,,,2021年
            ,,2016年,2017年,2018年,2019年,2020年,五年累计,
            生态就业岗位,个,3000,3500,3600,3900,4000,18000,5000
            职业技能培训,人次,18000,18000,18000,18000,18000,9万,20000
            追回拖欠工资,万元,1,1,1,1,1,5,1
            月人均养老金,元/月,—,—,—,—,1300,—,—
            社保卡覆盖率,%,—,—,—,—,98.5,—,—

            """);
        Assert.Contains("310999 eco_jobs 2018 = 3600", trial.Values());
        Assert.Contains("310999 training 2016/2020 = 90000", trial.Values());
        Assert.DoesNotContain(trial.Values(), value => value.Contains(" 2021 ", StringComparison.Ordinal) || value.Contains("= 5000", StringComparison.Ordinal));
        Assert.Contains(answer.AllFindings, finding => finding.Code == "column_unknown");
    }

    [Theory, InlineData("310999", "试验区"), InlineData("310998", "对照区")]
    public void The_city_writes_to_each_district_and_before_the_year_is_over(string district, string name)
    {
        var answer = trial.Submit($"{name}.csv", $"""
            {name}2022年度指标下达表
            填报单位：上海市人力资源和社会保障局
            指标,计量单位,下达数
            登记失业人数控制数,人,7350
            全市月人均养老金,元/月,1380

            """);
        Assert.Equal([], answer.AllFindings.Where(finding => finding.Severity != Severity.info).Select(finding => finding.ToString()));
        Assert.Equal((TableState.loaded, $"{district}-SRSJ", "2022"), (answer.State, answer.Tables[0].Table.OrgUnit, answer.Tables[0].Period.ToString()));
        Assert.Equal([$"{district} city_pension 2022 = 1380", $"{district} unemployed_limit 2022 = 7350"], trial.Values(district));
    }

    [Fact]
    public void A_notice_of_a_far_year_is_a_slip_of_the_pen()
    {
        var answer = trial.Submit("a.csv", "试验区2032年度指标下达表\n填报单位：上海市人力资源和社会保障局\n指标,计量单位,下达数\n登记失业人数控制数,人,7350\n全市月人均养老金,元/月,1380\n");
        Assert.Contains(answer.AllFindings, finding => finding.Code == "period_in_future");
    }
}
