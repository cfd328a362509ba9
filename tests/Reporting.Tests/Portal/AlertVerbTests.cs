using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>Lights, 签收 and 督办 by the verbs as typed, on the shipped definitions of a warehouse that holds no figure: tasks have lights there.</summary>
public sealed class AlertVerbTests : IDisposable
{
    const string Task = "chongming-145-startup-city", Court = "310151-ZCY", Town = "城桥镇";
    readonly HandClock clock = new(At(2023, 3, 1));
    readonly ShippedOffice shipped;
    readonly Office office;

    public AlertVerbTests()
    {
        shipped = new(clock);
        office = shipped.Office;
    }

    public void Dispose() => shipped.Dispose();

    [Fact]
    public void A_red_light_is_answered_for_until_it_goes_out()
    {
        Refused("是绿灯，不用签收", "alerts", "acknowledge", Task, "--owner", "王", "--reason", "因", "--year", "2023");
        Done("task", "report", Task, "--state", "missed");
        Assert.Equal("red", Light().GetProperty("light").GetString());
        Assert.Contains("签收：未签收", Said("alerts", "--district", "310151", "--year", "2023"), StringComparison.Ordinal);
        Assert.Contains("红灯，由 王科长 负责", Said("alerts", "acknowledge", Task, "--owner", "王科长", "--reason", "申报推迟", "--year", "2023", "--by", "陈"), StringComparison.Ordinal);
        Assert.Contains("签收：王科长（陈 2023-03-01 登记，红灯）：申报推迟；有效，灯变坏即失效", Said("alerts", "--district", "310151", "--year", "2023"), StringComparison.Ordinal);
        Refused("已由 王科长 在 2023-03-01 签收", "alerts", "acknowledge", Task, "--owner", "王科长", "--reason", "因", "--year", "2023");
        var before = office.Warehouse.Marts.LastLoad()!.LoadId;

        clock.Now = At(2023, 5, 9);
        Done("task", "report", Task, "--state", "reached", "--evidence", "验收文件");
        var after = Light();
        Assert.Equal(("green", true), (after.GetProperty("light").GetString(), after.GetProperty("moved").GetBoolean()));
        Assert.Contains("已转绿灯，签收结束", after.GetProperty("acknowledged").GetProperty("ended").GetString(), StringComparison.Ordinal);
        // As of before, it stands as it stood.
        Assert.Equal(JsonValueKind.Null, Light("--as-of", $"{before}").GetProperty("acknowledged").GetProperty("ended").ValueKind);
    }

    /// <summary>Due on the last day of 2025: yellow within a month of it, orange the day after; the 签收 of the yellow ends with it.</summary>
    [Fact]
    public void An_acknowledgement_ends_when_the_light_worsens()
    {
        clock.Now = At(2025, 12, 15);
        Done("alerts", "acknowledge", Task, "--owner", "王", "--reason", "因", "--year", "2025");
        Assert.Equal("yellow", LightIn("2025").GetProperty("light").GetString());
        clock.Now = At(2026, 1, 20);
        var light = LightIn("2025", "--through", "12");
        Assert.Equal("yellow", light.GetProperty("light").GetString()); // as at the end of December, which was asked for
    }

