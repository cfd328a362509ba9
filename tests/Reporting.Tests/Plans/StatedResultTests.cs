using System.Text.Json;

namespace Reporting.Tests.Plans;

/// <summary>
/// What the two texts say came of the 十三五 comes out of sheets of the shipped forms by the general rules: nothing here is told but by
/// files, and nothing in the product knows a result.
/// </summary>
public sealed class StatedResultTests : IDisposable
{
    const string Chongming = "310151", Songjiang = "310117";

    readonly RealForms forms = new(new(2022, 3, 8));

    public void Dispose() => forms.Dispose();

    [Fact]
    public void Songjiang_135()
    {
        SendSongjiangHistory();
        Assert.Equal("310117 825.04 exact authoritative", forms.Held(Songjiang, "pension_average", "2015"));
        Assert.Equal("310117 1293.14 exact authoritative", forms.Held(Songjiang, "pension_average", "2020"));
        Assert.Equal("310117 18000 at_least authoritative", forms.Held(Songjiang, "urban_new_jobs", "2018"));
        Assert.Equal("310117 3600 exact authoritative", forms.Held(Songjiang, "venture_support", "2016/2020"));
        Assert.Equal("310117 166860 exact authoritative", forms.Held(Songjiang, "training_people", "2016/2020"));
        Assert.Equal("310117 216000 at_least authoritative", forms.Held(Songjiang, "bargaining_covered_people", "2020"));
        Assert.Equal("310117 -1504 exact authoritative", forms.Held(Songjiang, "labor_age_change", "2016/2020"));

        var all = forms.Assessed("songjiang-135");
        Assert.Equal("met 56.74 reproduced", Stands(all["songjiang-135-resident-pension"]));
        Assert.Equal("no_target_here 63.85 reproduced", Stands(all["songjiang-135-land-pension"]));
        Assert.Equal("undetermined 18000 at_least, met 18000 at_least", string.Join(", ", all["songjiang-135-new-jobs"].OrderBy(one => one.GetProperty("version").GetInt32())
            .Select(one => $"{State(one)} {one.GetProperty("years")[0].GetProperty("value").GetDecimal():0} {one.GetProperty("bound").GetString()}")));
        Assert.Equal([22000m, 18000m], all["songjiang-135-new-jobs"].Select(one => one.GetProperty("target").GetDecimal()));
        var venture = Assert.Single(all["songjiang-135-venture-support"]);
        Assert.Equal(("undetermined", "待定（无分年数）", 1.44m, 720m), (State(venture), venture.GetProperty("state_words").GetString(), Number(venture, "plan_share"), Number(venture, "per_year")));
        var training = Assert.Single(all["songjiang-135-training-people"]);
        Assert.Equal((166860m, 33372m), (Number(training, "value"), Number(training, "per_year")));
        Assert.Equal("met 28 reproduced", Stands(all["songjiang-135-high-skilled-share"]));
        Assert.Equal("met 100 reproduced", Stands(all["songjiang-135-social-card"]));
        Assert.Equal("no_target_here -6204 reproduced", Stands(all["songjiang-135-young-labor-change"]));
        Assert.DoesNotContain(all.SelectMany(one => one), one => one.GetProperty("reproduced").ValueKind == JsonValueKind.False);
    }

    /// <summary>A sum of 以上 is itself only 以上; the whole that is stated exactly says more.</summary>
    [Fact]
    public void Where_the_years_are_only_bounded_the_stated_whole_is_what_is_gone_by()
    {
        forms.Send("松江历史.csv", SongjiangBureau("500以上,500以上,500以上,500以上,500以上,3600"));
        var venture = Assert.Single(forms.Assessed("songjiang-135")["songjiang-135-venture-support"]);
        Assert.Equal(("met", 1.44m, 720m), (State(venture), Number(venture, "plan_share"), Number(venture, "per_year")));
    }

