using System.Text;
using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>Tasks by the verbs: quarterly words, files under their hash, and a verdict that somebody else gives.</summary>
public sealed class TaskVerbTests : IDisposable
{
    const string Court = "chongming-145-review-court";
    readonly ShippedOffice shipped = new();
    readonly Office office;

    public TaskVerbTests() => office = shipped.Office;

    public void Dispose() => shipped.Dispose();

    [Fact]
    public void Words_and_files_of_a_quarter_are_kept_with_the_statement()
    {
        var before = office.Warehouse.Marts.LastLoad()?.LoadId;
        var told = Json(Ask(TaskReport.Verb, "甲", [File("批复.pdf", "设立审理监督庭的批复")], ("COMMITMENT", Court), ("--state", "under_way"), ("--quarter", "2022-Q1"), ("--words", "已拟定方案，待批")));
        var sha = told.GetProperty("files")[0].GetProperty("sha256").GetString()!;
        Assert.Equal("设立审理监督庭的批复", Encoding.UTF8.GetString(office.Warehouse.Archive.Read(sha)));
        Assert.Equal(("2022-Q1", "附件：批复.pdf"), (told.GetProperty("quarter").GetString(), told.GetProperty("evidence").GetString()));
        var load = told.GetProperty("load").GetInt64();
        Assert.Equal([load, load, load], [Assert.Single(office.Warehouse.Marts.MilestoneStates(load)).KnownFromLoad, Assert.Single(office.Warehouse.Marts.TaskQuarters(load)).KnownFromLoad, Assert.Single(office.Warehouse.Marts.TaskEvidence(load)).KnownFromLoad]);
        Assert.Empty(office.Warehouse.Marts.TaskQuarters(before ?? load - 1));

        // Told again, the last words of a quarter speak; the earlier ones stay known as of their load.
        Ask(TaskReport.Verb, "甲", [], ("COMMITMENT", Court), ("--state", "under_way"), ("--quarter", "2022-Q1"), ("--words", "方案已报编办"));
        var task = Listed();
        Assert.Equal("方案已报编办", Assert.Single(task.GetProperty("quarters").EnumerateArray()).GetProperty("words").GetString());
        Assert.Equal("已拟定方案，待批", Assert.Single(Listed(("--as-of", $"{load}")).GetProperty("quarters").EnumerateArray()).GetProperty("words").GetString());
        Assert.Equal(("批复.pdf", sha), (task.GetProperty("files")[0].GetProperty("file_name").GetString(), task.GetProperty("files")[0].GetProperty("sha256").GetString()));
    }

    [Fact]
    public void A_verdict_is_given_by_another_person_and_decides()
    {
        Refused("还没有报过进展", TaskJudge.Verb, "乙", ("COMMITMENT", Court), ("--verdict", "met"));
        Ask(TaskReport.Verb, "甲", [], ("COMMITMENT", Court), ("--state", "reached"), ("--on", "2022-05-01"), ("--evidence", "编办批复"));
        Assert.Equal("met", State());
        Refused("要由另一个人评定", TaskJudge.Verb, "甲", ("COMMITMENT", Court), ("--verdict", "met"));
        Ask(TaskReport.Verb, "zhang", [], ("COMMITMENT", Court), ("--state", "reached"), ("--on", "2022-05-01"), ("--evidence", "编办批复"));
        Refused("要由另一个人评定", TaskJudge.Verb, "Zhang", ("COMMITMENT", Court), ("--verdict", "met"));
        Ask(TaskJudge.Verb, "乙", [], ("COMMITMENT", Court), ("--on", "2022-06-30"), ("--verdict", "missed"));
        Assert.Equal(("missed", "missed"), (State(), Listed().GetProperty("verdict").GetProperty("verdict").GetString()));
        Ask(TaskJudge.Verb, "乙", [], ("COMMITMENT", Court), ("--on", "2022-06-30"), ("--verdict", "partly"));
        Assert.Equal("on_pace", State());
        // What is reported after a verdict waits for another one.
        Ask(TaskReport.Verb, "甲", [], ("COMMITMENT", Court), ("--state", "reached"), ("--on", "2022-05-01"), ("--evidence", "挂牌照片"));
        Assert.Equal(("met", JsonValueKind.Null), (State(), Listed().GetProperty("verdict").ValueKind));
    }