    [Fact]
    public void A_demand_is_opened_answered_returned_and_closed_by_two_people()
    {
        var opened = Json("supervise", "open", "--org", Town, "--demand", "补报名单", "--deadline", "2023-03-20", "--commitment", "chongming-145-insured-coverage", "--by", "陈");
        Assert.Equal((1, "310151101", "open"), (opened.GetProperty("number").GetInt32(), opened.GetProperty("org").GetString(), opened.GetProperty("state").GetString()));
        Refused("同样的督办已经开过：1 号", "supervise", "open", "--org", Town, "--demand", "补报名单", "--deadline", "2023-03-25", "--commitment", "chongming-145-insured-coverage");
        Refused("还没有整改反馈，不能销号", "supervise", "close", "1", "--by", "陈");

        var evidence = Path.Combine(office.Data.Root, "名单.csv");
        File.WriteAllText(evidence, "姓名\n甲\n");
        var answered = Json("supervise", "feedback", "1", "--words", "已补 12 人", "--evidence", evidence, "--by", "李");
        var step = answered.GetProperty("steps")[0];
        Assert.Equal(File.ReadAllBytes(evidence), office.Warehouse.Archive.Read(step.GetProperty("evidence_sha256").GetString()!));
        File.Delete(evidence);
        Refused("是 李 登记的，销号要换一个人", "supervise", "close", "1", "--by", "李");
        Refused("等待审核", "supervise", "feedback", "1", "--words", "又补", "--by", "李");

        clock.Now = At(2023, 3, 25);
        Assert.Contains("已反馈待销号", Said("supervise", "list"), StringComparison.Ordinal); // answered in time: not late
        Done("supervise", "return", "1", "--reason", "缺联系电话", "--by", "陈");
        Assert.Contains("已退回待重报，逾期 5 天", Said("supervise", "list", "--unfinished"), StringComparison.Ordinal);
        Assert.Contains("督办未办结 1 件，其中逾期 1 件", Said("alerts", "--district", "310151", "--year", "2023"), StringComparison.Ordinal);
        Done("supervise", "feedback", "1号", "--words", "已补电话", "--by", "李");
        Assert.Contains("现为：已销号", Said("supervise", "close", "1", "--reason", "属实", "--by", "陈"), StringComparison.Ordinal);
        Refused("已于 2023-03-25 销号，不能再办", "supervise", "feedback", "1", "--words", "又补", "--by", "李");

        var list = Said("supervise", "list", "--district", "310151", "--year", "2023");
        Assert.All(["已销号（2023-03-25，逾期办结）", "要求：补报名单（社会保障应保尽保", "2023-03-25 退回（陈）：缺联系电话", "附件 ", "已补 12 人"], words => Assert.Contains(words, list, StringComparison.Ordinal));
        Assert.Equal("没有督办。", Said("supervise", "list", "--unfinished").Trim());
        Assert.Equal((1, 1, 1, 0, 0), Json("supervise", "list").GetProperty("counts")[0] is var counts
            ? (Number(counts, "opened"), Number(counts, "closed"), Number(counts, "closed_late"), Number(counts, "unfinished"), Number(counts, "overdue")) : default);
    }

