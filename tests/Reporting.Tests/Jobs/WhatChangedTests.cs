using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>A sheet sent again says what it changes of what is held; a first one has nothing to say of that.</summary>
public sealed class WhatChangedTests : IDisposable
{
    readonly TrialDistrict trial = new();

    public void Dispose() => trial.Dispose();

    static string Sheet(string jobs, string female = "0", string unit = "甲河镇") =>
        $"就业月报表,,\n填报单位：{unit},,2022年1月\n指标,本月数,本年累计\n新增就业岗位,{jobs},{jobs}\n其中：女性,{female},{female}\n";

    static string[] Told(AnswerContent answer) => [.. answer.AllFindings.Where(finding => ChangeFindings.Is(finding.Code)).Select(finding => finding.Message)];

    [Fact]
    public void A_first_sheet_changes_nothing() => Assert.Empty(Told(trial.Submit("1.csv", Sheet("10"))));

    [Fact]
    public void A_correction_names_each_value_it_changes_and_counts_the_others()
    {
        trial.Submit("1.csv", Sheet("10"));
        var answer = trial.Submit("2.csv", Sheet("12"));
        Assert.Equal(["已存 10，现为 12，相差 +2。", "已存 10，现为 12，相差 +2。", "与已存的相比：改了 2 格，其余 2 格相同（不重写）。"], Told(answer));
        var changed = Assert.Single(answer.Tables).ChangedValues.First();
        Assert.Equal(("1 新增就业岗位", "本月数", "B4", "10", "12", 2m), (changed.Place.Line, changed.Place.Column, changed.Place.Cell, changed.Expected, changed.Found, changed.Difference));
        Assert.Equal(Told(answer), Told(Standing.Of(trial.Warehouse, answer.Submission)));
        Assert.Equal(AnswerJson.AsJson(answer).Split("\"changes\"")[1].Split("\"findings\"")[0],
            AnswerJson.AsJson(Standing.Of(trial.Warehouse, answer.Submission)).Split("\"changes\"")[1].Split("\"findings\"")[0]);
    }

    [Fact]
    public void The_same_again_says_that_all_stays()
    {
        trial.Submit("1.csv", Sheet("10"));
        var values = trial.Warehouse.Marts.Observations("310999", null, new(2022, 1, 1), new(2022, 1, 31), trial.Warehouse.Marts.LastLoad()!.LoadId).Count;
        var answer = trial.Submit("2.csv", Sheet("10") + "\n");
        Assert.Equal([$"与已存的相比：{values} 格全部相同（不重写）。"], Told(answer));
    }

    [Fact]
    public void What_goes_back_to_be_mended_is_told_of_its_errors_alone()
    {
        trial.Submit("1.csv", Sheet("10"));
        var answer = trial.Submit("2.csv", Sheet("12", "13"));
        Assert.Equal(TableState.returned, answer.State);
        Assert.Empty(Told(answer));
    }

    [Fact]
    public void After_all_was_taken_back_a_sheet_is_a_first_one()
    {
        var first = trial.Submit("1.csv", Sheet("10"));
        TakeBack.Run(trial.Warehouse, first.Submission, TableState.withdrawn, "错", "test", new(), TrialDistrict.Now);
        Assert.Empty(Told(trial.Submit("2.csv", Sheet("12"))));
    }

    [Fact]
    public void A_long_csv_names_its_lines()
    {
        const string header = "district,org,element,period,basis,breakdown,value,state,bound\n";
        Assert.Empty(Told(trial.Submit("1.csv", header + "310999,310999,eco_jobs,2020,in_period,total,9,reported,exact\n310999,310999,eco_jobs,2021,in_period,total,,not_applicable,\n")));
        var answer = trial.Submit("2.csv", header + "310999,310999,eco_jobs,2020,in_period,total,9,reported,at_least\n310999,310999,eco_jobs,2021,in_period,total,7,reported,exact\n310999,310999,eco_jobs,2019,in_period,total,1,reported,exact\n");
        Assert.Equal(["已存 9，现为 9以上，相差 0。", "已存 —，现为 7。", "与已存的相比：2 条全部改了。"], Told(answer));
        Assert.Equal(["第 2 行", "第 3 行"], answer.Tables.Single().ChangedValues.Select(value => value.Place.Line));
    }
}