    [Theory]
    [InlineData("2022-03", "不是季度"), InlineData("2099-Q1", "还没有到"), InlineData("2020-Q4", "早于规划期")]
    public void A_quarter_is_one_of_the_plan_that_has_begun(string quarter, string words) =>
        Refused(words, TaskReport.Verb, "甲", ("COMMITMENT", Court), ("--state", "under_way"), ("--quarter", quarter), ("--words", "情况"));

    [Fact]
    public void What_is_told_of_a_quarter_needs_words_and_reached_needs_something_that_shows_it()
    {
        Refused("--words", TaskReport.Verb, "甲", ("COMMITMENT", Court), ("--state", "under_way"), ("--quarter", "2022-Q1"));
        Refused("依据", TaskReport.Verb, "甲", ("COMMITMENT", Court), ("--state", "reached"));
        Assert.Throws<MisuseException>(() => Ask(TaskReport.Verb, "甲", [File("空.pdf", "")], ("COMMITMENT", Court), ("--state", "reached")));
        Ask(TaskReport.Verb, "甲", [File("批复.pdf", "批复")], ("COMMITMENT", Court), ("--state", "reached"), ("--on", "2022-05-01"));
        Assert.Equal("met", State());
    }

    [Fact]
    public void The_list_names_who_leads_and_who_supports_and_can_be_asked_of_one()
    {
        var duties = Listed("chongming-145-joint-mediation").GetProperty("duties").EnumerateArray().Select(duty => (duty.GetProperty("department").GetString(), duty.GetProperty("role").GetString(), duty.GetProperty("share").ValueKind));
        Assert.Equal([("310151-ZCY", "牵头", JsonValueKind.Number), ("310151-LDGX", "配合", JsonValueKind.Null)], duties);
        var own = Json(Ask(TaskList.Verb, "甲", [], ("--district", "310151"), ("--org", "310151-ZCY"))).GetProperty("tasks").EnumerateArray().ToList();
        Assert.Contains(own, task => task.GetProperty("id").GetString() == Court);
        Assert.DoesNotContain(own, task => task.GetProperty("id").GetString() == "chongming-145-labor-survey");
    }

    JsonElement Listed(params (string, string)[] more) => Listed(Court, more);

    JsonElement Listed(string id, params (string, string)[] more) => Json(Ask(TaskList.Verb, "甲", [], [("--district", "310151"), .. more])).GetProperty("tasks").EnumerateArray().Single(task => task.GetProperty("id").GetString() == id);

    string State() => Json(Ask(Explain.Verb, "甲", [], ("COMMITMENT", Court), ("--year", "2022"))).GetProperty("commitments")[0].GetProperty("state").GetString()!;

    Answer Ask(Verb verb, string by, IReadOnlyList<RequestFile> files, params (string Name, string Value)[] values) =>
        verb.Run!(new(verb.Name, values.ToDictionary(value => value.Name, value => (IReadOnlyList<string>)[value.Value]), files, by, "试", "zh", Json: true), office);

    void Refused(string words, Verb verb, string by, params (string, string)[] values) =>
        Assert.Contains(words, Assert.Throws<MisuseException>(() => Ask(verb, by, [], values)).In("zh"), StringComparison.Ordinal);

    static RequestFile File(string name, string text) => new("--file", name, Encoding.UTF8.GetBytes(text));

    static JsonElement Json(Answer answer) => JsonDocument.Parse(answer.Out).RootElement;
}