    [Fact]
    public void What_is_overdue_stands_first()
    {
        Done("supervise", "open", "--org", Town, "--demand", "甲事", "--deadline", "2023-06-30");
        Done("supervise", "open", "--org", Court, "--demand", "乙事", "--deadline", "2023-03-02");
        clock.Now = At(2023, 3, 12);
        var list = Said("supervise", "list");
        Assert.Contains("逾期 1 件", list, StringComparison.Ordinal);
        Assert.Contains("期限 2023-03-02  待反馈，逾期 10 天", list, StringComparison.Ordinal);
        Assert.True(list.IndexOf("乙事", StringComparison.Ordinal) < list.IndexOf("甲事", StringComparison.Ordinal));
        Assert.Contains("甲事", Said("supervise", "list", "--org", Town), StringComparison.Ordinal);
        Assert.DoesNotContain("乙事", Said("supervise", "list", "--org", Town), StringComparison.Ordinal);
        // As of the day on which it was opened, nothing was late.
        Assert.Contains("逾期 0 件", Said("supervise", "list", "--as-of", $"{office.Warehouse.Marts.LastLoad()!.LoadId}"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_done_is_refused_with_what_to_do()
    {
        Refused("期限 2023-02-28 已经过了", "supervise", "open", "--org", Town, "--demand", "事", "--deadline", "2023-02-28");
        Refused("不能开给", "supervise", "open", "--org", "310151", "--demand", "事", "--deadline", "2023-04-01");
        Refused("城桥镇不在那个区", "supervise", "open", "--org", Town, "--demand", "事", "--deadline", "2023-04-01", "--commitment", "songjiang-145-new-jobs");
        Refused("不是日期", "supervise", "open", "--org", Town, "--demand", "事", "--deadline", "月底");
        Refused("没有单位", "supervise", "open", "--org", "没有镇", "--demand", "事", "--deadline", "2023-04-01");
        Refused("一件也没有开过", "supervise", "close", "1");
        Refused("没有覆盖 2035 年的规划", "alerts", "--district", "310151", "--year", "2035");
        Refused("不能亮灯", "alerts", "acknowledge", "chongming-145-registered-unemployed", "--owner", "王", "--reason", "因", "--year", "2023");
        Refused("没有 chongming-145-new-employment 的灯", "alerts", "acknowledge", "chongming-145-new-employment", "--org", Town, "--owner", "王", "--reason", "因", "--year", "2023");
        Assert.Equal(2, Answered("supervise", "return", "1").ExitCode);
    }

    [Fact]
    public void A_verb_stands_alone_though_others_begin_with_its_word()
    {
        Assert.Same(AlertsVerb.Verb, Words.Of(["alerts", "--district", "310151", "--year", "2023", "--through", "6", "--org", "城桥镇", "--as-of", "1"], Verbs.All).Verb);
        Assert.Same(AlertsAcknowledge.Verb, Words.Of(["alerts", "acknowledge", Task, "--owner", "王", "--reason", "因", "--by", "陈"], Verbs.All).Verb);
        Assert.Contains("没有下达目标的承诺，不亮灯", Said("alerts", "--district", "310151", "--year", "2023", "--org", Town), StringComparison.Ordinal);
    }

    /// <summary>A department answers for what it leads: those lights of the district are its own.</summary>
    [Fact]
    public void A_department_is_shown_what_it_leads_and_supports()
    {
        var lights = Json("alerts", "--district", "310151", "--year", "2023", "--org", Court).GetProperty("commitments").EnumerateArray().ToList();
        Assert.NotEmpty(lights);
        Assert.All(lights, one => Assert.Contains(Court, one.GetProperty("departments").EnumerateArray().Concat(one.GetProperty("supporting") is { ValueKind: JsonValueKind.Array } also ? also.EnumerateArray() : []).Select(code => code.GetString())));
        Done("task", "report", Task, "--state", "missed");
        Assert.Matches("责任：.+牵头", Said("alerts", "--district", "310151", "--year", "2023"));
    }

    [Fact]
    public void The_district_named_is_the_district_with_its_units_in_words_and_in_json()
    {
        Done("target", "set", "chongming-145-new-employment", "--org", Town, "--value", "500", "--from", "2023", "--document", "文", "--reason", "因");
        string[] asked = ["alerts", "--district", "310151", "--year", "2023"];
        var named = Json([.. asked, "--org", "310151"]).GetProperty("commitments");
        Assert.Contains(named.EnumerateArray(), one => one.GetProperty("org").GetString() == "310151101");
        Assert.Equal(Json(asked).GetProperty("commitments").ToString(), named.ToString());
        Assert.Equal(Said(asked), Said([.. asked, "--org", "310151"]));
    }

    [Fact]
    public void Only_units_with_a_target_stand_in_the_table_and_other_demands_below_it()
    {
        Done("target", "set", "chongming-145-new-employment", "--org", Town, "--value", "500", "--from", "2023", "--document", "文", "--reason", "因");
        Done("supervise", "open", "--org", Court, "--demand", "乙事", "--deadline", "2023-03-02");
        clock.Now = At(2023, 3, 12);
        var told = Said("alerts", "--district", "310151", "--year", "2023").Split('\n').SkipWhile(line => !line.StartsWith("各单位", StringComparison.Ordinal)).ToList();
        Assert.StartsWith("  城桥镇", told[2], StringComparison.Ordinal);
        Assert.Equal(["", "没有单列目标的单位，督办未办结：崇明区劳动人事争议仲裁院 1 件（逾期 1 件）"], told.Skip(3));
    }

    JsonElement Light(params string[] more) => LightIn("2023", more);
    JsonElement LightIn(string year, params string[] more) => Json(["alerts", "--district", "310151", "--year", year, .. more]).GetProperty("commitments").EnumerateArray().Single(one => one.GetProperty("id").GetString() == Task);

    string Said(params string[] words) => Done(words).Out;
    JsonElement Json(params string[] words) => JsonDocument.Parse(Done([.. words, "--json"]).Out).RootElement;

    Answer Done(params string[] words) => shipped.Done(words);
    void Refused(string why, params string[] words) => shipped.Refused(why, words);
    Answer Answered(params string[] words) => shipped.Ask(words);

    static int Number(JsonElement one, string key) => one.GetProperty(key).GetInt32();

    static DateTimeOffset At(int year, int month, int day) => new(TestWarehouse.At(new(year, month, day)), TimeSpan.Zero);
}