    [Fact]
    public void Chongming_135()
    {
        SendChongmingHistory();
        Assert.Equal("310151 4600 at_least authoritative", forms.Held(Chongming, "startup_consulting", "2016/2020"));
        Assert.Equal("310151 46000 at_least authoritative", forms.Held(Chongming, "training_sessions", "2016/2020"));
        Assert.Equal("310151 11800 exact authoritative", forms.Held(Chongming, "wages_recovered", "2016/2020"));

        var all = forms.Assessed("chongming-135");
        var closing = Assert.Single(all["chongming-135-cases-closing-rate"]);
        Assert.Equal((98.26m, 9405m, 9572m), (Number(closing, "value"), Number(closing, "numerator"), Number(closing, "denominator")));
        // The pooled rate of five years does not show that every year's was.
        var yearly = Assert.Single(all["chongming-135-yearly-closing-rate"]);
        Assert.Equal(("undetermined", "待定（无分年数）"), (State(yearly), yearly.GetProperty("state_words").GetString()));
        foreach (var (id, value) in new[] { ("eco-jobs", "13000"), ("incubated-teams", "270"), ("startup-training", "20000"), ("ventures-helped", "1312"), ("pension-average", "1276.39"), ("premiums-recovered", "534.27"), ("paying-share", "26"), ("wages-recovered-people", "14000") })
            Assert.Equal($"no_target_here {value} reproduced", Stands(all[$"chongming-135-{id}"]));
        Assert.DoesNotContain(all.SelectMany(one => one), one => one.GetProperty("reproduced").ValueKind == JsonValueKind.False);
    }

    [Fact]
    public void Chain_and_linear_leave_different_parts_of_the_base()
    {
        SendChongmingHistory();
        var accounts = Assert.Single(forms.Assessed("chongming-145")["chongming-145-no-account-residents"]);
        Assert.Equal([("chain", 0.59049m), ("linear", 0.5m)], accounts.GetProperty("alternatives").EnumerateArray().Select(way => (way.GetProperty("path").GetString(), Number(way, "factor")!.Value)));
    }

    [Fact]
    public void The_citys_notices_issue_targets_to_each_district()
    {
        Assert.Equal("awaiting_issue", State(Youth()));
        forms.Send("崇明下达.csv", "崇明区就业和社会保障指标下达通知（2022年度）\n填报单位：上海市人力资源和社会保障局\n指标,计量单位,下达数\n城乡登记失业人数控制数,人,4200\n全市城乡居保月人均养老金,元/月,1400.5\n");
        forms.Send("松江下达.xlsx", "松江区就业和社会保障指标下达通知（2022年度）\n填报单位：上海市人力资源和社会保障局\n指标,计量单位,控制数\n城乡登记失业人数控制数,人,7350\n长期失业青年就业创业指标数,人,480\n全市高技能人才占技能劳动者比重,%,35.2\n");
        Assert.Equal("310151 4200 exact authoritative", forms.Held(Chongming, "registered_unemployed_limit", "2022"));
        Assert.Equal("310117 7350 exact authoritative", forms.Held(Songjiang, "registered_unemployed_limit", "2022"));
        Assert.Equal("310117 35.2 exact authoritative", forms.Held(Songjiang, "city_high_skilled_share", "2022"));
        Assert.Equal(("incomplete", 480m), (State(Youth()), Number(Youth(), "target")));

        JsonElement Youth() => Assert.Single(forms.Assessed("songjiang-145", ("--year", "2022"))["songjiang-145-youth-employment"]);
    }

    [Fact]
    public void A_departments_month_and_the_bureaus_year()
    {
        forms.Send("仲裁1月.csv", "松江区劳动人事争议仲裁月报表（2022年1月）\n填报单位：松江区劳动人事争议仲裁院\n项目,计量单位,本月数,本年累计,上年同期累计\n仲裁受理案件,件,210,210,200\n仲裁结案案件,件,195,195,188\n其中：法定审限内结案案件,件,195,195,188\n年初未结案件,件,61,—,—\n");
        Assert.Equal("310117 195 exact authoritative", forms.Held(Songjiang, "arbitration_closed", "2022-01"));
        forms.Send("年报.csv", "崇明区就业和社会保障工作年报表（2021年）\n填报单位：崇明区人力资源和社会保障局\n指标,计量单位,本年数,上年数\n低保标准,元/月,1330,1240\n人社经办事项,项,180,170\n其中：可网上办理事项,项,171,150\n");
        Assert.Equal("310151 171 exact authoritative", forms.Held(Chongming, "online_items_done", "2021"));
        Assert.Equal("", forms.Held(Chongming, "online_items_done", "2020")); // 上年数 is quoted, not claimed
    }

    void SendSongjiangHistory()
    {
        forms.Send("松江历史.xlsx", SongjiangBureau(",,,,,3600"));
        forms.Send("松江社保.csv", "松江区就业和社会保障基数历史表（“十三五”时期）\n填报单位：松江区社会保险事业管理中心\n指标,计量单位,2015年,2016年,2017年,2018年,2019年,2020年,五年合计\n城乡居保月人均养老金,元/月,825.04,,,,,1293.14,—\n征地养老生活费标准,元/月,1394,,,,,2284,—\n");
        forms.Send("松江培训.csv", "松江区就业和社会保障基数历史表（“十三五”时期）\n填报单位：松江区职业技能培训指导中心\n指标,计量单位,五年合计\n职业技能培训人数,人,166860\n");
    }

