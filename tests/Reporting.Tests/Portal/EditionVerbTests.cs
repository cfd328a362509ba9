using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Jobs;
using Reporting.Tests.Reports;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Portal;

/// <summary>签发 by the verbs: held until two persons have signed, blocked by its checklist, released at its time, issued again after a correction.</summary>
public sealed class EditionVerbTests : IDisposable
{
    const string Where = "--district 310151 --period 2022-01";
    readonly TestFolder folder = new();
    Office office = null!; // the constructor opens it by the method that replaces it

    public EditionVerbTests()
    {
        office = With("two", "");
        JanuarySheets.Send(office.Warehouse, JanuarySheets.All.Take(2), office.Now);
    }

    public void Dispose()
    {
        office.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Two_persons_sign_and_then_it_is_issued()
    {
        Assert.Equal("还没有期次。", Said("edition list"));
        Assert.Contains("已做成待签稿 1 号", Said($"edition issue monthly {Where} --by 甲"), StringComparison.Ordinal);
        Refused("edition sign 1", $"edition issue monthly {Where} --by 甲");
        Assert.Contains("待签字 0/2", Said("edition list"), StringComparison.Ordinal);
        Assert.Contains("草稿（未签发", Said($"report monthly {Where} --out r.xlsx"), StringComparison.Ordinal);
        Assert.Contains("甲 已签字（1/2）", Said("edition sign 1 --by 甲 --remark 无误"), StringComparison.Ordinal);
        Refused("另一个人", "edition sign 1 --by 甲");
        Said("user add ding --name 丁 --role leader --district 310151 --by 甲");
        Refused("本人登录改过密码", "edition sign 1 --by ding");
        Assert.False(Directory.Exists(folder.Data.Editions));
        Assert.Contains("edition sign 1 --by", File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(folder.Data.Answers, "310151"), "待签字*.txt"))), StringComparison.Ordinal);
        Assert.Contains("已签发：崇明区 2022年1月 月报第 1 期（2 号", Said("edition sign 1 --by 乙"), StringComparison.Ordinal);
        Refused("已经签发", "edition sign 1 --by 丙");
        Refused("没有编号 9", "edition sign 9");
        var file = Assert.Single(Directory.GetFiles(folder.Data.Editions));

        var shown = Json("edition show 2 --again --out e.xlsx", out var answer);
        Assert.Equal(("issued", true, 1, 1), (shown.GetProperty("edition").GetProperty("state").GetString(), shown.GetProperty("same").GetBoolean(),
            shown.GetProperty("edition").GetProperty("number").GetInt32(), shown.GetProperty("edition").GetProperty("signed_from").GetInt32()));
        Assert.Equal(["甲", "乙"], shown.GetProperty("edition").GetProperty("signatures").EnumerateArray().Select(each => each.GetProperty("by").GetString()!));
        Assert.Equal(File.ReadAllBytes(file), Assert.Single(answer.Files!).Bytes);
        Assert.Equal(File.ReadAllBytes(file), Assert.Single(Ask($"report monthly {Where} --out r.xlsx").Files!).Bytes);
        Assert.Equal("signed", Json("edition show 1", out _).GetProperty("edition").GetProperty("state").GetString());
        Refused("没有新的批次", $"edition issue monthly {Where}");
    }

    [Fact]
    public void A_login_in_other_letters_is_the_same_person()
    {
        Said($"edition issue monthly {Where} --by wang");
        Said("edition sign 1 --by wang");
        Refused("另一个人", "edition sign 1 --by WANG");
    }

    [Fact]
    public void A_correction_is_issued_again_and_needs_its_reason()
    {
        office = With("one", "revisions_without_reason");
        Said($"edition issue monthly {Where}");
        Said("edition sign 1 --by 甲");
        JanuarySheets.Send(office.Warehouse, [JanuarySheets.All[2]], office.Now);
        Said($"edition issue monthly {Where}"); // what came late explains itself
        Assert.Contains("第 2 期", Said("edition sign 3 --by 甲"), StringComparison.Ordinal);
        Assert.Contains("已签发，后有更正", Said("edition show 2"), StringComparison.Ordinal);

        Correct(JanuarySheets.All[0].OrgUnit, 99_999);
        Assert.Contains("未办  修订没有原因", Said($"edition issue monthly {Where}"), StringComparison.Ordinal);
        var refused = Ask("edition sign 5 --by 甲");
        Assert.Equal((3, true), (refused.ExitCode, refused.Error.Contains("--reason", StringComparison.Ordinal)));
        Assert.Contains("已做成待签稿 6 号", Said($"edition issue monthly {Where} --reason 统计口径核实后更正"), StringComparison.Ordinal);
        Refused("另有新稿", "edition sign 5 --by 甲");
        Assert.Contains("第 3 期", Said("edition sign 6 --by 甲"), StringComparison.Ordinal);
        var text = new WorkbookText(Assert.Single(Ask($"report monthly {Where} --out r.xlsx").Files!).Bytes);
        Assert.Contains("本期更正第2期", text["修订", "A3"], StringComparison.Ordinal);
        Assert.Equal(2, text.FindAll("修订", "统计口径核实后更正").Count()); // the township's figure and the district's
        Assert.Equal(2, text.FindAll("修订", "更正").Count());
    }

    [Fact]
    public void What_blocks_is_listed_and_nothing_is_issued()
    {
        office = With("auto", "missing_units");
        var refused = Ask($"edition issue monthly {Where}");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("未办  单位缺报", refused.Out, StringComparison.Ordinal);
        Assert.Contains("没有签发", refused.Error, StringComparison.Ordinal);
        Assert.Equal("还没有期次。", Said("edition list"));
    }

    [Fact]
    public void Until_its_release_only_reviewers_see_it()
    {
        var tomorrow = office.Now.AddDays(1).ToString("yyyy-MM-ddTHH:mm", null);
        Said($"edition issue monthly {Where} --release-at {tomorrow}");
        Said("edition sign 1 --by 甲");
        Said("edition sign 1 --by 乙");
        Assert.False(Directory.Exists(folder.Data.Editions));
        Assert.Contains("发布（在此之前只给签字人和审核人）", Said("edition list --year 2022 --report monthly --district 310151"), StringComparison.Ordinal);
        Assert.Contains("在此之前只给签字人和审核人", Said($"report monthly {Where} --out r.xlsx"), StringComparison.Ordinal);
        Assert.Equal("还没有期次。", Said("edition list --year 2021"));
        Refused("已经过了", $"edition issue monthly {Where} --release-at 2020-01-01T09:00");
        Refused("不是时间", $"edition issue monthly {Where} --release-at 明天");
    }

    [Fact]
    public void What_is_no_period_or_unit_of_a_report_is_misuse()
    {
        Refused("月报按月份：“2022-Q1”不是月份", "report monthly --district 310151 --period 2022-Q1 --out r.xlsx");
        Refused("不用写 --org", $"report monthly {Where} --org 城桥镇 --out r.xlsx");
        Refused("还没有过完", $"edition issue monthly --district 310151 --period {office.Now.AddHours(8):yyyy-MM}");
        Refused("还没有到", "edition issue monthly --district 310151 --period 2199-01");
    }

    // Definitions are read once for an office.
    Office With(string signOff, string blocks)
    {
        office?.Dispose();
        Directory.CreateDirectory(folder.Data.Definitions);
        File.WriteAllText(Path.Combine(folder.Data.Definitions, "own.yaml"), $"reports:\n  - {{ id: monthly, sign_off: {signOff}, due_days: 1, blocks: [{blocks}] }}");
        var opened = new Office(folder.Data, TestOffice.Installation);
        opened.EnterDefinitions();
        return opened;
    }

    void Correct(string unit, decimal value)
    {
        var january = JanuarySheets.January;
        var (submission, _) = office.Warehouse.Submissions.Record([new("更正.xlsx", new('0', 64), 1, "test", unit, "310151", "key", "clerk", office.Now)]).Single();
        office.Warehouse.Loading.Settle([new(submission, [new(new(0, submission.SubmissionId, 1, null, null, null, "employment-monthly", 1, "310151", unit, january.Kind, january.Start, 1, TableState.loaded, null),
            [new(0, "C5", "99999", 1, "month", "310151", unit, unit, "new_employment", 1, january.Kind, january.Start, january.End, Basis.in_period, "total", value, Bound.exact, ValueState.reported, false)], [])],
            [], TestWarehouse.Answer(submission))], "test", (taken, _) => TestWarehouse.Answer(taken), office.Now);
    }

    JsonElement Json(string line, out Answer answer)
    {
        answer = Ask(line + " --json");
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonDocument.Parse(answer.Out).RootElement;
    }

    string Said(string line)
    {
        var answer = Ask(line);
        Assert.True(answer.ExitCode == 0, $"{line}: {answer.Error}{answer.Out}");
        return answer.Out;
    }

    void Refused(string why, string line)
    {
        var answer = Ask(line);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(why, answer.Error, StringComparison.Ordinal);
    }

    Answer Ask(string line)
    {
        var words = Words.Of(line.Split(' '), Verbs.All);
        return Dispatch.InOffice(Asking.RequestOf(words, words.Verb!, "zh"), words.Verb!, office);
    }
}