    static string SongjiangBureau(string venture) => $"""
        松江区就业和社会保障基数历史表（“十三五”时期）
        填报单位：松江区人力资源和社会保障局
        指标,计量单位,2015年,2016年,2017年,2018年,2019年,2020年,五年合计
        城镇新增就业岗位,个,—,18000以上,18000以上,18000以上,18000以上,18000以上,—
        帮扶引领成功创业人数,人,—,{venture}
        帮助长期失业青年实现就业创业人数,人,—,,,,,,2327
        校企合作基地,家,—,,,,,30,—
        高技能人才占比（文本所列）,%,—,,,,,28%,—
        社会保障卡覆盖率,%,—,,,,,100,—
        街镇（园区）劳动争议调解组织覆盖率,%,—,,,,,100,—
        工伤认定案件,件,—,,,,,,19730
        劳动能力鉴定,件,—,,,,,,16429
        和谐劳动关系达标企业创建,家,—,,,,,,550
        集体协商覆盖企业,家,—,4000以上,4000以上,4000以上,4000以上,4000以上,—
        集体协商覆盖人数,人,—,,,,,216000以上,—
        劳动人事争议仲裁调解案件,起,—,,,,,,20130
        仲裁案件年度结案率（文本所列）,%,—,92以上,92以上,92以上,92以上,92以上,—
        综合调解率（文本所列）,%,—,65以上,65以上,65以上,65以上,65以上,—
        受理举报投诉案件,起,—,,,,,,10949
        查处欠薪案件,起,—,,,,,,1256
        作出行政处理处罚,起,—,,,,,,984
        移送公安机关案件,起,—,,,,,,19
        列入拖欠工资黑名单,起,—,,,,,,17
        非法中介整治,次,—,,,,,,121
        取缔非法中介,户次,—,,,,,,790
        户籍劳动年龄人口年均增减,人/年,—,,,,,,-1504
        户籍劳动年龄人口平均年龄年均增长,岁/年,—,,,,,,0.43
        户籍劳动年龄人口全市名次,名,7,,,,,11,—
        35 岁以下青年年均增减,人/年,—,,,,,,-6204

        """;

    void SendChongmingHistory()
    {
        forms.Send("崇明历史.xlsx", """
            崇明区就业和社会保障基数历史表（“十三五”时期）
            填报单位：崇明区人力资源和社会保障局
            指标,计量单位,2020年末,2016—2020年合计
            生态就业岗位,个,—,1.3万
            入驻创业团队,家,270余,—
            创业培训,人次,—,2万余
            创业咨询,场次,—,4600余
            帮扶成功创业户数,户,—,1312
            劳动人事争议案件受理,件,—,9572
            劳动人事争议案件办结,件,—,9405
            检查用人单位,家,—,4691
            补发工资人数,人,—,1.4万余
            补发工资金额,万元,—,1.18亿元
            追缴社会保险费人数,人,—,353
            追缴社会保险费金额,万元,—,534.27
            居保缴费人数占比（文本所列）,%,26%,—

            """);
        forms.Send("崇明培训.csv", "崇明区就业和社会保障基数历史表（“十三五”时期）\n填报单位：崇明区职业技能培训指导中心\n指标,计量单位,五年合计\n职业技能培训人次,人次,4.6万余\n");
        forms.Send("崇明社保.csv", "崇明区就业和社会保障基数历史表（“十三五”时期）\n填报单位：崇明区社会保险事业管理中心\n指标,计量单位,2016年,2017年,2018年,2019年,2020年\n城乡居保月人均养老金,元/月,,,,,1276.39\n");
        foreach (var (unit, people) in new[] { ("城桥镇", 1200), ("堡镇", 800) })
            forms.Send($"{unit}基数.csv", $"崇明区就业和社会保障基数历史表（“十三五”时期）\n填报单位：{unit}\n指标,计量单位,2020年末\n城乡居保无账户人数,人,{people}\n");
    }

    static string Stands(IEnumerable<JsonElement> versions)
    {
        var one = Assert.Single(versions);
        return $"{State(one)} {FormattableString.Invariant($"{Number(one, "value"):0.####}")} {(one.GetProperty("reproduced").ValueKind == JsonValueKind.True ? "reproduced" : "not reproduced")}";
    }

    static string? State(JsonElement one) => one.GetProperty("state").GetString();

    static decimal? Number(JsonElement one, string name) => one.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
